using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How many times the hazard of churn of one segment is that of all others of its dimension.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="Accounts">Its accounts on the clock.</param>
/// <param name="Churned">Those of them that churned.</param>
public sealed record SegmentHazard(string Segment, int Accounts, int Churned)
{
    /// <summary>Gets the ratio as it is; null where there is nothing to compare.</summary>
    public ModelCoefficient? Crude { get; init; }

    /// <summary>Gets the ratio with the controls held equal, the same as <see cref="Crude"/> where there are none; null where there is nothing to compare.</summary>
    public ModelCoefficient? Adjusted { get; init; }

    /// <summary>Gets the p-value of the adjusted ratio, corrected for all segments (Holm); NaN where there is none.</summary>
    public double CorrectedPValue { get; init; } = double.NaN;

    /// <summary>Gets how often chance alone makes the ratio change over time as much; NaN where it was not asked.</summary>
    public double ProportionalPValue { get; init; } = double.NaN;

    /// <summary>Gets the smallest ratio above 1 that would have been found with the power of the options (its inverse below 1); positive infinity where none could.</summary>
    public double Detectable { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the verdict on the adjusted ratio; null where there is nothing to compare.</summary>
    public OutcomeVerdict? Verdict { get; init; }
}
