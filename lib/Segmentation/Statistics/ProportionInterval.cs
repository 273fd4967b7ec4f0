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

        return Score((double)successes / trials, trials, confidence);
    }

    /// <summary>Returns the Wilson score interval of a proportion in a population of known size, of which a part was looked at: the more of it was seen, the
    /// narrower; the whole leaves no doubt.</summary>
    /// <param name="successes">Records of the sample with the property, in [0, <paramref name="trials"/>].</param>
    /// <param name="trials">Records in the sample, drawn at random without putting back; at most <paramref name="population"/>.</param>
    /// <param name="population">Records there are.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>Proportions within [0, 1]; [0, 1] where nothing was looked at, the proportion itself where everything was.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>The sample counts as n (N - 1)/(N - n) draws, which gives the variance of draws without putting back (W. G. Cochran, Sampling Techniques,
    /// 3rd edition, 1977, 3.2), in the formula of <see cref="Wilson"/>.</remarks>
    public static Interval WilsonOfPopulation(int successes, int trials, int population, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trials, population);
        if (successes < 0 || successes > trials)
            throw new ArgumentOutOfRangeException(nameof(successes), string.Create(CultureInfo.InvariantCulture, $"successes is {successes} but must be in 0 to trials ({trials}); count both over the same records."));
        Confidence.Check(confidence);
        if (trials == 0) return new Interval(0, 1);
        return OfPopulation((double)successes / trials, trials, population, confidence);
    }

    /// <summary>Returns the same for a share that a sample of some size might show.</summary>
    internal static Interval OfPopulation(double share, int trials, int population, double confidence) =>
        trials == population ? new Interval(share, share) : Score(share, trials * (population - 1.0) / (population - trials), confidence);

    /// <summary>Returns the Wilson interval of a share whose doubt is that of some number of records, which need not be whole; [0, 1] where that is 0.</summary>
    internal static Interval OfEffective(double share, double size, double confidence) => size > 0 ? Score(Math.Clamp(share, 0, 1), size, confidence) : new Interval(0, 1);

    private static Interval Score(double share, double n, double confidence)
    {
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);

        // centre = (p + z²/2n) / (1 + z²/n); half width = z √(p(1-p)/n + z²/4n²) / (1 + z²/n).
        var scale = 1 + (z * z / n);
        var centre = (share + (z * z / (2 * n))) / scale;
        var half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / scale;
        return new Interval(share == 0 ? 0 : Math.Max(0, centre - half), share == 1 ? 1 : Math.Min(1, centre + half));
    }
}
