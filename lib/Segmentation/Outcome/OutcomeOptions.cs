using System.Collections.Immutable;
using Segmentation.Calibrate;

namespace Segmentation.Outcome;

/// <summary>How outcomes are looked at. Change one with <c>with</c>.</summary>
public sealed record OutcomeOptions
{
    /// <summary>Gets the defaults.</summary>
    public static OutcomeOptions Default { get; } = new();

    /// <summary>Gets the start of the cohort, in whose evening accounts pay and have their segments. Null: the eve of the launch; without a launch, so long before the end of the history that the window closes with it.</summary>
    public DateTime? Start { get; init; }

    /// <summary>Gets the length of the window in days; as many month ends as come nearest. Null: until the end of the history. Default 90.</summary>
    public int? WindowDays { get; init; } = Playbook.PlaybookLimits.Default.OutcomeDays;

    /// <summary>Gets the longest gap, in month ends without ARR between two paid ones, that is no churn. Default 0: the first month end without ARR is churn, and what comes back is a reactivation.</summary>
    public int GraceMonths { get; init; }

    /// <summary>Gets the months after which a contract comes up for renewal again, where the exports say only when it started or when it renews next. Default 12.</summary>
    public int RenewalTermMonths { get; init; } = 12;

    /// <summary>Gets from when survival counts time. Default: the start of the cohort.</summary>
    public OutcomeClock Clock { get; init; } = OutcomeClock.SinceStart;

    /// <summary>Gets where segments come from. Null: the snapshot of the start where one was kept, else replayed. <see cref="SegmentSource.Today"/> is labelled as biased.</summary>
    public SegmentSource? Segments { get; init; }

    /// <summary>Gets the difference of two rates in the window that is too small to matter, a proportion. Default 0.02: two accounts in a hundred.</summary>
    public double EquivalenceMargin { get; init; } = 0.02;

    /// <summary>Gets the difference of two retention ratios (GRR, NRR) in the window that is too small to matter. Default 0.02: two points.</summary>
    public double RetentionMargin { get; init; } = 0.02;

    /// <summary>Gets the hazard ratio, above 1, that is too near 1 to matter (its inverse likewise). Default 1.25.</summary>
    public double HazardRatioMargin { get; init; } = 1.25;

    /// <summary>Gets the power with which "could have been seen" is meant. Default 0.80.</summary>
    public double Power { get; init; } = 0.80;

    /// <summary>Gets the seed of everything random: the same seed gives the same answer on every machine.</summary>
    public int Seed { get; init; } = 20260630;

    /// <summary>Gets the bootstrap samples of the accounts. Default 2,000.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>Gets the fields whose value today stands for the one at the start where the exports hold no earlier one.</summary>
    public ImmutableArray<string> AssumedUnchanged { get; init; } = CalibrationOptions.Default.AssumedUnchanged;
}
