using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>Cuts into bands of as nearly as can be the same number of records. They follow the numbers only: a quantile can fall in the middle of a group.</summary>
public static class QuantileCuts
{
    /// <summary>Returns the cuts.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="bands">Number of bands k, at least 1. There are fewer where one value holds the records of several.</param>
    /// <param name="limits">What is reported where the bands do not meet it; <see cref="BandLimits.None"/> where null.</param>
    /// <remarks>The j-th cut is the value below which the share of records is nearest to j / k; of two equally near the lower.</remarks>
    public static CutFinding Find(CutSample sample, int bands, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        const string method = "quantiles";
        using var groups = ValueGroups.Of(sample, CutScale.Raw, CutWeight.Count);
        if (CutWords.NoCut(groups, bands, CutScale.Raw, CutWeight.Count) is { } reason) return new(method, []) { Reason = reason };
        var cuts = ImmutableArray.CreateBuilder<double>();
        var (below, at) = (0L, 0);
        for (var j = 1; j < bands; j++)
        {
            // Counted k times over, whole numbers say which is nearer.
            var wanted = (long)j * sample.Count;
            while (at + 1 < groups.Length && (at == 0 || Math.Abs(((below + groups.Counts[at]) * bands) - wanted) < Math.Abs((below * bands) - wanted))) below += groups.Counts[at++];
            if (cuts.Count == 0 || groups.At[at] > cuts[^1]) cuts.Add(groups.At[at]);
        }

        var ties = cuts.Count + 1 < bands ? string.Create(CultureInfo.InvariantCulture, $"{bands} bands were asked for, {cuts.Count + 1} found: single values hold the records of several") : null;
        return CutWords.Checked(new(method, cuts.ToImmutable()) { Reason = ties }, sample, limits);
    }
}
