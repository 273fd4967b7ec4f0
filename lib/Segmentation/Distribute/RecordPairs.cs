using Segmentation.Framework;

namespace Segmentation.Distribute;

/// <summary>Which record of the baseline is which record now.</summary>
/// <param name="Earlier">Length of the records now. Zero-based record of the baseline; -1 where it had none of that id.</param>
/// <param name="Lost">Records of the baseline that are no longer there, in order.</param>
/// <param name="Common">Records that both have.</param>
internal sealed record RecordPairs(int[] Earlier, int[] Lost, int Common)
{
    /// <summary>Returns the pairs of equal ids.</summary>
    public static RecordPairs Of(FrameworkRecords baseline, FrameworkRecords current)
    {
        var rows = new Dictionary<string, int>(baseline.Count, StringComparer.Ordinal);
        for (var row = 0; row < baseline.Count; row++) rows.TryAdd(baseline.Ids[row] ?? string.Empty, row);
        var (earlier, seen) = (new int[current.Count], new bool[baseline.Count]);
        for (var row = 0; row < earlier.Length; row++)
        {
            earlier[row] = rows.TryGetValue(current.Ids[row] ?? string.Empty, out var before) ? before : -1;
            if (earlier[row] >= 0) seen[earlier[row]] = true;
        }

        return new(earlier, [.. Enumerable.Range(0, baseline.Count).Where(row => !seen[row])], seen.Count(s => s));
    }
}
