using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>Chooses the number of bands of optimal k-means cuts, or says that the values support no cut.</summary>
/// <remarks>
/// <para>Two questions, two rules. <em>Any cut at all?</em> Every measure of fit rises with k, on evenly spread values too, and BIC alone splits them more often than not once there are thousands. So the fall of
/// the logarithm of within from 1 to k bands is held against the same in samples of evenly spread values, in standard deviations of theirs; the largest over all k is the statistic, reckoned in each spread
/// too, so that looking at many k is paid for. Evenly spread values pass at <see cref="CutCountOptions.Significance"/>; normal ones, and other densities with one peak and light tails, less often (R. Tibshirani,
/// G. Walther and T. Hastie, Journal of the Royal Statistical Society B 63(2), 2001, 411-423, theorem 1: among log-concave densities the even one looks most grouped). <em>How many?</em> The lowest BIC among the numbers
/// of bands that meet the limits.</para>
/// <para>What was weighed: the first k that the gap statistic accepts stops at 1 for three even groups, because two bands of them are no better than of an even spread; the largest gap takes as many bands as are
/// tried in small samples. In simulations of 2 to 4 groups of 20 to 1,000 values the lowest BIC chose their number most often, and the test above kept it from evenly spread values. Ten values are too few
/// for the test whatever they are: three clear groups of three come about in one even spread of ten out of four. <see cref="CutCountChoice.Best"/> says what BIC would choose all the same.</para>
/// <para>Rounded values (whole numbers, fifties) are no groups. Their step is found, and what rounding takes away, a twelfth of the squared step for each record (W. F. Sheppard, Proceedings of the London
/// Mathematical Society 29, 1898, 353-380), is put back into every within before it is compared.</para>
/// </remarks>
public static class CutCount
{
    /// <summary>Chooses.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="scale">The scale on which distances count.</param>
    /// <param name="weight">What a record counts for in the squares; the silhouette counts records whatever they weigh.</param>
    /// <param name="limits">What bands must hold, and how many of them are wanted; <see cref="BandLimits.None"/> where null.</param>
    /// <param name="options">How to choose; <see cref="CutCountOptions.Default"/> where null.</param>
    public static CutCountChoice Choose(CutSample sample, CutScale scale = CutScale.Log, CutWeight weight = CutWeight.Count, BandLimits? limits = null, CutCountOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= CutCountOptions.Default;
        limits ??= BandLimits.None;
        using var groups = ValueGroups.Of(sample, scale, weight);
        if (CutWords.NoCut(groups, 2, scale, weight) is { } reason) return new([], 1, null, null, reason) { IsSupported = false, Options = options };
        if (groups.Weighing < options.FewestValues)
        {
            return new([], 1, null, null, string.Create(CultureInfo.InvariantCulture, $"no cut is supported: there are only {groups.Weighing} distinct values, {ShortfallWords.Number(groups.At[0])} and {ShortfallWords.Number(groups.At[^1])}: a list, not a scale"))
            {
                IsSupported = false,
                Options = options,
            };
        }

        var resolution = Resolution.Of(groups, scale);
        var (rounding, low, high) = resolution.On(groups, scale);
        var records = groups.Counts.ToArray().Sum() - groups.OffScale;

        // A band for every record, or for every value where nothing is known of their rounding, leaves nothing to reckon with.
        var most = Math.Min(options.Most, Math.Min(records - 1, resolution.Step > 0 ? groups.Weighing : groups.Weighing - 1));
        var free = KMeansCuts.All(sample, most, scale, weight);
        var limited = KMeansCuts.All(sample, most, scale, weight, limits);
        var gaps = GapReference.Of(sample, scale, weight, most, options);
        double[] within = [.. free.Select(p => p.TotalWithin + rounding)];
        var rows = limited.Select(partition =>
        {
            var k = partition.Bands;
            var (gap, error) = gaps.Gap(k, within[k - 1], high - low);
            return new CutCountRow(k, partition.Cuts, partition.TotalWithin, limited[0].TotalWithin > 0 ? 1 - (partition.TotalWithin / limited[0].TotalWithin) : 1, Bic(groups, partition, records, rounding), BandSilhouette.Of(groups, partition.Cuts.AsSpan()), gap, error)
            {
                Shortfalls = partition.Shortfalls,
                MeetsLimits = partition.Shortfalls.IsEmpty && k >= limits.Fewest && k <= limits.Most,
            };
        }).ToImmutableArray();
        var p = gaps.P(within);
        var best = rows.Where(r => r.Bands > 1 && r.MeetsLimits).OrderBy(r => r.Bic).ThenBy(r => r.Bands).FirstOrDefault()?.Bands;
        var supported = p <= options.Significance;
        return new(rows, supported ? best ?? 1 : 1, best, p, Words(rows, best, p, supported, groups, limits, options)) { IsSupported = supported, Resolution = resolution.Step, Options = options };
    }

    /// <summary>Returns Pelleg and Moore's criterion: bands are normal about their means with one variance, within / (n - k), and a record is in its own band only.</summary>
    private static double Bic(ValueGroups groups, KMeansPartition partition, int records, double rounding)
    {
        var k = partition.Bands;
        var total = groups.Weights.ToArray().Sum();

        // By amount, a record counts as the share of all that it pays: the shares of the bands then are shares of the amount, and n stays the number of records.
        var variance = (partition.TotalWithin + rounding) * (records / total) / (records - k);
        var likelihood = (-records / 2.0 * Math.Log(2 * Math.PI * variance)) - ((records - k) / 2.0);
        var (band, mass) = (0, 0.0);
        for (var i = 0; i <= groups.Length; i++)
        {
            if (i == groups.Length || (band < partition.Cuts.Length && groups.At[i] >= partition.Cuts[band]))
            {
                if (mass > 0) likelihood += records * (mass / total) * Math.Log(mass / total);
                (band, mass) = (band + 1, 0);
            }

            if (i < groups.Length) mass += groups.Weights[i];
        }

        // k means, k - 1 shares, one variance.
        return (-2 * likelihood) + (2 * k * Math.Log(records));
    }

    private static string Words(ImmutableArray<CutCountRow> rows, int? best, double p, bool supported, ValueGroups groups, BandLimits limits, CutCountOptions options)
    {
        var range = limits.Fewest >= limits.Most ? ShortfallWords.Bands(limits.Most) : $"{ShortfallWords.Number(Math.Max(2, limits.Fewest))} to {ShortfallWords.Bands(Math.Min(limits.Most, options.Most))}";
        var held = string.Create(CultureInfo.InvariantCulture, $"p = {p:0.00##}, limit {options.Significance}");
        var off = CutWords.OffScale(groups) is { } words ? "; " + words : null;
        if (best is null)
        {
            var why = rows.FirstOrDefault(r => r.Bands >= Math.Max(2, limits.Fewest) && r.Bands <= limits.Most && !r.Shortfalls.IsEmpty)?.Shortfalls[0].Words ?? $"there are {ShortfallWords.Number(groups.Weighing)} distinct values";
            return $"no cut is supported: {range} cannot be had within the limits ({why}); the values are {(supported ? null : "not ")}more grouped than evenly spread ones ({held}){off}";
        }

        return supported
            ? $"{ShortfallWords.Bands(best.Value)}, the lowest BIC of {range} within the limits; evenly spread values are rarely so grouped ({held}){off}"
            : $"no cut is supported: evenly spread values are as grouped as these in {ShortfallWords.Share(p)} of samples ({held}); of {range} within the limits {best} would have the lowest BIC{off}";
    }
}
