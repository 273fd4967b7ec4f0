using Segmentation.Playbook;

namespace Segmentation.Outcome;

/// <summary>How health, NPS and usage are compared. Change one with <c>with</c>.</summary>
public sealed record SegmentHealthOptions
{
    /// <summary>Gets the defaults.</summary>
    public static SegmentHealthOptions Default { get; } = new();

    /// <summary>Gets the date of the values and of the segments. Null: the exports' own. For an earlier one there is no health score: the exports hold that of today only.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Gets the difference from all others that is too small to matter, in standard deviations of all values. Default 0.2 (J. Cohen's "small": Statistical Power Analysis for the Behavioral Sciences, 2nd edition, 1988, 2.2.3).</summary>
    public double Margin { get; init; } = 0.2;

    /// <summary>Gets the difference of two NPS that is too small to matter, a proportion. Default 0.10: ten points.</summary>
    public double NpsMargin { get; init; } = 0.10;

    /// <summary>Gets the two-sided confidence of intervals. Default 0.95.</summary>
    public double Confidence { get; init; } = PlaybookLimits.Default.Confidence;

    /// <summary>Gets the power with which "could have been seen" is meant. Default 0.80.</summary>
    public double Power { get; init; } = OutcomeOptions.Default.Power;

    /// <summary>Gets the least answer of a promoter. Default 9 (F. F. Reichheld, Harvard Business Review 81(12), 2003, 46-54).</summary>
    public double Promoter { get; init; } = 9;

    /// <summary>Gets the greatest answer of a detractor. Default 6 (the same).</summary>
    public double Detractor { get; init; } = 6;
}
