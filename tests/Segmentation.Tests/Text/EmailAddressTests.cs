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

    [Theory]
    [InlineData(" Jo@ACME.com ", "Jo@acme.com")]
    [InlineData("mailto:jo@acme.com?subject=Hi", "jo@acme.com")]
    [InlineData("Jo Smith <jo@acme.com>", "jo@acme.com")]
    [InlineData("<jo@acme.com>,", "jo@acme.com")]
    [InlineData("jo@acme.com.", "jo@acme.com")]
    [InlineData("\u00A0jo@acme.com\u200B", "jo@acme.com")]
    [InlineData("what?ever@acme.com", "what?ever@acme.com")]
    public void An_address_is_taken_out_of_what_surrounds_it(string text, string address) => Assert.Equal((address, EmailProblem.None), EmailAddress.Read(text));

    [Theory]
    [InlineData("jo at acme.com", EmailProblem.NoAt)]
    [InlineData("", EmailProblem.NoAt)]
    [InlineData("jo@@acme.com", EmailProblem.SeveralAt)]
    [InlineData("jo@acme.com; mo@acme.com", EmailProblem.SeveralAt)]
    [InlineData("@acme.com", EmailProblem.LocalPart)]
    [InlineData("jo@acme", EmailProblem.Domain)]
    [InlineData("jo@", EmailProblem.Domain)]
    [InlineData("jo smith@acme.com", EmailProblem.Space)]
    [InlineData("j..o@acme.com", EmailProblem.Characters)]
    public void What_is_no_address_stays_with_a_reason(string text, EmailProblem problem) => Assert.Equal((text, problem), EmailAddress.Read(text));
}
