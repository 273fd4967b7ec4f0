using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Tests.Outcome;

public sealed class OutcomePowerTests
{
    [Fact]
    public void Thirty_accounts_a_segment_against_5_percent_can_only_detect_30_7_percent()
    {
        // The playbook's fourth contradiction. statsmodels 0.13.5, NormalIndPower: .3069.
        var cohort = ComparisonCohort.Of(("SMB", 30, 1), ("Enterprise", 30, 2));
        var result = OutcomePower.Of(cohort, "Tier", OutcomePowerOptions.Default with { Windows = [92], AssumedChurn = .05 });
        Assert.All(result.Rows, r => Assert.Equal(.3069, r.Windows[0].Detectable!.Value, 4));
        Assert.Contains("92 days 30.7% or more", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("Too few accounts for any window to show a difference of 2.0 points.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_result_holds_the_sizes_of_the_playbook_against_5_percent()
    {
        var result = OutcomePower.Of(ComparisonCohort.Of(("SMB", 300, 10), ("Enterprise", 30, 2)), "Tier");
        double[] expected = [.3841, .3069, .2346, .1690, .1278, .0955];
        Assert.Equal([20, 30, 50, 100, 200, 500], result.References.Select(r => r.Accounts));
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], result.References[i].Detectable, 4);
        Assert.Contains("Against a churn of 5.0%, two segments of one size could only detect: 20 accounts a segment 38.4% or more, 30 accounts a segment 30.7% or more", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_others_hazard_is_their_churn_over_their_days_and_longer_windows_expect_more()
    {
        var result = OutcomePower.Of(ComparisonCohort.Of(("SMB", 400, 20), ("Enterprise", 100, 3)), "Tier");
        var enterprise = result.Rows[1];

        // By hand: 20 churned in 380 · 92 + 20 · 46 = 35,880 days; 1 - e^(-90 · 20/35,880) = 4.893%.
        Assert.Equal(1 - Math.Exp(-90 * 20 / 35_880.0), enterprise.Windows[1].OtherRate, 12);
        Assert.Equal(100 * enterprise.Windows[1].OtherRate, enterprise.Windows[1].Expected, 12);
        Assert.Equal([60, 90, 180, 365], enterprise.Windows.Select(w => w.Days));
        Assert.Equal(enterprise.Windows.OrderBy(w => w.OtherRate), enterprise.Windows);
        Assert.Equal(ProportionPower.DetectableAbove(enterprise.Windows[1].OtherRate, 100, 400), enterprise.Windows[1].Detectable!.Value, 12);
    }

    [Fact]
    public void After_the_days_needed_the_margin_is_found_as_often_as_planned()
    {
        var result = OutcomePower.Of(ComparisonCohort.Of(("SMB", 1500, 75), ("Enterprise", 1500, 70)), "Tier");
        var needed = result.Rows[0].NeededDays!.Value;
        Assert.True(needed > 92, $"{needed}");
        var at = OutcomePower.Of(result.Cohort, "Tier", OutcomePowerOptions.Default with { Windows = [(int)Math.Floor(needed), (int)Math.Ceiling(needed)] }).Rows[0].Windows;
        Assert.InRange(.8, at[0].Chance, at[1].Chance);
    }

    [Fact]
    public void Ninety_days_are_enough_where_accounts_are_many()
    {
        Assert.StartsWith("92 days are enough to see a difference of 2.0 points in each segment of Tier.", OutcomePower.Of(ComparisonCohort.Of(("SMB", 9000, 450), ("Enterprise", 9000, 450)), "Tier").ToString(), StringComparison.Ordinal);
        Assert.StartsWith("92 days are not enough to see a difference of 2.0 points in any segment of Tier.", OutcomePower.Of(ComparisonCohort.Of(("SMB", 90, 5), ("Enterprise", 90, 5)), "Tier").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_window_can_be_planned_and_an_empty_segment_is_a_row_without_answer()
    {
        var open = OutcomePower.Of(ComparisonCohort.Of(("SMB", 90, 5), ("Mid-Market", 0, 0), ("Enterprise", 90, 5)) with { IsClosed = false }, "Tier");
        Assert.Equal((0, true, null), (open.Rows[1].Accounts, open.Rows[1].Windows.IsEmpty, open.Rows[1].NeededDays));
        Assert.Contains("The window is open until", open.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Nothing can be compared", OutcomePower.Of(ComparisonCohort.Of(("SMB", 9, 1), ("Enterprise", 0, 0)), "Tier").ToString(), StringComparison.Ordinal);
        Assert.Contains("no accounts", OutcomePower.Of(ComparisonCohort.Of(("SMB", 0, 0)) with { Assigned = null, Reason = "the exports hold no accounts." }, "Tier").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_churned_the_plan_still_answers()
    {
        var result = OutcomePower.Of(ComparisonCohort.Of(("SMB", 200, 0), ("Enterprise", 200, 0)), "Tier");
        Assert.Equal(0, result.Rows[0].Windows[1].OtherRate);
        Assert.InRange(result.Rows[0].Windows[1].Detectable!.Value, .015, .025);
    }

    [Fact]
    public void Impossible_windows_and_rates_are_refused()
    {
        var cohort = ComparisonCohort.Of(("SMB", 20, 0), ("Enterprise", 20, 0));
        Assert.Throws<ArgumentException>(() => OutcomePower.Of(cohort, "Tier", new() { Windows = [0] }));
        Assert.Throws<ArgumentException>(() => OutcomePower.Of(cohort, "Tier", new() { AssumedChurn = 1 }));
        Assert.Throws<ArgumentException>(() => OutcomePower.Of(cohort, "Tier", new() { ReferenceChurn = -.1 }));
    }
}
