namespace Segmentation.Text;

/// <summary>Email addresses.</summary>
public static class EmailAddress
{
    // RFC 5321, 4.5.3.1, and RFC 3696 erratum 1690.
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
    private const string Around = " \t\r\n\u00A0\u200B\uFEFF";
    private const string LocalSymbols = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>Tells whether an address is well formed: a local part, one @, a domain with a dot and a plausible top level. Says nothing about
    /// whether it exists.</summary>
    /// <param name="email">The address. Space around it makes it malformed: <see cref="Normalize"/> first where that should not count.</param>
    /// <remarks>The dot-atom form of RFC 5322, 3.4.1, with letters of every script as RFC 6531 allows. Quoted local parts and address
    /// literals ("\"a b\"@[10.0.0.1]") are legal there and malformed here: in an export they are mistakes.</remarks>
    public static bool IsWellFormed(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at > LongestLocalPart || email.Length > LongestAddress) return false;
        var afterDot = true;
        for (var i = 0; i < at; i++)
        {
            var letter = email[i];
            if (letter == '.' ? afterDot : !char.IsLetterOrDigit(letter) && !LocalSymbols.Contains(letter, StringComparison.Ordinal)) return false;
            afterDot = letter == '.';
        }

        return !afterDot && WebDomain.IsHost(email.AsSpan(at + 1));
    }

    /// <summary>Returns the address as it is written in full: out of "mailto:", a display name or brackets, without white space, dots and commas around it, the domain in lower case. The
    /// local part keeps its case: a server may tell them apart. Text that is no address comes back trimmed, with the reason.</summary>
    /// <param name="text">The address as it was typed ("Jo &lt;Jo@ACME.com&gt;", "mailto:jo@acme.com?subject=Hi", "jo@acme.com.").</param>
    public static (string Address, EmailProblem Problem) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = text.AsSpan().Trim(Around);
        var address = written;
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address["mailto:".Length..];
        if (address.IndexOf('<') is var open and >= 0 && address.LastIndexOf('>') is var close && close > open) address = address[(open + 1)..close];
        if (address.IndexOf('?') is var query and > 0 && address[..query].Contains('@')) address = address[..query];
        address = address.Trim(Around).TrimEnd(".,;:>\"'").TrimStart("<,;:\"'").Trim(Around);
        if (address.Count('@') == 1 && address.IndexOf('@') is var at && IsWellFormed($"{address[..at]}{address[at..].ToString().ToLowerInvariant()}"))
            return ($"{address[..at]}{address[at..].ToString().ToLowerInvariant()}", EmailProblem.None);
        return (written.ToString(), ProblemOf(address));
    }

    private static EmailProblem ProblemOf(ReadOnlySpan<char> address)
    {
        var at = address.IndexOf('@');
        if (at < 0) return EmailProblem.NoAt;
        if (address.Count('@') > 1) return EmailProblem.SeveralAt;
        if (at is 0 or > LongestLocalPart || address.Length > LongestAddress) return EmailProblem.LocalPart;
        if (address.ContainsAny(" \t\u00A0")) return EmailProblem.Space;
        return WebDomain.IsHost(address[(at + 1)..].ToString().ToLowerInvariant()) ? EmailProblem.Characters : EmailProblem.Domain;
    }

    /// <summary>Returns the address as a key: trimmed and in lower case. Dots and "+tags" stay: only some providers ignore them.</summary>
    /// <param name="email">The address.</param>
    public static string Normalize(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().ToLowerInvariant();
    }
}
