using Segmentation.Playbook;

namespace Segmentation.Outcome;

/// <summary>How engagement is compared. Change one with <c>with</c>.</summary>
public sealed record EngagementRatesOptions
{
    /// <summary>Gets the defaults.</summary>
    public static EngagementRatesOptions Default { get; } = new();

    /// <summary>Gets the length of the window in days; of engagement kept by the month, as many months as come nearest. Default 90.</summary>
    public int WindowDays { get; init; } = PlaybookLimits.Default.OutcomeDays;

    /// <summary>Gets the last day of the window, included. Null: the exports' own date.</summary>
    public DateTime? End { get; init; }

    /// <summary>Gets how far above the full database's rate a segment's should be, as a proportion of it: a benchmark shown beside, never a pass mark. Default 0.20 (marketing database playbook).</summary>
    public double Uplift { get; init; } = PlaybookLimits.Default.EngagementUplift;

    /// <summary>Gets the ratio to all others, less 1 and either way, that is too small to matter. Default 0.10: a tenth more or less.</summary>
    public double RatioMargin { get; init; } = 0.10;

    /// <summary>Gets the two-sided confidence of intervals. Default 0.95.</summary>
    public double Confidence { get; init; } = PlaybookLimits.Default.Confidence;

    /// <summary>Gets the power with which "could have been seen" is meant. Default 0.80.</summary>
    public double Power { get; init; } = OutcomeOptions.Default.Power;

    /// <summary>Gets the bootstrap samples of the records, for rates that are sums by sums. Default 2,000.</summary>
    public int Resamples { get; init; } = OutcomeOptions.Default.Resamples;

    /// <summary>Gets the seed. Default 20260630.</summary>
    public int Seed { get; init; } = OutcomeOptions.Default.Seed;

    /// <summary>Gets the fewest records of a segment, and of all others, for a bootstrap to say anything. Default 20.</summary>
    public int FewestRecords { get; init; } = PlaybookLimits.Default.SmallestSegmentError;
}
