using System.Text;

namespace Segmentation.Load;

/// <summary>What the words of a header say about the values below it.</summary>
internal static class HeaderWords
{
    private static readonly HashSet<string> Anywhere = new(StringComparer.Ordinal)
    {
        "id", "ids", "zip", "zipcode", "postal", "postcode", "postalcode", "plz", "phone", "telephone", "tel", "mobile", "cell", "fax", "duns", "iban", "vat", "ein", "sic", "naics", "guid", "uuid",
    };

    private static readonly HashSet<string> Last = new(StringComparer.Ordinal) { "key", "code", "nr", "no", "number" };

    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal)
    {
        "is", "has", "can", "was", "flag", "active", "inactive", "enabled", "disabled", "deleted", "archived", "bounced", "bounce", "optout", "opted", "optin", "unsubscribed",
        "subscribed", "verified", "converted", "churned", "primary", "test", "internal", "billable", "closed", "won", "locked", "allowed", "exempt",
    };

    /// <summary>Tells whether a header names an identifier, postcode, phone number or code, whose digits are no quantity.</summary>
    public static bool NameIdentifier(string header)
    {
        var words = Split(header);
        return words.Exists(Anywhere.Contains) || (words.Count > 0 && Last.Contains(words[^1]) && (words.Count > 1 || words[0] is "key" or "code"));
    }

    /// <summary>Tells whether a header names a condition that holds or does not.</summary>
    public static bool NameCondition(string header) => Split(header) is var words && words.Exists(Conditions.Contains);

    /// <summary>Splits at anything that is no letter or digit, and where a capital follows a small letter.</summary>
    private static List<string> Split(string header)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < header.Length; i++)
        {
            var c = header[i];
            if (!char.IsLetterOrDigit(c) || (char.IsUpper(c) && i > 0 && char.IsLower(header[i - 1]))) End();
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
        }

        End();

        // Salesforce ends its own fields with __c.
        if (words.Count > 1 && words[^1] == "c" && header.EndsWith("__c", StringComparison.OrdinalIgnoreCase)) words.RemoveAt(words.Count - 1);
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }
}
