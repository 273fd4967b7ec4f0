using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Distribute;

/// <summary>What was counted of the accounts, or of the contacts, and what was not.</summary>
public sealed record DistributionTotals
{
    /// <summary>Gets what was counted: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the records that no exclusion holds: what shares are shares of.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the excluded records, in no share.</summary>
    public required int Excluded { get; init; }

    /// <summary>Gets the excluded records by exclusion, in the framework's order; one that holds nobody is there with 0.</summary>
    public required ImmutableArray<ExclusionDistribution> Exclusions { get; init; }

    /// <summary>Gets the ARR of <see cref="Records"/>; null for contacts and where the exports hold none.</summary>
    public double? Arr { get; init; }

    /// <summary>Gets how many of <see cref="Records"/> have no known ARR; null for contacts and where the exports hold none.</summary>
    public int? ArrUnknown { get; init; }

    /// <summary>Gets how many of <see cref="Records"/> have an ARR below 0, which is a mistake and not added; null for contacts and where the exports hold none.</summary>
    public int? ArrNegative { get; init; }

    /// <summary>Gets the sum of those amounts below 0: with it, <see cref="Arr"/> is the sum of every amount that the exports hold for <see cref="Records"/>.</summary>
    public double? ArrNotAdded { get; init; }

    internal static DistributionTotals Count(RecordAssignment records, ArrAmounts amounts, SegmentationFramework framework)
    {
        var (held, arrHeld) = (new int[framework.Exclusions.Length], new double[framework.Exclusions.Length]);
        var (excluded, arr, unknown, negative, notAdded) = (0, 0.0, 0, 0, 0.0);
        for (var row = 0; row < records.Records.Count; row++)
        {
            if (records.Exclusion[row] is >= 0 and var exclusion)
            {
                excluded++;
                held[exclusion]++;
                arrHeld[exclusion] += amounts.Values[row];
                continue;
            }

            arr += amounts.Values[row];
            if (!amounts.IsKnown) continue;
            if (records.Records.Arr!.IsNull(row)) unknown++;
            else if (records.Records.Arr.Values[row] < 0)
            {
                negative++;
                notAdded += records.Records.Arr.Values[row];
            }
        }

        return new DistributionTotals
        {
            Of = records.Records.Of,
            Records = records.Records.Count - excluded,
            Excluded = excluded,
            Exclusions = [.. framework.Exclusions.Select((e, i) => (e, i)).Where(e => e.e.Of == records.Records.Of)
                .Select(e => new ExclusionDistribution(e.e.Name, held[e.i], amounts.IsKnown ? arrHeld[e.i] : null))],
            Arr = amounts.IsKnown ? arr : null,
            ArrUnknown = amounts.IsKnown ? unknown : null,
            ArrNegative = amounts.IsKnown ? negative : null,
            ArrNotAdded = amounts.IsKnown ? notAdded : null,
        };
    }
}
