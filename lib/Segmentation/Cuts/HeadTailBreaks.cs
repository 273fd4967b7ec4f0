using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>Cuts of a heavy tail at the mean, then at the mean of what is above it, as long as that stays a minority.</summary>
/// <remarks>B. Jiang, "Head/Tail Breaks: A New Classification Scheme for Data with a Heavy-Tailed Distribution", The Professional Geographer 65(3), 2013, 482-494. The number of bands comes from the values: those
/// without a heavy tail get none.</remarks>
public static class HeadTailBreaks
{
    /// <summary>Gets the share of records above the mean below which a head is a minority: the 40% of Jiang's rule.</summary>
    public const double MinorityShare = 0.40;

    /// <summary>Returns the cuts.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="headShare">The largest share of the records being split that may be above their mean; a split with more is not made.</param>
    /// <param name="limits">No split makes more bands than its most, or a head with fewer records than its fewest; what else is not met is reported. <see cref="BandLimits.None"/> where null.</param>
    /// <returns>Each cut is the lowest value above a mean. No cuts where the values have no heavy tail.</returns>
    public static CutFinding Find(CutSample sample, double headShare = MinorityShare, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        const string method = "head/tail breaks";
        var (most, fewest) = ((limits ?? BandLimits.None).Most, (limits ?? BandLimits.None).FewestRecords);
        using var groups = ValueGroups.Of(sample, CutScale.Raw, CutWeight.Count);
        if (CutWords.NoCut(groups, 1, CutScale.Raw, CutWeight.Count) is { } reason) return new(method, []) { Reason = reason };
        var cuts = ImmutableArray.CreateBuilder<double>();
        var (first, records) = (0, sample.Count);
        string? stopped = null;
        while (first + 1 < groups.Length && cuts.Count + 1 < most)
        {
            // Distances from the lowest: large values close together keep their digits.
            var (low, distance) = (groups.At[first], 0.0);
            for (var i = first; i < groups.Length; i++) distance += groups.Counts[i] * ((groups.At[i] - low) / records);
            var (head, above) = (first, records);
            while (groups.At[head] - low <= distance && head + 1 < groups.Length) above -= groups.Counts[head++];
            if (above > headShare * records)
            {
                stopped = $"{ShortfallWords.Share(above / (double)records)} of the records are above the mean, {ShortfallWords.Number(low + distance)}, limit {ShortfallWords.Share(headShare)}: the values have no heavy tail";
                break;
            }

            if (above < fewest)
            {
                stopped = $"only {ShortfallWords.Records(above)} {(above == 1 ? "is" : "are")} above the mean, {ShortfallWords.Number(low + distance)}, limit {ShortfallWords.Number(fewest)}";
                break;
            }

            cuts.Add(groups.At[head]);
            (first, records) = (head, above);
        }

        if (cuts.Count == 0) return new(method, []) { Reason = "no cut is supported: " + (stopped ?? "the limits allow one band only") };
        return CutWords.Checked(new(method, cuts.ToImmutable()), sample, limits);
    }
}
