using System.Buffers;
using System.Globalization;

namespace Segmentation.Text;

/// <summary>Domains of websites and emails as keys.</summary>
public static class WebDomain
{
    // RFC 1035, 2.3.4.
    private const int LongestLabel = 63;
    private const int LongestHost = 253;

    private static readonly SearchValues<char> EndsHost = SearchValues.Create("/?#\\ \t\r\n,;|<>\"'()");
    private static readonly SearchValues<char> NotInTopLevel = SearchValues.Create("0123456789-");
    private static readonly IdnMapping Idn = new();

    /// <summary>Returns the registrable domain of a website or email in lower case ("https://www.Acme.co.uk/x", "jo@mail.acme.co.uk" → "acme.co.uk";
    /// "bücher.de" → "xn--bcher-kva.de"); null where it holds none (no dot, a number for a top level, an IP address, letters no host has).</summary>
    /// <param name="websiteOrEmail">A website, domain or email address; of several, the first counts.</param>
    /// <remarks>Second-level registries (co.uk, com.au) and hosts of other people's sites (github.io) are a fixed list of the common ones,
    /// taken from the Public Suffix List; a registry that is not listed gives one label too few.</remarks>
    public static string? Of(string websiteOrEmail)
    {
        ArgumentNullException.ThrowIfNull(websiteOrEmail);
        var host = HostIn(websiteOrEmail.AsSpan());
        if (host.IsEmpty || host.Length > LongestHost) return null;
        if (!System.Text.Ascii.IsValid(host))
        {
            foreach (var letter in host)
            {
                if (letter >= 0x80 && !char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) return null;
            }

            try
            {
                host = Idn.GetAscii(host.ToString());
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        Span<char> lower = stackalloc char[LongestHost];
        if (host.Length > LongestHost) return null;
        lower = lower[..host.ToLowerInvariant(lower)];
        return IsHost(lower) ? Registrable(lower) : null;
    }

    /// <summary>Tells whether a domain belongs to a free-mail provider (gmail.com, gmx.de …), and so says nothing about a company.</summary>
    /// <param name="domain">A domain as <see cref="Of"/> returns it.</param>
    public static bool IsFreeMail(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return PublicDomains.IsFreeMail(domain);
    }

    /// <summary>Tells whether text is a host name with a dot and a plausible top level: two or more letters, or an encoded one.</summary>
    internal static bool IsHost(ReadOnlySpan<char> host)
    {
        if (host.Length > LongestHost) return false;
        var labels = 0;
        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in host.Split('.'))
        {
            last = host[range];
            labels++;
            if (last.IsEmpty || last.Length > LongestLabel || last[0] == '-' || last[^1] == '-') return false;
            foreach (var letter in last)
            {
                if (letter < 0x80 ? !char.IsAsciiLetterOrDigit(letter) && letter != '-' : !char.IsLetterOrDigit(letter)) return false;
            }
        }

        if (labels < 2 || last.Length < 2) return false;
        return last.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) || !last.ContainsAny(NotInTopLevel);
    }

    private static ReadOnlySpan<char> HostIn(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) text = text[(scheme + 3)..];
        else if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text["mailto:".Length..];
        else if (text.StartsWith("//", StringComparison.Ordinal)) text = text[2..];
        var end = text.IndexOfAny(EndsHost);
        if (end >= 0) text = text[..end];
        var at = text.LastIndexOf('@');
        if (at >= 0) text = text[(at + 1)..];
        var port = text.IndexOf(':');
        if (port >= 0) text = text[..port];
        return text.TrimEnd('.');
    }

    private static string? Registrable(ReadOnlySpan<char> host)
    {
        var top = host.LastIndexOf('.');
        var second = host[..top].LastIndexOf('.');
        if (!PublicDomains.IsSuffix(host[(second + 1)..])) return host[(second + 1)..].ToString();
        // The suffix alone is a registry, not a company.
        return second < 0 ? null : host[(host[..second].LastIndexOf('.') + 1)..].ToString();
    }
}
