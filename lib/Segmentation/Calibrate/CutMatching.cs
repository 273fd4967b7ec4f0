namespace Segmentation.Calibrate;

/// <summary>Which cut of a resample stands for which cut of the sample.</summary>
internal static class CutMatching
{
    /// <summary>Returns, for each cut of the sample, the cut of the resample that is its match; -1 where it has none.</summary>
    /// <param name="sample">Ranks of the sample's cuts, ascending.</param>
    /// <param name="resample">Ranks of the resample's cuts, ascending.</param>
    /// <remarks>One to one and in order, as many as can be, so that the ranks (shares of the records below a cut) are closest together in sum. With as many cuts on both sides the first is
    /// matched with the first, and so on.</remarks>
    public static int[] Match(double[] sample, double[] resample)
    {
        var match = new int[sample.Length];
        if (sample.Length == resample.Length)
        {
            for (var i = 0; i < match.Length; i++) match[i] = i;
            return match;
        }

        // cost[i, j]: the least sum for the first i of the shorter and the first j of the longer side, every one of the i matched.
        var (few, many) = sample.Length < resample.Length ? (sample, resample) : (resample, sample);
        var cost = new double[few.Length + 1, many.Length + 1];
        for (var i = 1; i <= few.Length; i++)
        {
            cost[i, i - 1] = double.PositiveInfinity;
            for (var j = i; j <= many.Length; j++) cost[i, j] = Math.Min(cost[i, j - 1], cost[i - 1, j - 1] + Math.Abs(few[i - 1] - many[j - 1]));
        }

        Array.Fill(match, -1);
        for (int i = few.Length, j = many.Length; i > 0; j--)
        {
            if (cost[i, j] == cost[i, j - 1]) continue;
            i--;
            if (few == sample) match[i] = j - 1;
            else match[j - 1] = i;
        }

        return match;
    }
}
