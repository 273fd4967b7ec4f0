using System.Collections.Frozen;
using Segmentation.Text;

namespace Segmentation.Match;

/// <summary>Whether two company names can be one company's. Names are normalised: lower case, without legal form.</summary>
internal sealed class HierarchyGuardNames
{
    /// <summary>Words that say how a company is built, not which it is.</summary>
    private static readonly FrozenSet<string> Structure =
        "group holding holdings international global worldwide company the and of for de der die und et la le".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> tradeWords;
    private readonly HierarchyGuardOptions options;

    private HierarchyGuardNames(FrozenSet<string> tradeWords, HierarchyGuardOptions options) => (this.tradeWords, this.options) = (tradeWords, options);

    /// <summary>Returns the comparison of names of an export: words that many of its companies use are their trade.</summary>
    public static HierarchyGuardNames Of(int rows, Func<int, string?> nameOf, HierarchyGuardOptions options)
    {
        var records = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < rows; row++)
        {
            foreach (var word in (nameOf(row) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)) records[word] = records.GetValueOrDefault(word) + 1;
        }

        var from = Math.Max(options.TradeWordRecords, options.TradeWordShare * rows);
        return new(records.Where(w => w.Value >= from).Select(w => w.Key).ToFrozenSet(StringComparer.Ordinal), options);
    }

    /// <summary>Tells whether two texts are one with a typing error.</summary>
    public bool Misspelt(string left, string right) => Math.Min(left.Length, right.Length) >= options.ShortestMisspelt
        && EditDistance.Damerau(left, right, options.TypingErrors) <= options.TypingErrors;

    /// <summary>Tells whether two names share no word of their own, are not alike as a whole, and neither is the other's initials.</summary>
    public bool NothingInCommon(string left, string right)
    {
        if (JaroWinkler.Similarity(left, right) >= options.AlikeNames) return false;
        var (mine, theirs) = (left.Split(' '), right.Split(' '));
        if (IsInitials(left, theirs) || IsInitials(right, mine) || left.Replace(" ", string.Empty, StringComparison.Ordinal) == right.Replace(" ", string.Empty, StringComparison.Ordinal)) return false;
        return !mine.Where(IsOwn).Any(word => theirs.Where(IsOwn).Any(other => word == other || Misspelt(word, other)));
    }

    private bool IsOwn(string word) => !Structure.Contains(word) && !tradeWords.Contains(word);

    private static bool IsInitials(string name, string[] words) => words.Length > 1 && name == string.Concat(words.Select(w => w[0]));
}
