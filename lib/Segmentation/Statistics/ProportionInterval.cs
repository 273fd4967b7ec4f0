using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>Intervals around a proportion.</summary>
public static class ProportionInterval
{
    /// <summary>Returns the Wilson score interval of a proportion: every proportion that a two-sided score test would not reject.</summary>
    /// <param name="successes">Records with the property, in [0, <paramref name="trials"/>].</param>
    /// <param name="trials">Records looked at. Without any, nothing is known: the interval is [0, 1].</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>Proportions within [0, 1]; 0 of n gives a lower end of exactly 0, n of n an upper end of exactly 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>E. B. Wilson, Journal of the American Statistical Association 22(158), 1927, 209-212; no continuity correction.
    /// Assumes records that are independent and a sample, not the whole: for a complete export it says how far the rate could
    /// move by chance in records of the same kind. Not Wald: its bounds leave [0, 1] or collapse for small groups and rates near
    /// 0 or 1 (Brown, Cai and DasGupta, Statistical Science 16(2), 2001, 101-133).</remarks>
    public static Interval Wilson(int successes, int trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (successes < 0 || successes > trials)
            throw new ArgumentOutOfRangeException(nameof(successes), string.Create(CultureInfo.InvariantCulture, $"successes is {successes} but must be in 0 to trials ({trials}); count both over the same records."));
        Confidence.Check(confidence);
        if (trials == 0) return new Interval(0, 1);

        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        double n = trials, share = successes / n;

        // centre = (p + z²/2n) / (1 + z²/n); half width = z √(p(1-p)/n + z²/4n²) / (1 + z²/n).
        var scale = 1 + (z * z / n);
        var centre = (share + (z * z / (2 * n))) / scale;
        var half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / scale;
        return new Interval(successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }
}
