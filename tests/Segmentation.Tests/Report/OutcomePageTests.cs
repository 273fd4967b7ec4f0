using Segmentation.Outcome;
using Segmentation.Report;
using Segmentation.Statistics;
using Segmentation.Tables;
using Segmentation.Tests.Outcome;

namespace Segmentation.Tests.Report;

public sealed class OutcomePageTests
{
    [Fact]
    public void Without_a_cohort_the_page_says_why()
    {
        var cohort = ComparisonCohort.Of(("SMB", 40, 4), ("Enterprise", 30, 1)) with { Reason = "the exports hold no history of ARR.", Assigned = null };
        Assert.Contains("The exports hold no history of ARR.", OutcomePage.Write(Review(cohort)), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_a_mask_a_rate_of_few_events_is_hidden()
    {
        var review = Review(ComparisonCohort.Monthly(("SMB", 400, [40]), ("Enterprise", 300, [3])));
        var rate = Phrase(3 / 300.0);
        Assert.Contains(rate, OutcomePage.Write(review), StringComparison.Ordinal);
        var masked = OutcomePage.Write(review, RenderOptions.Default with { Mask = true });
        Assert.DoesNotContain($"<span class=\"out-value\">{rate}", masked, StringComparison.Ordinal);
        Assert.Contains(RenderOptions.Hidden, masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rate_stands_with_its_interval_and_verdict()
    {
        var review = Review(ComparisonCohort.Monthly(("SMB", 400, [80]), ("Enterprise", 300, [3])));
        var (page, wilson) = (OutcomePage.Write(review), ProportionInterval.Wilson(80, 400));
        Assert.Contains($"<span class=\"out-value\">20.0%</span><span class=\"out-small\">{Phrase(wilson.Low).TrimEnd('%')}–{Phrase(wilson.High)}</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"out-verdict out-difference\">difference</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bridge_floats_each_change_where_the_one_before_ended()
    {
        // 100 + 50 - 30 = 120 on an axis of 0 to 150 that is 304 wide from 120: 100 ends at 322.67, 150 at 424, 120 at 363.2.
        var svg = OutcomeDrawing.Bridge([("a", 100, true), ("b", 50, false), ("c", -30, false), ("d", 120, true)]);
        Assert.Contains("<rect x=\"322.67\" y=\"42\" width=\"101.33\"", svg, StringComparison.Ordinal);
        Assert.Contains("<rect x=\"363.2\" y=\"76\" width=\"60.8\"", svg, StringComparison.Ordinal);
        Assert.Contains("<rect x=\"120\" y=\"110\" width=\"243.2\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bridge_of_nothing_is_drawn() => Assert.Contains("<svg", OutcomeDrawing.Bridge([("a", 0, true), ("d", 0, true)]), StringComparison.Ordinal);

    private static string Phrase(double share) => NumberColumn.Show(share, NumberFormat.Share);

    private static OutcomeReview Review(OutcomeCohort cohort) => new()
    {
        Dimension = "tier",
        Framework = cohort.Framework,
        Periods = [new OutcomePeriod(cohort, SegmentComparison.Of(cohort, "tier"), Retention.Of(cohort, "tier"), ArrBridge.Of(cohort, "tier"))],
    };
}
