namespace Segmentation.Text;

/// <summary>Domains of websites and emails as keys.</summary>
public static class WebDomain
{
    /// <summary>Returns the registrable domain of a website or email ("https://www.Acme.co.uk/x", "jo@mail.acme.co.uk" → "acme.co.uk"); null where it holds none.</summary>
    /// <param name="websiteOrEmail">A website, domain or email address.</param>
    public static string? Of(string websiteOrEmail) => throw new NotImplementedException();

    /// <summary>Tells whether a domain belongs to a free-mail provider (gmail.com, gmx.de …), and so says nothing about a company.</summary>
    /// <param name="domain">A domain as <see cref="Of"/> returns it.</param>
    public static bool IsFreeMail(string domain) => throw new NotImplementedException();
}
