using System.Collections.Immutable;

namespace Segmentation.Statistics;

/// <summary>Adjusts p-values of a screen, of which some are expected to be true findings, for how many were asked for.</summary>
public static class BenjaminiHochberg
{
    /// <summary>Returns the adjusted p-values: of the hypotheses rejected at or below a level, no more than that share is expected to be true.</summary>
    /// <param name="pValues">Length m, in [0, 1]; NaN where a test was not made, which stays NaN and does not count.</param>
    /// <returns>Length m, aligned; each at least its own p-value and at most 1, in the order of the p-values.</returns>
    /// <remarks>Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57(1), 1995, 289-300: the largest times m/m, the next times m/(m - 1), never above the one after
    /// it. Controls the false discovery rate for independent tests and for tests that depend positively (Y. Benjamini and D. Yekutieli, Annals of Statistics 29(4), 2001, 1165-1188); for a
    /// few comparisons that are each acted on see <see cref="HolmCorrection"/>.</remarks>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> pValues)
    {
        var adjusted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).OrderBy(i => adjusted[i])];
        var most = 1d;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            most = Math.Min(most, (double)order.Length / (i + 1) * adjusted[order[i]]);
            adjusted[order[i]] = most;
        }

        return [.. adjusted];
    }
}
