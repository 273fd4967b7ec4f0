using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Distribute;

/// <summary>One dimension in two snapshots: its segments, and whether their shares together shifted by more than chance.</summary>
public sealed record DimensionDrift
{
    /// <summary>Gets what it divides.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the segments: those of the current framework in order, those that only the baseline has, Unassigned, and Excluded where a framework excludes records.</summary>
    public required ImmutableArray<SegmentDrift> Segments { get; init; }

    /// <summary>Gets where the records of each segment are now, with new and lost ones.</summary>
    public required MovementMatrix Migration { get; init; }

    /// <summary>Gets the records of the baseline, those excluded left out.</summary>
    public required int BaselineRecords { get; init; }

    /// <summary>Gets the records now, those excluded left out.</summary>
    public required int CurrentRecords { get; init; }

    /// <summary>Gets the bins that the measures compare, fixed by the baseline: its segments and Unassigned, and one more for records in segments that it did not have.</summary>
    public required ImmutableArray<string> Bins { get; init; }

    /// <summary>Gets the share of each bin at the baseline, aligned with <see cref="Bins"/>; empty where the baseline has no records.</summary>
    public required ImmutableArray<double> BaselineShares { get; init; }

    /// <summary>Gets the population stability index; null where a side has no records.</summary>
    public required double? StabilityIndex { get; init; }

    /// <summary>Gets the index that chance alone exceeds in one case of twenty (at 95% confidence) for these sizes; null where a side has no records.</summary>
    public required double? StabilityCriticalValue { get; init; }

    /// <summary>Gets how often chance alone gives an index at least as large; null where a side has no records.</summary>
    public required double? StabilityPValue { get; init; }

    /// <summary>Gets Pearson's test of the same counts.</summary>
    public required ChiSquareResult ChiSquare { get; init; }

    /// <summary>Gets the Jensen-Shannon distance, base 2, in [0, 1]; null where a side has no records.</summary>
    public required double? JensenShannon { get; init; }

    /// <summary>Gets the Hellinger distance in [0, 1]; null where a side has no records.</summary>
    public required double? Hellinger { get; init; }

    /// <summary>Gets the total variation distance in [0, 1]: the share of records that would have to change segment; null where a side has no records.</summary>
    public required double? TotalVariation { get; init; }

    /// <summary>Gets whether the index is beyond its critical value.</summary>
    public bool IsShifted => StabilityIndex > StabilityCriticalValue;

    /// <summary>Gets what that means, in words.</summary>
    public required string Verdict { get; init; }
}
