using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>Pearson's chi-square test of whether the rows of a table of counts share one distribution over the columns.</summary>
public static class ChiSquareTest
{
    /// <summary>Returns the test of a table of counts.</summary>
    /// <param name="counts">Rows of counts, each of one length; at least 0. Rows and columns without records are left out: they say nothing.</param>
    /// <returns>The statistic without continuity correction, its p-value and the strength of the association.</returns>
    /// <exception cref="ArgumentException">The rows differ in length, or a count is negative.</exception>
    /// <remarks>K. Pearson, Philosophical Magazine 50, 1900, 157-175. Assumes independent records. V: H. Cramér, Mathematical Methods of Statistics, 1946, 21.9;
    /// corrected: W. Bergsma, Journal of the Korean Statistical Society 42(3), 2013, 323-328.</remarks>
    public static ChiSquareResult Of(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var width = CountTable.WidthOf(counts, nameof(counts));
        var byColumn = Enumerable.Range(0, width).Select(c => counts.Sum(r => (double)r[c])).ToArray();
        var byRow = counts.Select(r => r.Sum(c => (double)c)).ToArray();
        var (rows, columns, total) = (byRow.Count(t => t > 0), byColumn.Count(t => t > 0), byRow.Sum());
        if (rows < 2 || columns < 2) return new(0, 0, 1, double.NaN, double.NaN, double.NaN);

        var (statistic, smallest) = (0d, double.PositiveInfinity);
        for (var row = 0; row < byRow.Length; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var expected = byRow[row] * byColumn[column] / total;
                if (expected == 0) continue;
                statistic += (counts[row][column] - expected) * (counts[row][column] - expected) / expected;
                smallest = Math.Min(smallest, expected);
            }
        }

        var degrees = (rows - 1) * (columns - 1);
        return new(statistic, degrees, SpecialFunctions.GammaUpperRegularized(degrees / 2d, statistic / 2), V(statistic / total, rows, columns), CorrectedV(statistic / total, rows, columns, total), smallest);
    }

    // V = √(φ² / (min(r, k) - 1)).
    private static double V(double phiSquared, double rows, double columns) => Math.Sqrt(phiSquared / (Math.Min(rows, columns) - 1));

    // φ² less its expectation (r - 1)(k - 1)/(n - 1); r and k each less (r - 1)²/(n - 1).
    private static double CorrectedV(double phiSquared, double rows, double columns, double total)
    {
        if (total <= 2) return 0;
        var corrected = Math.Max(0, phiSquared - ((rows - 1) * (columns - 1) / (total - 1)));
        return Math.Min(1, V(corrected, rows - ((rows - 1) * (rows - 1) / (total - 1)), columns - ((columns - 1) * (columns - 1) / (total - 1))));
    }
}
