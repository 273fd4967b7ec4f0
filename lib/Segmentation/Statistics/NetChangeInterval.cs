using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>Intervals around the change of a group's size, as a proportion of its size in the baseline: 0.24 is a quarter more.</summary>
public static class NetChangeInterval
{
    /// <summary>Returns the interval of the net change where it is known which records came and which went.</summary>
    /// <param name="entered">Records in the group now that were not in it, at least 0.</param>
    /// <param name="left">Records of the baseline that are no longer in the group, in [0, <paramref name="baseline"/>].</param>
    /// <param name="baseline">Records in the group at the baseline, at least 1.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>Proportions of <paramref name="baseline"/>; never below -1. Around (entered - left) / baseline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Leaving is a proportion of the records there were (Wilson), entering a count of events (Garwood's exact Poisson limits); the two are joined by
    /// squaring and adding the distances to their limits (G. Y. Zou and A. Donner, Statistics in Medicine 27(10), 2008, 1693-1702). Not the binomial of entered
    /// among those who moved: given their number, it leaves no doubt on one side where all moved one way, which is the usual case in a small segment. Assumes
    /// that records move independently; a bulk change makes it too narrow.</remarks>
    public static Interval Paired(int entered, int left, int baseline, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entered);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline, 1);
        if (left < 0 || left > baseline)
            throw new ArgumentOutOfRangeException(nameof(left), string.Create(CultureInfo.InvariantCulture, $"left is {left} but must be in 0 to baseline ({baseline}); only a record that was there can leave."));
        var came = RateInterval.Garwood(entered, 1, confidence);
        var share = ProportionInterval.Wilson(left, baseline, confidence);
        var went = new Interval(share.Low * baseline, share.High * baseline);
        var net = entered - left;
        return new Interval(
            (net - Root(entered - came.Low, went.High - left)) / baseline,
            (net + Root(came.High - entered, left - went.Low)) / baseline);
    }

    /// <summary>Returns the interval of the change between two counts of different records.</summary>
    /// <param name="baseline">Records in the group at the baseline, at least 0.</param>
    /// <param name="current">Records in the group now, at least 0.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>Proportions, never below -1; the upper end is infinite where the baseline is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Two Poisson counts: given their sum, today's is binomial with p/(1 - p) the ratio of their rates (J. Przyborowski and H. Wilenski, Biometrika
    /// 31(3/4), 1940, 313-323); Wilson's limits of p. A little wide where the group is a large part of a total that is fixed.</remarks>
    public static Interval Independent(int baseline, int current, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(baseline);
        ArgumentOutOfRangeException.ThrowIfNegative(current);
        var share = ProportionInterval.Wilson(current, checked(baseline + current), confidence);
        return new Interval(Ratio(share.Low) - 1, Ratio(share.High) - 1);
    }

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Ratio(double share) => share == 1 ? double.PositiveInfinity : share / (1 - share);
}
