namespace Segmentation.Statistics;

/// <summary>The ratio of two proportions of different records.</summary>
public static class ProportionRatio
{
    /// <summary>Returns the interval of the ratio of the first proportion to the second.</summary>
    /// <param name="successes1">Records of the first group with the property, in [0, <paramref name="trials1"/>].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="successes2">Records of the second group with the property, in [0, <paramref name="trials2"/>].</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>From 0 up; the upper end is infinite where the second proportion may be 0, and the interval [0, ∞] where a group is empty or nobody has the property.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Wilson's limits of both, joined for a ratio (method of variance estimates recovery: A. Donner and G. Y. Zou, Statistical Methods in Medical Research 21(4), 2012, 347-359, equation 9). Not the logarithm of the
    /// ratio with its delta-method error (Katz): that has no answer where a group has no success.</remarks>
    public static Interval Of(int successes1, int trials1, int successes2, int trials2, double confidence = 0.95)
    {
        var (first, second) = (ProportionInterval.Wilson(successes1, trials1, confidence), ProportionInterval.Wilson(successes2, trials2, confidence));
        if (trials1 == 0 || trials2 == 0 || (successes1 == 0 && successes2 == 0)) return new(0, double.PositiveInfinity);
        var (p1, p2) = ((double)successes1 / trials1, (double)successes2 / trials2);
        var product = p1 * p2;
        var below = second.High * ((2 * p2) - second.High);
        var above = second.Low * ((2 * p2) - second.Low);
        var down = product - Math.Sqrt(Math.Max(0, (product * product) - (first.Low * ((2 * p1) - first.Low) * below)));
        var up = product + Math.Sqrt(Math.Max(0, (product * product) - (first.High * ((2 * p1) - first.High) * above)));

        // Where the upper limit of the second is twice its proportion the fraction is 0 by 0: multiplied out it is l(2p - l)/2p'p.
        var low = successes1 == 0 ? 0 : Math.Abs(below) < Tiny ? first.Low * ((2 * p1) - first.Low) / (2 * product) : down / below;
        return new(Math.Max(0, low), above > 0 ? up / above : double.PositiveInfinity);
    }

    private const double Tiny = 1e-15;
}
