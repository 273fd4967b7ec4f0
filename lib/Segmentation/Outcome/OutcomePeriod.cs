using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>One window of a review: who was followed, who churned, what stayed of the revenue, and how it moved.</summary>
/// <param name="Cohort">The accounts and the window.</param>
/// <param name="Churn">Churn by event of each segment against all others.</param>
/// <param name="Retention">GRR, NRR and logo churn of each segment.</param>
/// <param name="Bridge">The ARR bridge of each segment.</param>
public sealed record OutcomePeriod(OutcomeCohort Cohort, SegmentComparisonResult Churn, RetentionResult Retention, ArrBridge Bridge)
{
    /// <summary>Gets the window in words: its days, or its last day where it goes as far as the history.</summary>
    public string Name => (Cohort.Options.WindowDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} days") : Cohort.Reason is null ? $"to {DateColumn.Show(Cohort.End)}" : "to the end") + (Cohort.IsClosed || Cohort.Reason is not null ? string.Empty : ", open");
}
