using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The accounts of a group as a sample: intervals around its ratios, and around the difference of two groups.</summary>
/// <remarks>
/// GRR and NRR are ratios of sums, not shares of accounts: the account is the record to draw. The percentile bootstrap alone is too narrow where few accounts lose anything, and of no width where none did.
/// So it is widened to Wilson's interval at Kish's effective number of accounts (Σw)²/Σw², w the ARR at the start (L. Kish, Survey Sampling, 1965, 8.2; Wilson for weighted data: E. L. Korn and B. I. Graubard, Survey
/// Methodology 24, 1998, 193-201): an account keeps between nothing and all, and no distribution in [0, 1] has more variance than yes and no. Ratios that can leave [0, 1] are widened by as much as GRR is.
/// </remarks>
internal sealed class RetentionSample
{
    private static readonly RetentionMeasure[] OfRevenue =
        [RetentionMeasure.GrossRetention, RetentionMeasure.GrossRetentionLedger, RetentionMeasure.NetRetention, RetentionMeasure.NetRetentionLedger, RetentionMeasure.NetRetentionWithoutReactivation];

    private readonly double[] start;
    private readonly double[] kept;
    private readonly double[] kept2;
    private readonly double[] end;
    private readonly double[] endWithoutReturn;

    public RetentionSample(ReadOnlySpan<RetentionPath> paths)
    {
        (start, kept, kept2, end, endWithoutReturn) = (new double[paths.Length], new double[paths.Length], new double[paths.Length], new double[paths.Length], new double[paths.Length]);
        var sums = default(RetentionSums);
        for (var i = 0; i < paths.Length; i++)
        {
            sums.Add(paths[i]);
            (start[i], kept[i], kept2[i], end[i], endWithoutReturn[i]) = (paths[i].Start, paths[i].Kept, paths[i].Start - paths[i].Lost, paths[i].End, paths[i].EndWithoutReturn);
        }

        Figures = sums.Figures();
    }

    public RetentionFigures Figures { get; }

    /// <summary>Gets how many accounts of equal size would say as much: (Σ ARR)² / Σ ARR².</summary>
    public double EffectiveAccounts
    {
        get
        {
            var (sum, squares) = (0d, 0d);
            foreach (var s in start)
            {
                sum += s;
                squares += s * s;
            }

            return squares == 0 ? 0 : sum * sum / squares;
        }
    }

    /// <summary>Returns an interval for each measure, by <see cref="RetentionMeasure"/>; null where the group has no accounts.</summary>
    public Interval?[] Intervals(double confidence, int resamples, int seed)
    {
        var intervals = new Interval?[Enum.GetValues<RetentionMeasure>().Length];
        if (start.Length == 0) return intervals;
        var drawn = Bootstrap.Run(start.Length, resamples, seed, times => Ratios(times));
        var gross = Figures.GrossRetention!.Value;
        var score = ProportionInterval.OfEffective(gross, EffectiveAccounts, confidence);
        var (below, above) = (gross - score.Low, score.High - gross);
        foreach (var measure in OfRevenue)
        {
            var value = Figures.Of(measure)!.Value;
            var seen = Bootstrap.PercentileInterval([.. drawn.Select(d => d[(int)measure])], confidence);
            intervals[(int)measure] = new(Math.Min(seen.Low, value - below), Math.Max(seen.High, value + above));
        }

        intervals[(int)RetentionMeasure.LogoChurn] = ProportionInterval.Wilson(Figures.LeftAtEnd, start.Length, confidence);
        intervals[(int)RetentionMeasure.LogoChurnByEvent] = ProportionInterval.Wilson(Figures.Left, start.Length, confidence);
        return intervals;
    }

    /// <summary>Returns the interval of the difference of two independent ratios from the interval of each.</summary>
    /// <remarks>R. G. Newcombe's way for proportions, which holds for any two estimates with intervals of their own: G. Y. Zou and A. Donner, Statistics in Medicine 27(10), 2008, 1693-1702.</remarks>
    public static Interval Difference(double value1, Interval interval1, double value2, Interval interval2) => new(
        value1 - value2 - Root(value1 - interval1.Low, interval2.High - value2),
        value1 - value2 + Root(interval1.High - value1, value2 - interval2.Low));

    /// <summary>Returns how often chance alone gives a difference at least as large: 1 less the confidence at which the interval of the difference would just reach 0, so that interval and test never disagree.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="interval">Its interval at <paramref name="confidence"/>.</param>
    /// <param name="confidence">The level of the interval.</param>
    /// <remarks>The distance to the end on the side of 0 counts as that many standard errors of a normal distribution. Accounts put at random into the two groups, the usual alternative, reject far too often here:
    /// in a small segment that lost nothing by chance no shuffle looks like what was seen.</remarks>
    public static double PValue(double difference, Interval interval, double confidence)
    {
        var reach = difference > 0 ? difference - interval.Low : interval.High - difference;
        if (difference == 0) return 1;
        return reach > 0 ? 2 * Normal.CDF(0, 1, -Math.Abs(difference) / reach * Normal.InvCDF(0, 1, (1 + confidence) / 2)) : 0;
    }

    /// <summary>Returns the smallest difference that a test at a level would have seen with a power, by the normal approximation to the interval of the difference.</summary>
    public static double Detectable(Interval difference, double confidence, double level, double power) =>
        (difference.High - difference.Low) / 2 / Normal.InvCDF(0, 1, (1 + confidence) / 2) * (Normal.InvCDF(0, 1, 1 - (level / 2)) + Normal.InvCDF(0, 1, power));

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private double[] Ratios(int[] times)
    {
        var (s, k, l, e, r) = (0d, 0d, 0d, 0d, 0d);
        for (var i = 0; i < start.Length; i++)
        {
            var t = times[i];
            s += t * start[i];
            k += t * kept[i];
            l += t * kept2[i];
            e += t * end[i];
            r += t * endWithoutReturn[i];
        }

        return [k / s, l / s, e / s, e / s, r / s];
    }
}
