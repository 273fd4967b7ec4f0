using MathNet.Numerics;
using Segmentation.Statistics;

namespace Segmentation.Cuts;

/// <summary>Tests whether an outcome has to do with a value at all, by the cuts that separate it best, with the p-value corrected for having chosen them.</summary>
/// <remarks>
/// <para>H0: the outcome is unrelated to the value, so that dealing the outcomes out anew among the records changes nothing. The statistic is the largest Σ T²/n / s² over all allowed bands: T the sum of
/// a band's scores less their mean, s² their variance. Scores are 0 and 1 (binary: Pearson's chi-square times (n - 1)/n), the values (continuous), or the events less the hazard until then (censored: the
/// log-rank with the variance of permutation). Under H0 the largest of many is far from a chi-square: at a nominal 5% one cut in two to four is "significant" by chance.</para>
/// <para>The corrected p-value is (1 + permutations with a statistic at least as large)/(1 + permutations), each with the whole search repeated over the same candidates. Without permutations, it is a
/// bound for one cut: the improved Bonferroni inequality of B. Lausen, W. Sauerbrei and M. Schumacher (Computational Statistics, P. Dirschedl and R. Ostermann, eds., 1994, 483-496); for more, Bonferroni's.
/// R. Miller and D. Siegmund, Biometrics 38(4), 1982, 1011-1016; B. Lausen and M. Schumacher, Biometrics 48(1), 1992, 73-85; T. Hothorn and B. Lausen, Computational Statistics and Data Analysis 43(2),
/// 2003, 121-137. Of the limits, the fewest records and the least amount of a band count, for they do not depend on the outcome.</para>
/// </remarks>
public static class MaximallySelectedTest
{
    /// <summary>Returns the test of the best k - 1 cuts.</summary>
    /// <param name="sample">The sample, with a target; its <see cref="CutSample.Times"/> count. On a resample its p-value means nothing.</param>
    /// <param name="options">Candidates, limits, permutations and seed; <see cref="BinningOptions.Default"/> where null.</param>
    /// <param name="bands">Number of bands k, at least 2.</param>
    /// <exception cref="ArgumentException">The sample has no target.</exception>
    public static MaximallySelectedResult Of(CutSample sample, BinningOptions? options = null, int bands = 2)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 2);
        options ??= BinningOptions.Default;
        options.Check();
        return Of(PreBins.Of(sample, options), options, bands);
    }

    internal static MaximallySelectedResult Of(PreBins parts, BinningOptions options, int bands)
    {
        var search = new MaximalSearch(parts, options.Limits, bands);
        var scores = OutcomeScores.Of(parts);
        var sums = scores.Sums();
        var (statistic, cuts) = search.Best(sums, scores.Variance);
        var candidates = search.Candidates;
        if (cuts.Length == 0 || scores.Variance == 0) return new(bands, candidates.Length, [], 0, 1, 1, 0);
        var raw = SpecialFunctions.GammaUpperRegularized((bands - 1) / 2d, statistic / 2);
        var corrected = options.Permutations > 0 ? Permuted(search, scores, statistic, options)
            : bands == 2 ? ImprovedBonferroni(statistic, raw, search.Sizes, parts.Count)
            : Math.Min(1, raw * SpecialFunctions.Binomial(candidates.Length, bands - 1));
        return new(bands, candidates.Length, [.. cuts.Select(c => parts.Cuts[c - 1])], statistic, raw, corrected, options.Permutations);
    }

    private static double Permuted(MaximalSearch search, OutcomeScores scores, double statistic, BinningOptions options)
    {
        var asLarge = 0;

        // A stream a permutation: the same answer on any number of threads. Equal statistics may differ by rounding; they count.
        var least = statistic * (1 - 1e-9);
        Parallel.For(0, options.Permutations, () => (Sums: scores.NewSums(), Places: scores.NewPlaces(), Work: search.NewWork()), (permutation, _, buffers) =>
        {
            scores.Permute(new SeededRandom(options.Seed, permutation), buffers.Places, buffers.Sums);
            if (search.Largest(buffers.Sums, scores.Variance, buffers.Work) >= least) Interlocked.Increment(ref asLarge);
            return buffers;
        }, _ => { });
        return (1d + asLarge) / (1d + options.Permutations);
    }

    /// <summary>Returns P(|Z1| &gt; b) + Σ D(i, i + 1) over neighbouring candidates, D = e^(-b²/2)/π (t - (b²/4 - 1)t³/6), t = √(1 - m_i (n - m_{i+1})/((n - m_i) m_{i+1})).</summary>
    internal static double ImprovedBonferroni(double chiSquare, double raw, ReadOnlySpan<int> below, int records)
    {
        var p = raw;
        for (var i = 1; i < below.Length; i++)
        {
            var t = Math.Sqrt(Math.Max(0, 1 - (below[i - 1] * (double)(records - below[i]) / ((records - below[i - 1]) * (double)below[i]))));
            var step = Math.Exp(-chiSquare / 2) / Math.PI * (t - (((chiSquare / 4) - 1) * t * t * t / 6));

            // The expansion is for candidates close together; far apart, Bonferroni's own term is the bound.
            p += step > 0 && step < raw ? step : raw;
        }

        return Math.Min(1, p);
    }
}
