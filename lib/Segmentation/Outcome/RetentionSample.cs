using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The accounts of a group as a sample: intervals around its ratios, and whether two groups differ.</summary>
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

    /// <summary>Returns how often accounts put at random into two groups of these sizes differ at least as much, for GRR and NRR; NaN where a group has fewer than two accounts.</summary>
    /// <remarks>The differences are divided by their standard errors, so that groups whose accounts are of other sizes may be shuffled: A. Janssen, Statistics and Probability Letters 36(1), 1997, 9-21; E. Chung and
    /// J. P. Romano, The Annals of Statistics 41(2), 2013, 484-507. The order seen counts as one (B. Phipson and G. K. Smyth, 2010, see <see cref="GroupPermutation"/>).</remarks>
    public static (double Gross, double Net) PValues(RetentionSample one, RetentionSample other, int orders, int seed)
    {
        var (n1, n) = (one.start.Length, one.start.Length + other.start.Length);
        if (n1 < 2 || n - n1 < 2) return (double.NaN, double.NaN);
        double[] all = [.. one.start, .. other.start], gross = [.. one.kept, .. other.kept], net = [.. one.end, .. other.end];
        var mean = all.Sum() / n;
        for (var i = 0; i < n; i++) (all[i], gross[i], net[i]) = (all[i] / mean, gross[i] / mean, net[i] / mean);
        var total = Moments.Of(all, gross, net, Enumerable.Range(0, n).ToArray());
        int[] rows = [.. Enumerable.Range(0, n)];
        var seen = Statistic(Moments.Of(all, gross, net, rows.AsSpan(0, n1)), total);
        var (grossAtLeast, netAtLeast) = (1, 1);
        var random = new SeededRandom(seed);
        for (var order = 0; order < orders; order++)
        {
            for (var i = 0; i < n1; i++)
            {
                var j = i + random.Next(n - i);
                (rows[i], rows[j]) = (rows[j], rows[i]);
            }

            var drawn = Statistic(Moments.Of(all, gross, net, rows.AsSpan(0, n1)), total);

            // The same numbers summed in another order may differ in the last digits.
            if (drawn.Gross >= seen.Gross * (1 - 1e-9)) grossAtLeast++;
            if (drawn.Net >= seen.Net * (1 - 1e-9)) netAtLeast++;
        }

        return (grossAtLeast / (orders + 1d), netAtLeast / (orders + 1d));
    }

    /// <summary>Returns the smallest difference that a test at a level would have seen with a power, by the normal approximation to the interval of the difference.</summary>
    public static double Detectable(Interval difference, double confidence, double level, double power) =>
        (difference.High - difference.Low) / 2 / Normal.InvCDF(0, 1, (1 + confidence) / 2) * (Normal.InvCDF(0, 1, 1 - (level / 2)) + Normal.InvCDF(0, 1, power));

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static (double Gross, double Net) Statistic(in Moments one, in Moments total)
    {
        var other = total.Less(one);
        return (Standardised(one.Ratio(one.Gross), other.Ratio(other.Gross), one.Variance(one.Gross, one.GrossStart, one.GrossGross) + other.Variance(other.Gross, other.GrossStart, other.GrossGross)),
            Standardised(one.Ratio(one.Net), other.Ratio(other.Net), one.Variance(one.Net, one.NetStart, one.NetNet) + other.Variance(other.Net, other.NetStart, other.NetNet)));
    }

    private static double Standardised(double ratio1, double ratio2, double variance) =>
        variance > 1e-18 ? Math.Abs(ratio1 - ratio2) / Math.Sqrt(variance) : Math.Abs(ratio1 - ratio2) > 1e-9 ? double.PositiveInfinity : 0;

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

    /// <summary>Sums, squares and products of a group, from which its ratios and their variances follow.</summary>
    private readonly record struct Moments(int Count, double Start, double StartStart, double Gross, double GrossStart, double GrossGross, double Net, double NetStart, double NetNet)
    {
        public static Moments Of(double[] start, double[] gross, double[] net, ReadOnlySpan<int> rows)
        {
            var (s, ss, g, gs, gg, e, es, ee) = (0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d);
            foreach (var i in rows)
            {
                s += start[i];
                ss += start[i] * start[i];
                g += gross[i];
                gs += gross[i] * start[i];
                gg += gross[i] * gross[i];
                e += net[i];
                es += net[i] * start[i];
                ee += net[i] * net[i];
            }

            return new(rows.Length, s, ss, g, gs, gg, e, es, ee);
        }

        public Moments Less(in Moments other) => new(Count - other.Count, Start - other.Start, StartStart - other.StartStart, Gross - other.Gross, GrossStart - other.GrossStart, GrossGross - other.GrossGross,
            Net - other.Net, NetStart - other.NetStart, NetNet - other.NetNet);

        public double Ratio(double sum) => sum / Start;

        // Of a ratio R = Σa/Σs: n/(n - 1) Σ(a - R s)² / (Σs)².
        public double Variance(double sum, double product, double squares)
        {
            var ratio = sum / Start;
            return Math.Max(0, squares - (2 * ratio * product) + (ratio * ratio * StartStart)) / (Start * Start) * Count / (Count - 1);
        }
    }
}
