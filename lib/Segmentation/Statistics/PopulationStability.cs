using System.Globalization;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>The population stability index, and how large it gets by chance alone.</summary>
/// <remarks>Without drift the index of two independent samples is distributed as (1/n + 1/m) times a chi-square with B - 1 degrees of freedom, for n and m
/// records in B bins (B. Yurdakul and J. Naranjo, Journal of Risk Model Validation 14(4), 2020, 89-100). The customary lines .10 and .25 know nothing of n and m:
/// at 100 records a side and 10 bins chance alone passes .25 often. Assumes independent records and several expected in every bin.</remarks>
public static class PopulationStability
{
    /// <summary>Returns the index Σ(a - e) ln(a/e) over the shares e of the baseline and a of today.</summary>
    /// <param name="baseline">Counts per bin, at least 0.</param>
    /// <param name="current">Counts per bin, aligned with <paramref name="baseline"/>.</param>
    /// <returns>At least 0, in nats; always finite. NaN where a side has no records.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    /// <remarks>A bin that is empty on both sides is left out. Where a side has an empty bin that the other fills, half a record is added to every bin of the
    /// side with the empty one (the logarithm of 0 would make the index infinite whatever the sizes).</remarks>
    public static double Index(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        SharesOf.Check(baseline, current);
        var (e, a) = (new List<int>(), new List<int>());
        for (var bin = 0; bin < baseline.Length; bin++)
        {
            if (baseline[bin] == 0 && current[bin] == 0) continue;
            e.Add(baseline[bin]);
            a.Add(current[bin]);
        }

        if (e.Sum(c => (double)c) == 0 || a.Sum(c => (double)c) == 0) return double.NaN;
        var shares = SharesOf.Both([.. e], [.. a], (e.Contains(0) ? .5 : 0, a.Contains(0) ? .5 : 0))!.Value;
        return shares.Baseline.Zip(shares.Current, (was, now) => (now - was) * Math.Log(now / was)).Sum();
    }

    /// <summary>Returns the number of bins that count: those with a record on either side.</summary>
    /// <param name="baseline">Counts per bin, at least 0.</param>
    /// <param name="current">Counts per bin, aligned with <paramref name="baseline"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    public static int Bins(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        SharesOf.Check(baseline, current);
        var bins = 0;
        for (var bin = 0; bin < baseline.Length; bin++) bins += baseline[bin] > 0 || current[bin] > 0 ? 1 : 0;
        return bins;
    }

    /// <summary>Returns the index that chance alone exceeds in 1 - <paramref name="confidence"/> of all cases.</summary>
    /// <param name="bins">Bins B, at least 1; with one bin the index is always 0.</param>
    /// <param name="baselineSize">Records n of the baseline, at least 1.</param>
    /// <param name="currentSize">Records m of today, at least 1.</param>
    /// <param name="confidence">Inside (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double CriticalValue(int bins, int baselineSize, int currentSize, double confidence = 0.95)
    {
        Confidence.Check(confidence);
        return Scale(bins, baselineSize, currentSize) * (bins == 1 ? 0 : ChiSquared.InvCDF(bins - 1, confidence));
    }

    /// <summary>Returns how often chance alone gives an index at least as large.</summary>
    /// <param name="index">The index, at least 0.</param>
    /// <param name="bins">Bins B, at least 1.</param>
    /// <param name="baselineSize">Records n of the baseline, at least 1.</param>
    /// <param name="currentSize">Records m of today, at least 1.</param>
    /// <returns>A probability in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double PValue(double index, int bins, int baselineSize, int currentSize)
    {
        if (!(index >= 0)) throw new ArgumentOutOfRangeException(nameof(index), string.Create(CultureInfo.InvariantCulture, $"index is {index} but a population stability index is at least 0."));
        var scale = Scale(bins, baselineSize, currentSize);
        return bins == 1 ? 1 : SpecialFunctions.GammaUpperRegularized((bins - 1) / 2d, index / scale / 2);
    }

    private static double Scale(int bins, int baselineSize, int currentSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(baselineSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(currentSize, 1);
        return (1d / baselineSize) + (1d / currentSize);
    }
}
