using System.Collections.Immutable;
using Segmentation.Survival;

namespace Segmentation.Outcome;

/// <summary>How the accounts of one segment survived, and how they differ from those of all other segments together. Times are days.</summary>
/// <param name="Segment">The segment's name.</param>
/// <param name="Curve">Its Kaplan-Meier curve; of no times where it has no accounts.</param>
/// <param name="AtRisk">Accounts at risk at each of <see cref="SegmentSurvivalResult.RiskTimes"/>.</param>
/// <param name="Survival">Share not churned at each of <see cref="SegmentSurvivalResult.Milestones"/>.</param>
public sealed record SegmentSurvivalRow(string Segment, SurvivalCurve Curve, ImmutableArray<int> AtRisk, ImmutableArray<SurvivalEstimate> Survival)
{
    /// <summary>Gets the number of accounts.</summary>
    public int Accounts => Curve.Records;

    /// <summary>Gets the number of accounts that churned.</summary>
    public int Churned => Curve.EventCount;

    /// <summary>Gets the difference of survival at the last milestone: this segment's less that of all others.</summary>
    public required SurvivalEstimate Difference { get; init; }

    /// <summary>Gets the difference of the restricted mean, in days kept up to <see cref="SegmentSurvivalResult.Horizon"/>: this segment's less that of all others.</summary>
    public required SurvivalEstimate RestrictedMeanDifference { get; init; }

    /// <summary>Gets the ratio of its hazard of churn to that of all others.</summary>
    public required HazardRatioOfTwo HazardRatio { get; init; }

    /// <summary>Gets the p-value of the log-rank test against all others; NaN where the two could not differ.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the same, corrected by Holm's method for all segments compared.</summary>
    public required double CorrectedPValue { get; init; }

    /// <summary>Gets the smallest hazard ratio above 1 that the comparison could have seen (its inverse likewise below 1); infinity without churn, NaN without accounts to compare.</summary>
    public required double DetectableHazardRatio { get; init; }

    /// <summary>Gets the verdict on the hazard ratio.</summary>
    public required OutcomeVerdict Verdict { get; init; }
}
