namespace Segmentation.Notebooks.Editing;

/// <summary>How well a name fits what was typed.</summary>
internal static class Matching
{
    private const int LongestTyped = 63;

    /// <summary>Returns 0 for the name itself, 1 for one that starts so, 2 for one whose words do (<c>byM</c> in <c>CompletenessByMonth</c>); null for others.</summary>
    public static int? Rank(string name, string typed) =>
        typed.Length == 0 ? 1
        : string.Equals(name, typed, StringComparison.Ordinal) ? 0
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : Humps(name, typed) ? 2
        : null;

    // Each stretch of what was typed starts a word of the name; words may be left out. reached[i] holds, as bits, how much of what was typed
    // the first i characters can account for.
    private static bool Humps(string name, string typed)
    {
        if (typed.Length > Math.Min(name.Length, LongestTyped)) return false;
        Span<ulong> reached = name.Length < 256 ? stackalloc ulong[name.Length + 1] : new ulong[name.Length + 1];
        reached.Clear();
        var sofar = 1UL;
        for (var start = 0; start < name.Length; start++)
        {
            sofar |= reached[start];
            if (!StartsWord(name, start)) continue;
            for (var from = 0; from < typed.Length; from++)
            {
                if ((sofar & (1UL << from)) == 0) continue;
                var common = Common(name, start, typed, from);
                for (var length = 1; length <= common; length++) reached[start + length] |= 1UL << (from + length);
                if (from + common == typed.Length) return true;
            }
        }

        return false;
    }

    private static int Common(string name, int at, string typed, int from)
    {
        var length = 0;
        while (at + length < name.Length && from + length < typed.Length && char.ToUpperInvariant(name[at + length]) == char.ToUpperInvariant(typed[from + length])) length++;
        return length;
    }

    private static bool StartsWord(string name, int at) => at == 0
        ? char.IsLetterOrDigit(name[0])
        : char.IsLetterOrDigit(name[at]) && (!char.IsLetterOrDigit(name[at - 1]) || (char.IsUpper(name[at]) && !char.IsUpper(name[at - 1])) || (char.IsDigit(name[at]) && !char.IsDigit(name[at - 1])));
}
