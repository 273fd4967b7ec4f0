using Segmentation.Statistics;

namespace Segmentation.Distribute;

/// <summary>One segment in two snapshots: how many records, where they came from and where they went, and whether that is more than chance.</summary>
/// <param name="Segment">The segment's name, <see cref="Assign.DimensionAssignment.Unassigned"/> or <see cref="Assign.DimensionAssignment.Excluded"/>.</param>
/// <param name="Baseline">Records in it at the baseline.</param>
/// <param name="Current">Records in it now: <c>Baseline + ReclassifiedIn - ReclassifiedOut + New - Lost</c>.</param>
public sealed record SegmentDrift(string Segment, int Baseline, int Current)
{
    /// <summary>Gets the records in it now that stood elsewhere at the baseline.</summary>
    public required int ReclassifiedIn { get; init; }

    /// <summary>Gets the records of the baseline that stand elsewhere now.</summary>
    public required int ReclassifiedOut { get; init; }

    /// <summary>Gets the records in it now that the baseline did not have.</summary>
    public required int New { get; init; }

    /// <summary>Gets the records of the baseline that are no longer there.</summary>
    public required int Lost { get; init; }

    /// <summary>Gets the records that came: reclassified in, and new.</summary>
    public int Entered => ReclassifiedIn + New;

    /// <summary>Gets the records that went: reclassified out, and lost.</summary>
    public int Left => ReclassifiedOut + Lost;

    /// <summary>Gets the change as a proportion of the baseline; null where the baseline had none.</summary>
    public double? Change => Baseline == 0 ? null : (Current - Baseline) / (double)Baseline;

    /// <summary>Gets the interval of <see cref="Change"/>: how far records of the same kind, coming and going at the same rates, would have carried it by chance;
    /// null where the baseline had none.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Gets whether the change itself is beyond the limit, whatever chance does.</summary>
    public required bool IsOutside { get; init; }

    /// <summary>Gets what the interval says about the limit.</summary>
    public required DriftVerdict Verdict { get; init; }

    /// <summary>Gets the ARR, where the records have any that adds up (accounts); null where not.</summary>
    public required SegmentArrDrift? Arr { get; init; }
}
