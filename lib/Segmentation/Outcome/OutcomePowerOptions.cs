using System.Collections.Immutable;
using Segmentation.Playbook;

namespace Segmentation.Outcome;

/// <summary>How it is asked whether a cohort and a window are enough. The margin and the power stand in <see cref="OutcomeOptions"/>. Change one with <c>with</c>.</summary>
public sealed record OutcomePowerOptions
{
    /// <summary>Gets the defaults.</summary>
    public static OutcomePowerOptions Default { get; } = new();

    /// <summary>Gets the windows asked about in days, each above 0. Default 60, 90, 180 and 365.</summary>
    public ImmutableArray<int> Windows { get; init; } = [PlaybookLimits.Default.OutcomeDaysFewest, PlaybookLimits.Default.OutcomeDays, 180, 365];

    /// <summary>Gets the churn in the cohort's own window that the others are taken to have, a proportion. Null: what they have shown so far.</summary>
    public double? AssumedChurn { get; init; }

    /// <summary>Gets the churn in a window against which the playbook's sizes of segments are held. Default 0.05.</summary>
    public double ReferenceChurn { get; init; } = 0.05;

    /// <summary>Gets the sizes of two equal segments that are held against it, ascending: the playbook's floors of 20 and 30 first. Default 20, 30, 50, 100, 200 and 500.</summary>
    public ImmutableArray<int> ReferenceSizes { get; init; } = [PlaybookLimits.Default.SmallestSegmentError, PlaybookLimits.Default.SmallestSegmentWarn, 50, 100, 200, 500];
}
