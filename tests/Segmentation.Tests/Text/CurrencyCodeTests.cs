using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Codes of ISO 4217.
public sealed class CurrencyCodeTests
{
    [Theory]
    [InlineData("USD", "USD")]
    [InlineData(" usd ", "USD")]
    [InlineData("$", "USD")]
    [InlineData("US$", "USD")]
    [InlineData("€", "EUR")]
    [InlineData("Euro", "EUR")]
    [InlineData("£", "GBP")]
    [InlineData("A$", "AUD")]
    [InlineData("C$", "CAD")]
    [InlineData("CHF", "CHF")]
    [InlineData("USD - U.S. Dollar", "USD")]
    public void A_currency_is_known_by_code_sign_and_name(string text, string code) => Assert.Equal(code, CurrencyCode.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("¥")]
    [InlineData("kr")]
    [InlineData("XYZ")]
    [InlineData("=USD")]
    public void A_sign_of_several_currencies_and_what_is_none_have_no_code(string text) => Assert.Null(CurrencyCode.Of(text));

    [Fact]
    public void A_bare_dollar_is_what_the_caller_says() => Assert.Equal("CAD", CurrencyCode.Of("$", "CAD"));
}
