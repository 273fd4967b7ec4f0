using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>Expected ratios and standard errors: R 4.2.2, survival 3.5-3, coxph with one indicator, Efron's ties. Intervals: uniroot on its partial likelihood.</summary>
public sealed class HazardRatioOfTwoTests
{
    [Fact]
    public void Six_mercaptopurine_agrees_with_R_in_ratio_and_likelihood_interval()
    {
        var arms = SurvivalData.GroupsOf(SurvivalData.SixMercaptopurine, SurvivalData.Placebo);
        var found = HazardRatioOfTwo.Of(SurvivalData.Of(SurvivalData.SixMercaptopurine, SurvivalData.Placebo), [.. arms.Select(a => a == 1)]);
        Assert.Equal(1.57212514883, found.LogRatio, 1e-8);
        Assert.Equal(.412396717709, found.StandardError, 1e-8);
        Assert.Equal(4.816874, found.Ratio, 6);
        Assert.Equal(.795059370304, found.LogInterval.Low, 6);
        Assert.Equal(2.430833107976, found.LogInterval.High, 6);
        var turned = HazardRatioOfTwo.Of(SurvivalData.Of(SurvivalData.SixMercaptopurine, SurvivalData.Placebo), [.. arms.Select(a => a == 0)]);
        Assert.Equal(-found.LogRatio, turned.LogRatio, 10);
        Assert.Equal(-found.LogInterval.Low, turned.LogInterval.High, 1e-8);
    }

    [Fact]
    public void Lung_cancer_and_late_entry_agree_with_R()
    {
        var lung = HazardRatioOfTwo.Of(EventTimes.Of([.. LungCancer.All.Select(p => p.Days)], [.. LungCancer.All.Select(p => p.Died)]), [.. LungCancer.All.Select(p => p.Sex == 1)]);
        Assert.Equal(-.53102353762, lung.LogRatio, 1e-8);
        Assert.Equal(.167178583231, lung.StandardError, 1e-8);
        var veterans = HazardRatioOfTwo.Of(SurvivalData.LateVeterans, [.. VeteransLungCancer.All.Select(p => p.Treatment == 1)]);
        Assert.Equal(-.0286207887674, veterans.LogRatio, 1e-8);
        Assert.Equal(.182439281062, veterans.StandardError, 1e-8);
    }

    // 20 against 20 at risk and one event, in the second group: log L(b) = -log(20 eᵇ + 20) rises to -log 20 as b falls, so that b is refused where log(1 + eᵇ) > 1.92072941, half the 95% quantile of chi-square on 1.
    [Fact]
    public void A_group_without_events_has_a_ratio_of_nothing_with_an_upper_end()
    {
        double[] exit = [.. Enumerable.Repeat(5.0, 20), 1, .. Enumerable.Repeat(5.0, 19)];
        var times = EventTimes.Of([.. exit], [.. exit.Select(e => e == 1)]);
        bool[] first = [.. Enumerable.Range(0, 40).Select(i => i < 20)];
        var none = HazardRatioOfTwo.Of(times, first);
        Assert.Equal((0, 0), (none.Ratio, none.Interval.Low));
        Assert.Equal(Math.Exp(1.92072941) - 1, none.Interval.High, 7);
        var all = HazardRatioOfTwo.Of(times, [.. first.Select(f => !f)]);
        Assert.Equal((double.PositiveInfinity, double.PositiveInfinity), (all.Ratio, all.Interval.High));
        Assert.Equal(1 / (Math.Exp(1.92072941) - 1), all.Interval.Low, 7);
    }

    [Theory]
    [InlineData("5+ 6+", "7+ 8+")]
    [InlineData("", "7 8")]
    [InlineData("4", "")]
    [InlineData("1+ 2+", "7 8")]
    [InlineData("", "")]
    public void Without_events_while_both_are_at_risk_nothing_is_said(string first, string second)
    {
        var found = HazardRatioOfTwo.Of(SurvivalData.Of(first, second), [.. SurvivalData.GroupsOf(first, second).Select(g => g == 0)]);
        Assert.True(double.IsNaN(found.Ratio));
        Assert.Equal((0, double.PositiveInfinity), (found.Interval.Low, found.Interval.High));
    }

    // (1.959964 + .841621)² / (.25 · log² 2) = 65.35; with a fifth in one group (1.959964 + .841621)² / (.16 · log² 2) = 102.1.
    [Fact]
    public void Events_needed_and_the_ratio_that_they_can_show_follow_Schoenfeld()
    {
        Assert.Equal(66, DetectableHazardRatio.EventsNeeded(2, .5));
        Assert.Equal(66, DetectableHazardRatio.EventsNeeded(.5, .5));
        Assert.Equal(103, DetectableHazardRatio.EventsNeeded(2, .2));
        Assert.Equal(Math.Exp(2.801585 / Math.Sqrt(66 * .25)), DetectableHazardRatio.Of(66, .5), 5);
        Assert.True(DetectableHazardRatio.Of(65, .5) > 2 && DetectableHazardRatio.Of(66, .5) <= 2);
        Assert.Equal(double.PositiveInfinity, DetectableHazardRatio.Of(0, .5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectableHazardRatio.EventsNeeded(1, .5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectableHazardRatio.Of(10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectableHazardRatio.Of(10, .5, .95, .01));
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectableHazardRatio.Of(-1, .5));
    }
}
