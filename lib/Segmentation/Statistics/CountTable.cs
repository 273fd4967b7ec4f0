using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>Tables of counts: rows of one length, none below 0.</summary>
internal static class CountTable
{
    /// <summary>Returns the number of columns; 0 where there are no rows.</summary>
    /// <param name="counts">The rows.</param>
    /// <param name="parameter">What the caller calls them.</param>
    /// <exception cref="ArgumentException">The rows differ in length, or a count is negative.</exception>
    public static int WidthOf(IReadOnlyList<IReadOnlyList<int>> counts, string parameter)
    {
        ArgumentNullException.ThrowIfNull(counts, parameter);
        var width = counts.Count == 0 ? 0 : counts[0].Count;
        for (var row = 0; row < counts.Count; row++)
        {
            if (counts[row].Count != width)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"row {row} has {counts[row].Count} columns but row 0 has {width}; every row needs one count per column, 0 where there is nothing."), parameter);
            if (counts[row].Any(c => c < 0))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"row {row} holds {counts[row].Min()} but a count is at least 0."), parameter);
        }

        return width;
    }
}
