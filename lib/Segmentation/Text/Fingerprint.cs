using System.Text;

namespace Segmentation.Text;

/// <summary>Keys under which spellings of one value collide.</summary>
/// <remarks>The method of OpenRefine's key collision clustering.</remarks>
public static class Fingerprint
{
    /// <summary>Returns the fingerprint of a value: trimmed, lower case, accents and punctuation off, words sorted, each word once
    /// (" école ÉCole ecoLe " → "ecole"). Empty where the value holds no letter or digit.</summary>
    /// <param name="text">The value. Punctuation is removed, not replaced: "e-mail" and "email" collide, "a/b" and "a b" do not.</param>
    public static string Of(string text)
    {
        var words = Plain(text, keepSpaces: true).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return words.Length == 0 ? string.Empty : words[0];
        Array.Sort(words, string.CompareOrdinal);
        return string.Join(' ', words.Distinct());
    }

    /// <summary>Returns the n-gram fingerprint of a value: its letters and digits without spaces, cut into overlapping pieces of n, sorted,
    /// each once ("Health Care" and "Healthcare" collide). A value shorter than n is its own fingerprint; empty where it holds no letter or digit.</summary>
    /// <param name="text">The value.</param>
    /// <param name="size">Length n of a piece, at least 1. Default 2.</param>
    public static string NGram(string text, int size = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var plain = Plain(text, keepSpaces: false);
        if (plain.Length <= size) return plain;
        var pieces = new SortedSet<string>(StringComparer.Ordinal);
        for (var start = 0; start + size <= plain.Length; start++) pieces.Add(plain.Substring(start, size));
        return string.Concat(pieces);
    }

    private static string Plain(string text, bool keepSpaces)
    {
        var folded = Folding.Fold(text);
        var plain = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (keepSpaces) plain.Append(' ');
            }
            else if (!char.IsPunctuation(letter) && !char.IsSymbol(letter) && !char.IsControl(letter))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}
