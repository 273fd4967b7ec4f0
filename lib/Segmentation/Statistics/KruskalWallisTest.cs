using System.Globalization;
using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>The Kruskal-Wallis test: whether values of one group tend to be larger than those of another.</summary>
public static class KruskalWallisTest
{
    /// <summary>Returns the test.</summary>
    /// <param name="values">Length n; infinities are values, NaN is not.</param>
    /// <param name="groups">Length n, aligned: zero-based group of each value.</param>
    /// <exception cref="ArgumentException">The inputs differ in length.</exception>
    /// <remarks>W. H. Kruskal and W. A. Wallis, Journal of the American Statistical Association 47(260), 1952, 583-621: with mid-ranks for ties H is n - 1 times the share of the variance of the
    /// ranks that lies between groups. The p-value is that of chi-square with k - 1 degrees; rough where a group holds fewer than 5. Asks for no shape and no scale: a few very large values do not decide.</remarks>
    public static KruskalWallisResult Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        if (values.Length != groups.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"groups has {groups.Length} values but values has {values.Length}; both need one a record."), nameof(groups));
        var (n, k, between, within) = AnalysisOfVariance.Squares(MidRanks(values), groups);
        if (k < 2 || !(between + within > 0)) return new(n, k, 0, 1, double.NaN);
        var share = Math.Clamp(between / (between + within), 0, 1);
        var h = (n - 1) * share;
        return new(n, k, h, SpecialFunctions.GammaUpperRegularized((k - 1) / 2d, h / 2), n > k ? Math.Max(0, 1 - ((n - 1d) / (n - k) * (1 - share))) : 0);
    }

    /// <summary>Returns the ranks from 1 to n, equal values sharing the mean of theirs.</summary>
    internal static double[] MidRanks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[order.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && sorted[to] == sorted[from];) to++;
            for (var i = from; i < to; i++) ranks[order[i]] = (from + to + 1) / 2d;
        }

        return ranks;
    }
}
