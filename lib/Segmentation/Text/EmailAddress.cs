namespace Segmentation.Text;

/// <summary>Email addresses.</summary>
public static class EmailAddress
{
    // RFC 5321, 4.5.3.1, and RFC 3696 erratum 1690.
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
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

    /// <summary>Returns the address as a key: trimmed and in lower case. Dots and "+tags" stay: only some providers ignore them.</summary>
    /// <param name="email">The address.</param>
    public static string Normalize(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().ToLowerInvariant();
    }
}
