namespace Segmentation.Statistics;

/// <summary>Corrects p-values for how many were asked for.</summary>
public static class HolmCorrection
{
    /// <summary>Returns the corrected p-values: rejecting those at or below a level rejects a true hypothesis in no more than that share of studies, whatever the dependence between the tests.</summary>
    /// <param name="pValues">Length m, in [0, 1]; NaN where a test was not made, which stays NaN and does not count.</param>
    /// <returns>Length m, aligned; each at least its own p-value and at most 1.</returns>
    /// <remarks>S. Holm, Scandinavian Journal of Statistics 6(2), 1979, 65-70: the smallest times m, the next times m - 1, never below the one before.</remarks>
    public static double[] Of(ReadOnlySpan<double> pValues)
    {
        var corrected = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, corrected.Length).Where(i => !double.IsNaN(corrected[i])).OrderBy(i => corrected[i])];
        var least = 0d;
        for (var i = 0; i < order.Length; i++)
        {
            least = Math.Max(least, Math.Min(1, corrected[order[i]] * (order.Length - i)));
            corrected[order[i]] = least;
        }

        return corrected;
    }
}
