using System.Collections.Immutable;

namespace Segmentation.Statistics;

/// <summary>
/// The bootstrap: what a statistic would have been, had other records come from the same population. Records are drawn with replacement, as many as there are; a resample is told by
/// how often each record is in it, so that nothing is copied or sorted again.
/// </summary>
/// <remarks>B. Efron, "Bootstrap Methods: Another Look at the Jackknife", The Annals of Statistics 7(1), 1979, 1-26. Where records belong together (months of one account), the account
/// is the record to draw. The percentile interval is right where the statistic's distribution can be made symmetric; it is narrow for few records (below some 30), and not to be trusted for maxima.</remarks>
public static class Bootstrap
{
    /// <summary>Returns a statistic of each resample, in the order of the resamples: the same for one seed on any number of threads.</summary>
    /// <param name="records">Number of records n, at least 1.</param>
    /// <param name="resamples">Number of resamples R, at least 1.</param>
    /// <param name="seed">The seed; each resample has a stream of its own.</param>
    /// <param name="statistic">From length n, how often each record was drawn (summing to n), to the statistic. The array is used again for another resample as soon as it returns; called from
    /// several threads at once.</param>
    /// <param name="threads">Most threads at once; as many as there are processors where null.</param>
    /// <typeparam name="T">Kind of statistic.</typeparam>
    /// <returns>Length R.</returns>
    public static ImmutableArray<T> Run<T>(int records, int resamples, int seed, Func<int[], T> statistic, int? threads = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(records, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        ArgumentNullException.ThrowIfNull(statistic);
        var statistics = new T[resamples];
        Parallel.For(
            0,
            resamples,
            new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount },
            () => new int[records],
            (resample, _, times) =>
            {
                ResampleCounts.Draw(new SeededRandom(seed, resample), times);
                statistics[resample] = statistic(times);
                return times;
            },
            _ => { });
        return ImmutableArray.Create(statistics);
    }

    /// <summary>Returns the mean of each resample.</summary>
    /// <param name="values">Length n, at least 1 value.</param>
    /// <param name="resamples">Number of resamples R, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threads">Most threads at once; as many as there are processors where null.</param>
    /// <returns>Length R, in the order of the resamples.</returns>
    public static ImmutableArray<double> Means(ImmutableArray<double> values, int resamples, int seed, int? threads = null) =>
        Run(values.Length, resamples, seed, times => Sum(times, values.AsSpan()) / values.Length, threads);

    /// <summary>Returns the percentile interval of a statistic.</summary>
    /// <param name="statistics">The statistic of each resample, in any order; NaN (not defined there) is left out. At least one is a number.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <remarks>B. Efron, "Nonparametric Standard Errors and Confidence Intervals", Canadian Journal of Statistics 9(2), 1981, 139-158: the quantiles at (1 - confidence)/2 on either side.</remarks>
    public static Interval PercentileInterval(ImmutableArray<double> statistics, double confidence = 0.95)
    {
        Confidence.Check(confidence);
        var sorted = statistics.Where(s => !double.IsNaN(s)).Order().ToArray();
        return new(Quantile.OfSorted(sorted, (1 - confidence) / 2), Quantile.OfSorted(sorted, (1 + confidence) / 2));
    }

    // Four sums in a fixed order: the same bits with any vector width.
    private static double Sum(int[] times, ReadOnlySpan<double> values)
    {
        var (a, b, c, d, i) = (0d, 0d, 0d, 0d, 0);
        for (; i + 3 < values.Length && i + 3 < times.Length; i += 4)
        {
            a += times[i] * values[i];
            b += times[i + 1] * values[i + 1];
            c += times[i + 2] * values[i + 2];
            d += times[i + 3] * values[i + 3];
        }

        for (; i < values.Length; i++) a += times[i] * values[i];
        return a + b + (c + d);
    }
}
