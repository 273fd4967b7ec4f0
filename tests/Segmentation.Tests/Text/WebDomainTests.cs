using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Registrable domains as the Public Suffix List defines them.
public sealed class WebDomainTests
{
    [Theory]
    [InlineData("https://www.Acme.co.uk/x?y=1#z", "acme.co.uk")]
    [InlineData("jo@mail.acme.co.uk", "acme.co.uk")]
    [InlineData("mailto:Jo@Acme.com", "acme.com")]
    [InlineData("acme.com", "acme.com")]
    [InlineData(" WWW.ACME.COM. ", "acme.com")]
    [InlineData("http://user:secret@shop.acme.com.au:8080/", "acme.com.au")]
    [InlineData("//acme.de/path", "acme.de")]
    [InlineData("acme.com, acme.de", "acme.com")]
    [InlineData("https://bücher.de", "xn--bcher-kva.de")]
    [InlineData("XN--BCHER-KVA.de", "xn--bcher-kva.de")]
    [InlineData("acme.github.io", "acme.github.io")]
    [InlineData("www.acme.co.jp", "acme.co.jp")]
    public void The_registrable_domain_is_found(string text, string domain) => Assert.Equal(domain, WebDomain.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("localhost")]
    [InlineData("http://")]
    [InlineData("@")]
    [InlineData("co.uk")]
    [InlineData("192.168.0.1")]
    [InlineData("1.234,56")]
    [InlineData("acme..com")]
    [InlineData("-acme.com")]
    [InlineData("ac_me.com")]
    [InlineData("Acme Inc.")]
    [InlineData("acme.c")]
    [InlineData("\ud800.com")]
    public void Junk_has_no_domain(string text) => Assert.Null(WebDomain.Of(text));

    [Fact]
    public void A_label_or_host_that_is_too_long_has_no_domain()
    {
        Assert.Null(WebDomain.Of(new string('a', 64) + ".com"));
        Assert.Equal(new string('a', 63) + ".com", WebDomain.Of(new string('a', 63) + ".com"));
        Assert.Null(WebDomain.Of(string.Concat(Enumerable.Repeat("abcdefg.", 40)) + "com"));
        Assert.Null(WebDomain.Of(new string('ü', 100_000)));
    }

    [Theory]
    [InlineData("gmail.com", true)]
    [InlineData("gmx.de", true)]
    [InlineData("yahoo.co.uk", true)]
    [InlineData("web.de", true)]
    [InlineData("acme.com", false)]
    [InlineData("livestorm.co", false)]
    public void Free_mail_is_told_from_companies(string domain, bool free) => Assert.Equal(free, WebDomain.IsFreeMail(domain));
}
