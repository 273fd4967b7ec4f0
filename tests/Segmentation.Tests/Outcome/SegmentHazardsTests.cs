using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Tests.Outcome;

public sealed class SegmentHazardsTests
{
    private static readonly (string, string[])[] Dimensions = [("Tier", ["SMB", "Mid-Market", "Enterprise", "Moon"]), ("Region", ["North", "South"])];

    [Fact]
    public void Planted_ratios_are_recovered_and_the_controls_take_the_mix_out()
    {
        // Hazard .01 a day in SMB, .004 elsewhere; South doubles it and holds most of Enterprise. Six standard errors of log ratios are far wider than what is asked: the interval of each.
        var random = new SeededRandom(11);
        int[] tier = [.. Enumerable.Range(0, 1500).Select(i => i % 3)], region = [.. tier.Select(t => random.NextDouble() < (t == 2 ? .9 : .1) ? 1 : 0)];
        double[] time = [.. tier.Select((t, i) => -Math.Log(1 - random.NextDouble()) / ((t == 0 ? .01 : .004) * (region[i] == 1 ? 2 : 1)))];
        var cohort = DriversCohort.Of(Dimensions, [tier, region], [.. time.Select(t => t <= 90)], [.. time.Select(t => Math.Min(t, 90))]);
        var hazards = SegmentHazards.Of(cohort, "Tier", ["Region"]);
        var enterprise = hazards.Rows[2];
        Assert.True(enterprise.Crude!.Ratio > enterprise.Adjusted!.Ratio);
        Assert.True(hazards.Rows[0].Adjusted!.RatioInterval.Contains(2.5));
        Assert.Equal(OutcomeVerdict.Difference, hazards.Rows[0].Verdict);
        Assert.Equal(2, hazards.Test!.DegreesOfFreedom);
        Assert.True(hazards.Test.PValue < 1e-6);
        Assert.Equal((0, (OutcomeVerdict?)null), (hazards.Rows[3].Accounts, hazards.Rows[3].Verdict));
        Assert.True(hazards.Concordance!.Concordance > .55);
        Assert.Contains("SMB churns at", hazards.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ratio_of_two_segments_is_that_of_the_regression()
    {
        var cohort = DriversCohort.Of([("Treatment", ["Control", "6-MP"])], [[.. Enumerable.Repeat(1, 21), .. Enumerable.Repeat(0, 21)]],
            [true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false, false, false, false, false, .. Enumerable.Repeat(true, 21)],
            [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35, 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);
        var hazards = SegmentHazards.Of(cohort, "Treatment");

        // R 4.2.2, survival 3.5-3; cox.zph p .8798.
        Assert.Equal(4.8168739, hazards.Rows[0].Crude!.Ratio, 6);
        Assert.Equal(1 / 4.8168739, hazards.Rows[1].Adjusted!.Ratio, 6);
        Assert.Equal(.879812894957, hazards.ProportionalHazards!.PValue, 7);
        Assert.Equal(.00013775, hazards.Rows[0].CorrectedPValue, 8);
        var text = hazards.ToString();
        Assert.Contains("Control churns at 4.82 times (2.15 to 10.81) the rate of all other segments.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("6-MP churns", text, StringComparison.Ordinal);
        Assert.Contains("The ratios do not visibly change over time (p 0.8798).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Segment_without_churn_has_a_ratio_of_nothing_with_one_end()
    {
        int[] tier = [.. Enumerable.Range(0, 120).Select(i => i % 2)];
        var hazards = SegmentHazards.Of(DriversCohort.Of([("Tier", ["SMB", "Enterprise"])], [tier], [.. tier.Select((t, i) => t == 0 && i < 60)], [.. tier.Select((t, i) => t == 0 && i < 60 ? 1d + i : 90)]), "Tier");
        Assert.Equal(0, hazards.Rows[1].Crude!.Ratio);
        Assert.InRange(hazards.Rows[1].Crude!.RatioInterval.High, .01, .3);
        Assert.Equal(OutcomeVerdict.Difference, hazards.Rows[1].Verdict);
        Assert.True(hazards.Rows[1].CorrectedPValue < 1e-6);
        Assert.Contains("without bound", hazards.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_churned_or_one_segment_gives_the_reason_and_the_rows()
    {
        var none = SegmentHazards.Of(DriversCohort.Of([("Tier", ["SMB", "Enterprise"])], [[0, 1, 1]], [false, false, false]), "Tier");
        Assert.Equal("no account churned.", none.Reason);
        Assert.Equal([1, 2], none.Rows.Select(r => r.Accounts));
        Assert.StartsWith("No hazard ratios of Tier: no account churned.", none.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("fewer than two", SegmentHazards.Of(DriversCohort.Of([("Tier", ["SMB", "Enterprise"])], [[0, 0]], [true, false]), "Tier").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Tenure_clock_counts_accounts_from_the_tenure_they_had()
    {
        int[] tier = [.. Enumerable.Range(0, 200).Select(i => i % 2)];
        var random = new SeededRandom(5);
        double[] days = [.. tier.Select(_ => 1d + random.Next(90))], tenure = [.. tier.Select(_ => (double)random.Next(700))];
        bool[] churned = [.. tier.Select(t => random.NextDouble() < (t == 0 ? .5 : .2))];
        var cohort = DriversCohort.Of([("Tier", ["SMB", "Enterprise"])], [tier], churned, days) with { TenureDays = [.. tenure.Select((t, i) => i < 3 ? double.NaN : t)] };
        var hazards = SegmentHazards.Of(cohort with { Options = cohort.Options with { Clock = OutcomeClock.Tenure } }, "Tier");
        var model = CoxModel.Fit(EventTimes.Of([.. tenure.Zip(days, (a, b) => a + b).Skip(3)], [.. churned.Skip(3)], [.. tenure.Skip(3)]), [.. tier.Skip(3).Select(t => t == 0 ? 1d : 0)], ["SMB"]);
        Assert.Equal(model.Coefficients[0].Estimate, hazards.Rows[0].Crude!.Estimate, 12);
        Assert.Equal(3, hazards.LeftOut);
        Assert.Contains("from the start of each account's contract", hazards.ToString(), StringComparison.Ordinal);
    }
}
