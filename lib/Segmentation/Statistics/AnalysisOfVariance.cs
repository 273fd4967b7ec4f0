using System.Globalization;
using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>One-way analysis of variance: whether groups differ in the mean of a number, and by how much of its spread.</summary>
public static class AnalysisOfVariance
{
    /// <summary>Returns the analysis.</summary>
    /// <param name="values">Length n, finite.</param>
    /// <param name="groups">Length n, aligned: zero-based group of each value.</param>
    /// <param name="confidence">Two-sided confidence level of the interval, inside (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentException">The inputs differ in length.</exception>
    /// <remarks>R. A. Fisher, "Statistical Methods for Research Workers", 1925, chapter 7. Assumes independent records and, for p-value and interval, spreads that are alike and not far from normal:
    /// take logarithms of amounts first. η² corrected: T. L. Kelley, Proceedings of the National Academy of Sciences 21(9), 1935, 554-559. Interval λ/(λ + n) from the limits of the noncentrality λ
    /// of F: J. H. Steiger, Psychological Methods 9(2), 2004, 164-182.</remarks>
    public static AnalysisOfVarianceResult Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups, double confidence = 0.95)
    {
        if (values.Length != groups.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"groups has {groups.Length} values but values has {values.Length}; both need one a record."), nameof(groups));
        var (n, k, between, within) = Squares(values, groups);
        var total = between + within;
        if (k < 2 || n <= k || !(total > 0)) return new(n, k, double.NaN, 1, double.NaN, double.NaN, new Interval(0, 1));
        var (among, inside) = (k - 1d, (double)(n - k));
        var share = Math.Clamp(between / total, 0, 1);
        var corrected = Math.Max(0, 1 - ((n - 1) / inside * (1 - share)));
        if (within <= total * 1e-14) return new(n, k, double.PositiveInfinity, 0, 1, 1, new Interval(1, 1));
        var f = between / among / (within / inside);
        var lambda = Noncentrality.OfF(f, among, inside, confidence);

        // P(F > f) = I(within/2, among/2) at within/(within + among f).
        return new(n, k, f, SpecialFunctions.BetaRegularized(inside / 2, among / 2, inside / (inside + (among * f))), share, corrected, new Interval(lambda.Low / (lambda.Low + n), lambda.High / (lambda.High + n)));
    }

    /// <summary>Returns records, groups with records, and the sums of squares between and within them.</summary>
    internal static (int Records, int Groups, double Between, double Within) Squares(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        var most = 0;
        foreach (var group in groups) most = Math.Max(most, group + 1);
        var (count, mean) = (new int[most], new double[most]);
        var all = 0d;
        for (var i = 0; i < values.Length; i++)
        {
            count[groups[i]]++;
            mean[groups[i]] += values[i];
            all += values[i];
        }

        all /= values.Length;
        var (between, within) = (0d, 0d);
        for (var g = 0; g < most; g++)
        {
            if (count[g] == 0) continue;
            mean[g] /= count[g];
            between += count[g] * (mean[g] - all) * (mean[g] - all);
        }

        for (var i = 0; i < values.Length; i++) within += (values[i] - mean[groups[i]]) * (values[i] - mean[groups[i]]);
        return (values.Length, count.Count(c => c > 0), between, within);
    }
}
