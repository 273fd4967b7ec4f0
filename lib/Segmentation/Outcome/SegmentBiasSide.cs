using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>What became of the accounts of a segment, by the segments of one date.</summary>
/// <param name="Accounts">Accounts of the cohort in the segment.</param>
/// <param name="Churned">Of them, those that churned in the window.</param>
/// <param name="Rate">Their share; null where there is no account or the window has not closed.</param>
/// <param name="Interval">Wilson score interval of the share, 95%; null where there is no rate.</param>
/// <param name="Retention">What they pay at the end over what they paid at the start; null where there is no account or the window has not closed.</param>
public sealed record SegmentBiasSide(int Accounts, int Churned, double? Rate, Interval? Interval, double? Retention);
