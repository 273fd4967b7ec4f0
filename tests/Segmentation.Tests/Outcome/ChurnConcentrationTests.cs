using Segmentation.Outcome;
using Segmentation.Playbook;
using Segmentation.Statistics;

namespace Segmentation.Tests.Outcome;

public sealed class ChurnConcentrationTests
{
    private static readonly ChurnConcentrationOptions Quick = ChurnConcentrationOptions.Default with { Simulations = 400 };

    [Fact]
    public void Two_months_of_far_more_than_its_share_trigger_and_one_does_not()
    {
        var two = ChurnConcentration.Of(ComparisonCohort.Monthly(("SMB", 100, [1, 7, 7, 0]), ("Enterprise", 100, [1, 1, 1, 1])), "Tier", Quick);
        Assert.Equal(new DateTime(2025, 12, 31), two.Segments[0].Triggered);
        Assert.Null(two.Segments[1].Triggered);
        Assert.Equal(2, two.Segments[0].MostMonthsAbove);

        // By hand: 2 · 100/200 + 8 · 99/198 + 8 · 92/190 + 1 · 85/182 = 9.34.
        Assert.StartsWith("Churn concentrates in SMB, first seen in December 2025: 15 churned since 2025-09-30 where 9.3 were to be expected; look at the framework again.", two.ToString(), StringComparison.Ordinal);
        var one = ChurnConcentration.Of(ComparisonCohort.Monthly(("SMB", 100, [1, 12, 0, 1]), ("Enterprise", 100, [1, 0, 1, 1])), "Tier", Quick);
        Assert.All(one.Segments, s => Assert.Null(s.Triggered));
        Assert.StartsWith("Churn concentrates in no segment of Tier from 2025-09-30 to 2026-01-31.", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_little_too_much_for_many_months_triggers_too()
    {
        // Four of five each month: no two months are beyond chance, (4 of 5 twice: about .05), the run of six is.
        var result = ChurnConcentration.Of(ComparisonCohort.Monthly(("SMB", 200, [4, 4, 4, 4, 4, 4]), ("Enterprise", 200, [1, 1, 1, 1, 1, 1])), "Tier", Quick);
        Assert.True(result.Segments[0].Triggered > new DateTime(2025, 11, 30), $"{result}");
        Assert.True(result.Months[2].PValue > result.Months[^2].PValue);
    }

    [Fact]
    public void Expected_are_the_months_churned_by_the_share_of_accounts_and_of_ARR_at_risk()
    {
        var months = ChurnConcentration.Of(ComparisonCohort.Monthly(("SMB", 60, [3, 2]), ("Enterprise", 20, [1, 0])), "Tier", Quick).Months;

        // By hand: 4 · 60/80; then 57 and 19 are left, 2 · 57/76.
        Assert.Equal([3d, 1, 1.5, .5], months.Select(m => m.Expected));
        Assert.Equal([60, 20, 57, 19], months.Select(m => m.AtRisk));
        Assert.Equal([300d, 100, 150, 50], months.Select(m => m.ArrExpected));
        Assert.Equal([300d, 100, 200, 0], months.Select(m => m.ArrChurned));
        Assert.Equal([0, 0, 1, 0], months.Select(m => m.MonthsAbove));
    }

    [Fact]
    public void The_chance_of_the_months_together_is_that_of_all_ways_of_dealing_the_losses_out()
    {
        var months = ChurnConcentration.Of(ComparisonCohort.Monthly(("SMB", 10, [3, 2]), ("Enterprise", 20, [1, 0])), "Tier", Quick).Months;
        Assert.True(double.IsNaN(months[0].PValue));

        // By hand: 4 of 30 with 10 and then 2 of 26 with 7; at least 5 from SMB: P(4)P(≥1) + P(3)P(2).
        double Choose(int n, int k) => MathNet.Numerics.SpecialFunctions.Binomial(n, k);
        double First(int x) => Choose(10, x) * Choose(20, 4 - x) / Choose(30, 4);
        double Second(int x) => Choose(7, x) * Choose(19, 2 - x) / Choose(26, 2);
        Assert.Equal((First(4) * (Second(1) + Second(2))) + (First(3) * Second(2)), months[2].PValue, 12);
    }

    [Fact]
    public void The_months_in_a_row_are_the_playbooks_limit()
    {
        (string, int, int[])[] segments = [("SMB", 100, [7, 7, 7]), ("Enterprise", 100, [1, 1, 1])];
        var two = ChurnConcentration.Of(ComparisonCohort.Monthly(segments), "Tier", Quick);
        var three = ChurnConcentration.Of(ComparisonCohort.Monthly(PlaybookLimits.Default with { ChurnConcentrationMonths = 3 }, segments), "Tier", Quick);
        Assert.Equal((2, new DateTime(2025, 11, 30)), (two.MonthsInARow, two.Segments[0].Triggered));
        Assert.Equal((3, new DateTime(2025, 12, 31)), (three.MonthsInARow, three.Segments[0].Triggered));
    }

    [Fact]
    public void The_rule_of_the_most_churned_accounts_cries_for_the_largest_segment_whatever_happens()
    {
        // 400 accounts against 40, one rate: the largest loses the most nearly every month.
        var result = ChurnConcentration.Of(ComparisonCohort.Monthly(("SMB", 400, [8, 8, 8, 8, 8, 8]), ("Enterprise", 40, [1, 1, 0, 1, 1, 1])), "Tier", Quick);
        Assert.Null(result.Segments[0].Triggered);
        Assert.NotNull(result.Segments[0].NaiveTriggered);
        Assert.True(result.NaiveFalseAlarm.Value > .99, $"{result.NaiveFalseAlarm}");
        Assert.True(result.FalseAlarm.Value < .10 + (4 * result.FalseAlarm.StandardError), $"{result.FalseAlarm}");
    }

    /// <summary>4,000 other histories, account by account, under another seed: the stated rate must lie within four standard errors of theirs, both counted (√2).</summary>
    [Fact]
    public void The_false_alarms_are_as_many_as_stated()
    {
        int[,] atRisk = new int[9, 3], none = new int[9, 3];
        for (var m = 0; m < 9; m++) (atRisk[m, 0], atRisk[m, 1], atRisk[m, 2], none[m, 0], none[m, 1], none[m, 2]) = (300, 200, 80, 6, 4, 2);
        var rule = new ChurnConcentrationRule(atRisk, 2, ChurnConcentrationOptions.Default.Level);
        var exposure = new ChurnConcentrationExposure(atRisk, none, new double[9, 3], new double[9, 3]);
        var stated = ChurnConcentrationAlarms.Simulate(rule, exposure, ChurnConcentrationOptions.Default, 1);
        var fired = 0;
        for (var history = 0; history < 4000; history++)
        {
            var random = new SeededRandom(77, history);
            var churned = new int[9, 3];
            for (var m = 0; m < 9; m++)
            {
                for (var s = 0; s < 3; s++)
                {
                    for (var account = 0; account < atRisk[m, s]; account++) churned[m, s] += random.NextDouble() < 12 / 580.0 ? 1 : 0;
                }
            }

            if (rule.Fires(churned, 0) || rule.Fires(churned, 1) || rule.Fires(churned, 2)) fired++;
        }

        Assert.InRange(fired / 4000.0, stated.AnyFalseAlarm.Value - (4 * Math.Sqrt(2) * stated.AnyFalseAlarm.StandardError), stated.AnyFalseAlarm.Value + (4 * Math.Sqrt(2) * stated.AnyFalseAlarm.StandardError));

        // 24 pairs of months and segments, each at half a percent at most, and longer runs.
        Assert.InRange(stated.AnyFalseAlarm.Value, .01, .20);
        Assert.True(stated.Detected[0].Value > 3 * stated.FalseAlarm[0].Value);
        Assert.True(stated.AnyNaive.Value > .95, $"{stated.AnyNaive}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var cohort = ComparisonCohort.Monthly(("SMB", 100, [1, 7, 7, 0]), ("Enterprise", 100, [1, 1, 1, 1]));
        Assert.Equal(ChurnConcentration.Of(cohort, "Tier", Quick).ToString(), ChurnConcentration.Of(cohort, "Tier", Quick).ToString());
    }

    [Fact]
    public void Nobody_churned_everybody_churned_and_one_segment_alone_trigger_nothing()
    {
        foreach (var cohort in new[]
        {
            ComparisonCohort.Monthly(("SMB", 20, [0, 0, 0]), ("Enterprise", 20, [0, 0, 0])),
            ComparisonCohort.Monthly(("SMB", 20, [20, 0, 0]), ("Enterprise", 20, [20, 0, 0])),
            ComparisonCohort.Monthly(("SMB", 20, [5, 5, 5])),
            ComparisonCohort.Monthly(("SMB", 20, [5, 5, 5]), ("Enterprise", 0, [0, 0, 0])),
        })
        {
            var result = ChurnConcentration.Of(cohort, "Tier", Quick);
            Assert.All(result.Segments, s => Assert.Null(s.Triggered));
            Assert.Equal(0, result.FalseAlarm.Value);
            Assert.DoesNotContain("NaN", result.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_month_after_the_start_or_without_a_cohort_the_reason_is_said()
    {
        var cohort = ComparisonCohort.Monthly(("SMB", 20, [1, 1]), ("Enterprise", 20, [1, 1]));
        Assert.Contains("no month can be watched", ChurnConcentration.Of(cohort with { Start = new DateTime(2025, 11, 30) }, "Tier", Quick).ToString(), StringComparison.Ordinal);
        Assert.Contains("the exports hold no accounts.", ChurnConcentration.Of(cohort with { Assigned = null, History = null, Reason = "the exports hold no accounts." }, "Tier", Quick).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_one_simulation_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChurnConcentration.Of(ComparisonCohort.Monthly(("SMB", 20, [1, 1])), "Tier", Quick with { Simulations = 0 }));
}
