using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>Counts the accounts of each band, what they pay, and what became of them.</summary>
internal static class CutBands
{
    /// <summary>Returns the bands of some cuts.</summary>
    /// <param name="today">The values of today.</param>
    /// <param name="before">The values at the start of the window with what happened after; null without an outcome.</param>
    /// <param name="cuts">Ascending.</param>
    /// <param name="hasArr">Whether the amounts of <paramref name="today"/> are known.</param>
    /// <param name="confidence">Of the intervals.</param>
    public static ImmutableArray<CutBand> Of(CutSample today, CutSample? before, ImmutableArray<double> cuts, bool hasArr, double confidence)
    {
        double paid = 0;
        foreach (var amount in today.Amounts) paid += amount;
        var bands = ImmutableArray.CreateBuilder<CutBand>(cuts.Length + 1);
        for (var b = 0; b <= cuts.Length; b++)
        {
            var (from, below) = (b == 0 ? (double?)null : cuts[b - 1], b == cuts.Length ? (double?)null : cuts[b]);
            var (start, end) = Range(today, from, below);
            double arr = 0;
            foreach (var amount in today.Amounts[start..end]) arr += amount;
            var band = new CutBand(from, below, end - start)
            {
                Share = today.Count == 0 ? null : (double)(end - start) / today.Count,
                Arr = hasArr ? arr : null,
                ArrShare = hasArr && paid > 0 ? arr / paid : null,
            };
            if (before?.Target is { } target)
            {
                var (first, last) = Range(before, from, below);
                band = Outcome(band, target, before.Amounts, first, last, confidence);
            }

            bands.Add(band);
        }

        return bands.MoveToImmutable();
    }

    /// <summary>Returns the accounts without a value.</summary>
    public static CutBand Blank(CutSample today, CutSample? before, bool hasArr, double confidence)
    {
        double arr = 0;
        foreach (var amount in today.BlankAmounts) arr += amount;
        var band = new CutBand(null, null, today.Blanks.Length) { Arr = hasArr ? arr : null };
        return before?.BlankTarget is { } target ? Outcome(band, target, before.BlankAmounts, 0, target.Count, confidence) : band;
    }

    /// <summary>Returns the first place of a sample whose value is not below a cut.</summary>
    public static int FirstNotBelow(ReadOnlySpan<double> values, double cut)
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (values[middle] < cut) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static (int Start, int End) Range(CutSample sample, double? from, double? below) =>
        (from is { } low ? FirstNotBelow(sample.Values, low) : 0, below is { } high ? FirstNotBelow(sample.Values, high) : sample.Values.Length);

    private static CutBand Outcome(CutBand band, CutTarget target, ReadOnlySpan<double> amounts, int start, int end, double confidence)
    {
        var n = end - start;
        if (target is ContinuousTarget continuous) return Retention(band with { Paid = n }, continuous.Value.AsSpan()[start..end], amounts[start..end], confidence);
        var happened = target is CensoredTarget censored ? censored.Event.AsSpan() : ((BinaryTarget)target).Event.AsSpan();
        var events = 0;
        foreach (var did in happened[start..end]) events += did ? 1 : 0;
        return band with
        {
            Paid = n,
            Events = events,
            Outcome = n == 0 ? null : (double)events / n,
            OutcomeInterval = n == 0 ? null : ProportionInterval.Wilson(events, n, confidence),
        };
    }

    // A ratio of two sums over the same accounts: var(r) = n/(n - 1) Σ (y - r x)² / (Σ x)² (W. G. Cochran, Sampling Techniques, 3rd edition, 1977, 2.11 and 6.4), Student's t with n - 1 degrees.
    private static CutBand Retention(CutBand band, ReadOnlySpan<double> ratio, ReadOnlySpan<double> amounts, double confidence)
    {
        double before = 0, after = 0;
        for (var i = 0; i < ratio.Length; i++) (before, after) = (before + amounts[i], after + (ratio[i] * amounts[i]));
        if (before <= 0) return band;
        var kept = after / before;
        if (ratio.Length < 2) return band with { Outcome = kept };
        double squares = 0;
        for (var i = 0; i < ratio.Length; i++)
        {
            var rest = (ratio[i] - kept) * amounts[i];
            squares += rest * rest;
        }

        var n = ratio.Length;
        var half = StudentT.InvCDF(0, 1, n - 1, (1 + confidence) / 2) * Math.Sqrt(n / (n - 1.0) * squares) / before;
        return band with { Outcome = kept, OutcomeInterval = new(Math.Max(0, kept - half), kept + half) };
    }
}
