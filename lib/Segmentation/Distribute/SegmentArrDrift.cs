namespace Segmentation.Distribute;

/// <summary>The ARR of one segment in two snapshots. Amounts are in the workspace's currency; an account without ARR counts as 0.</summary>
/// <param name="Baseline">ARR at the baseline.</param>
/// <param name="Current">ARR now: <c>Baseline + ReclassifiedIn - ReclassifiedOut + New - Lost + Stayed</c>.</param>
public sealed record SegmentArrDrift(double Baseline, double Current)
{
    /// <summary>Gets the ARR now of accounts that stood elsewhere at the baseline.</summary>
    public required double ReclassifiedIn { get; init; }

    /// <summary>Gets the ARR at the baseline of accounts that stand elsewhere now.</summary>
    public required double ReclassifiedOut { get; init; }

    /// <summary>Gets the ARR of accounts that the baseline did not have.</summary>
    public required double New { get; init; }

    /// <summary>Gets the ARR at the baseline of accounts that are no longer there.</summary>
    public required double Lost { get; init; }

    /// <summary>Gets the change of the ARR of accounts that stayed.</summary>
    public required double Stayed { get; init; }

    /// <summary>Gets the change as a proportion of the baseline; null where the baseline had none.</summary>
    public double? Change => Baseline == 0 ? null : (Current - Baseline) / Baseline;

    /// <summary>Gets whether the change is beyond the limit. Without an interval: one large account can carry it.</summary>
    public required bool IsOutside { get; init; }
}
