using System.Collections.Frozen;
using System.Text;
using Segmentation.Text;

namespace Segmentation.Match;

/// <summary>Names of people as keys.</summary>
internal static class PersonName
{
    private static readonly FrozenSet<string> Titles =
        "mr mrs ms miss dr prof professor sir herr frau monsieur madame mme".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns a name in lower case without accents, punctuation and forms of address ("Dr. José-María" → "jose maria"); null where nothing is left.</summary>
    public static string? Normalize(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in Folding.Fold(name))
        {
            if (char.IsLetterOrDigit(letter)) plain.Append(letter);
            // An apostrophe joins ("O'Brien" → "obrien"); everything else parts.
            else if (letter is not ('\'' or '’' or '`' or '´')) plain.Append(' ');
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = words.Length > 1 && Titles.Contains(words[0]) ? 1 : 0;
        return words.Length == from ? null : string.Join(' ', words[from..]);
    }

    /// <summary>Returns the first and the last name in a full name: "Last, First" or "First Middle Last"; a single word is a last name.</summary>
    public static (string? First, string? Last) Split(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0) return (Normalize(name[(comma + 1)..]), Normalize(name[..comma]));
        if (Normalize(name) is not { } plain) return (null, null);
        var space = plain.LastIndexOf(' ');
        return space < 0 ? (null, plain) : (plain[..space], plain[(space + 1)..]);
    }
}
