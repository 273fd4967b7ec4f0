using Segmentation.Outcome;

namespace Segmentation.Charts;

/// <content>Charts of retention.</content>
public static partial class Chart
{
    /// <summary>Returns the steps from the ARR at the start to the ARR at the end.</summary>
    /// <param name="bridge">The bridge; null gives a figure that says so.</param>
    /// <param name="group">A row of it: a segment, or where accounts are in none. Default null: the total. Where there is no such row the figure says so.</param>
    public static Figure ArrBridge(ArrBridge? bridge, string? group = null) => bridge is null ? Nothing("arr-bridge", "ARR bridge", "There is no bridge.") : ArrBridgeFigure.Draw(bridge, group);

    /// <summary>Returns what is left of the revenue of each segment along the months or quarters since the cohort's start, with its interval as a band and the launch as a line.</summary>
    /// <param name="series">The series; null gives a figure that says so.</param>
    /// <param name="net">Whether growth counts (NRR). Default true; false gives GRR.</param>
    public static Figure RetentionByMonth(RetentionSeries? series, bool net = true) =>
        series is null ? Nothing("retention-by-month", "Retention by month", "There is no series.") : RetentionByMonthFigure.Draw(series, net);

    /// <summary>Returns what is left of the revenue of the accounts that came in each quarter, so many months later: darker is more.</summary>
    /// <param name="cohorts">The cohort table; null gives a figure that says so.</param>
    /// <param name="net">Whether growth counts (NRR). Default false: GRR.</param>
    public static Figure CohortHeatMap(RetentionCohorts? cohorts, bool net = false) => cohorts is null ? Nothing("cohort-heat-map", "Cohorts", "There is no cohort table.") : CohortHeatMapFigure.Draw(cohorts, net);

    /// <summary>Returns one bubble a segment: across its accounts, up its GRR with its interval, and as its area its ARR.</summary>
    /// <param name="retention">The retention; null gives a figure that says so.</param>
    public static Figure SegmentBubble(RetentionResult? retention) => retention is null ? Nothing("segment-bubble", "Segments", "There is no retention.") : SegmentBubbleFigure.Draw(retention);
}
