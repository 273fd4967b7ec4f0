using System.Collections.Immutable;
using Segmentation.Playbook;
using Segmentation.Survival;

namespace Segmentation.Outcome;

/// <summary>How the survival of segments is looked at. Change one with <c>with</c>; margins, power and clock are those of the cohort's <see cref="OutcomeOptions"/>, the confidence that of its framework's limits.</summary>
public sealed record SegmentSurvivalOptions
{
    /// <summary>Gets the defaults.</summary>
    public static SegmentSurvivalOptions Default { get; } = new();

    /// <summary>Gets after how many days since the start survival is given, beside the end of the window; each goes to the month end that comes nearest, because churn is known by the month. Default 90.</summary>
    public ImmutableArray<int> MilestoneDays { get; init; } = [PlaybookLimits.Default.OutcomeDays];

    /// <summary>Gets the contract's anniversaries in months of tenure: milestones of the tenure clock, and the times around which churn is compared with other times. Default 12 and 24.</summary>
    public ImmutableArray<int> AnniversaryMonths { get; init; } = [12, 24];

    /// <summary>Gets how many days before and after an anniversary still belong to it: a churn on the day is known at the next month end. Default 45.</summary>
    public int AnniversaryDays { get; init; } = 45;

    /// <summary>Gets how intervals around survival are made. Default <see cref="SurvivalIntervalType.Wilson"/>: without censoring that of the churn rate, and there is one where nobody churned.</summary>
    public SurvivalIntervalType Interval { get; init; } = SurvivalIntervalType.Wilson;
}
