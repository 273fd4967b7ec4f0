namespace Segmentation.Outcome;

/// <summary>One segment, with the accounts that it had at the start and with those that today's segments give it.</summary>
/// <param name="Segment">The segment, Unassigned or Excluded.</param>
/// <param name="Then">By the segments of the start.</param>
/// <param name="Today">By today's.</param>
/// <param name="IsApart">Whether it is Unassigned or Excluded, which are no segments.</param>
public sealed record SegmentBiasRow(string Segment, SegmentBiasSide Then, SegmentBiasSide Today, bool IsApart)
{
    /// <summary>Gets the bias of the churn rate, in proportions: today's minus the start's; null where one has no rate.</summary>
    public double? Bias => Today.Rate - Then.Rate;

    /// <summary>Gets the bias of ARR retention, in proportions: today's minus the start's; null where one has none.</summary>
    public double? RetentionBias => Today.Retention - Then.Retention;
}
