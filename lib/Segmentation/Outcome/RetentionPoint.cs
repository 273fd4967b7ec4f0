using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The retention of one segment at the end of one period.</summary>
/// <param name="Segment">The segment at the cohort's start, Unassigned, Excluded or <see cref="RetentionResult.AllAccounts"/>.</param>
/// <param name="IsSegment">Whether it is a segment of the dimension, not one of the other rows.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="Months">Months since the cohort's start.</param>
/// <param name="Since">What became of the cohort's accounts from its start until then: the figures of a window of so many months.</param>
/// <param name="Gross">Interval of GRR since the start; null without accounts.</param>
/// <param name="Net">Interval of NRR since the start; null without accounts.</param>
/// <param name="InPeriod">The same from the end of the period before until the end of this one, over the accounts of the cohort that paid then.</param>
public sealed record RetentionPoint(string Segment, bool IsSegment, DateTime Until, int Months, RetentionFigures Since, Interval? Gross, Interval? Net, RetentionFigures InPeriod);
