using Segmentation.Text;

namespace Segmentation.Tests.Text;

// RFC 5322 dot-atom, RFC 5321 lengths.
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("jo@acme.com")]
    [InlineData("jo.o'neil+news@mail.acme.co.uk")]
    [InlineData("JO@ACME.COM")]
    [InlineData("jörg@bücher.de")]
    [InlineData("a@b.io")]
    public void Well_formed_addresses(string email) => Assert.True(EmailAddress.IsWellFormed(email));

    [Theory]
    [InlineData("")]
    [InlineData("jo")]
    [InlineData("@acme.com")]
    [InlineData("jo@")]
    [InlineData("jo@acme")]
    [InlineData("jo@acme.c")]
    [InlineData("jo@acme..com")]
    [InlineData("jo@@acme.com")]
    [InlineData("jo@acme@acme.com")]
    [InlineData(".jo@acme.com")]
    [InlineData("jo.@acme.com")]
    [InlineData("j..o@acme.com")]
    [InlineData("jo smith@acme.com")]
    [InlineData(" jo@acme.com")]
    [InlineData("jo@10.0.0.1")]
    [InlineData("jo@-acme.com")]
    [InlineData("jo@acme.com>")]
    [InlineData("jo@acme,com")]
    public void Malformed_addresses(string email) => Assert.False(EmailAddress.IsWellFormed(email));

    [Fact]
    public void The_local_part_holds_64_characters_at_most()
    {
        Assert.True(EmailAddress.IsWellFormed(new string('a', 64) + "@acme.com"));
        Assert.False(EmailAddress.IsWellFormed(new string('a', 65) + "@acme.com"));
    }

    [Fact]
    public void A_key_is_trimmed_and_lower_case() => Assert.Equal("jo+x@acme.com", EmailAddress.Normalize(" Jo+x@ACME.com "));
}
