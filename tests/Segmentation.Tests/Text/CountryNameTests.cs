using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Codes of ISO 3166-1.
public sealed class CountryNameTests
{
    [Theory]
    [InlineData("US", "US")]
    [InlineData("usa", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("united states", "US")]
    [InlineData("UK", "GB")]
    [InlineData("Österreich", "AT")]
    [InlineData("Austria", "AT")]
    [InlineData("Australia", "AU")]
    [InlineData("Niger", "NE")]
    [InlineData("Nigeria", "NG")]
    [InlineData("Iran", "IR")]
    [InlineData("Iraq", "IQ")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("Korea, Republic of", "KR")]
    public void A_country_is_known_by_code_and_name(string text, string code) => Assert.Equal(code, CountryName.CodeOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("Unted States")]
    [InlineData("EMEA")]
    public void What_is_no_country_has_no_code(string text) => Assert.Null(CountryName.CodeOf(text));

    [Theory]
    [InlineData("Vereinigte Staaten", "US")]
    [InlineData("États-Unis", "US")]
    [InlineData("Royaume-Uni", "GB")]
    [InlineData("Alemania", "DE")]
    [InlineData("Niederlande", "NL")]
    public void The_neighbours_names_of_the_commonest_countries_are_known(string text, string code) => Assert.Equal(code, CountryName.CodeOf(text));

    [Fact]
    public void There_are_249_codes_with_a_three_letter_code_each_both_ways()
    {
        Assert.Equal(249, CountryName.AllCodes.Length);
        Assert.Equal(("USA", "DEU", null), (CountryName.ThreeLetterCodeOf("US"), CountryName.ThreeLetterCodeOf("DE"), CountryName.ThreeLetterCodeOf("XX")));
        Assert.All(CountryName.AllCodes, code => Assert.Equal((code, code), (CountryName.CodeOf(code), CountryName.CodeOf(CountryName.ThreeLetterCodeOf(code)!))));
    }

    [Fact]
    public void Every_code_has_a_name_that_leads_back_to_it()
    {
        Assert.Equal("Germany", CountryName.NameOf("DE"));
        Assert.Null(CountryName.NameOf("XX"));
        foreach (var code in from a in Enumerable.Range('A', 26) from b in Enumerable.Range('A', 26) select $"{(char)a}{(char)b}")
        {
            if (CountryName.NameOf(code) is { } name) Assert.Equal(code, CountryName.CodeOf(name));
        }
    }
}
