using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>Values of R 4.2.2, survival 3.5-3, cox.zph, on R's lung.</summary>
public sealed class ProportionalHazardsTests
{
    [Theory]
    [InlineData(CoxTies.Efron, HazardTimeScale.KaplanMeier, false, .187987673652, 2.305437227405, 2.054248774054, 4.463657588759)]
    [InlineData(CoxTies.Efron, HazardTimeScale.Time, false, .152350317254, 2.491913217107, 1.578235238377, 4.119382951479)]
    [InlineData(CoxTies.Breslow, HazardTimeScale.KaplanMeier, false, .188085661154, 2.297197354934, 2.051708611740, 4.451012333769)]
    [InlineData(CoxTies.Efron, HazardTimeScale.KaplanMeier, true, .513802721088, 2.955398771088, 2.105484210870, 4.779285384195)]
    [InlineData(CoxTies.Efron, HazardTimeScale.Time, true, .3696904878154, .4735372378208, .0359460623957, .9604560052136)]
    public void Three_covariates_agree_with_R(CoxTies ties, HazardTimeScale scale, bool late, double age, double sex, double score, double global)
    {
        var check = ProportionalHazards.Of(CoxModelTests.Lung(CoxOptions.Default with { Ties = ties }, late), scale);
        Assert.Equal([age, sex, score], check.Tests.Select(t => t.Statistic), CoxModelTests.Near(1e-7));
        Assert.Equal(global, check.Global.Statistic, 7);
        Assert.Equal(3, check.Global.DegreesOfFreedom);
        Assert.All(check.Tests, t => Assert.Equal(1, t.DegreesOfFreedom));
    }

    [Theory]
    [InlineData(HazardTimeScale.KaplanMeier, false, .0161636324166, 2.2999485925927, 2.3143022029762)]
    [InlineData(HazardTimeScale.Time, false, .0625252956589, 2.4758985907200, 2.5358468994988)]
    [InlineData(HazardTimeScale.KaplanMeier, true, .559268080526, .548275479936, .690983025286)]
    public void Strata_agree_with_R(HazardTimeScale scale, bool late, double age, double sex, double global)
    {
        var check = ProportionalHazards.Of(CoxModelTests.LungByScore(late), scale);
        Assert.Equal([age, sex], check.Tests.Select(t => t.Statistic), CoxModelTests.Near(1e-7));
        Assert.Equal(global, check.Global.Statistic, 7);
    }

    /// <summary>Factor(ph.ecog) beside age: 4.872583 on 3; global 4.916947 on 4.</summary>
    [Fact]
    public void Indicators_of_one_dimension_are_tested_together()
    {
        var people = LungCancer.Scored;
        var model = CoxModel.Fit(
            LungCancer.Times(people),
            [.. people.SelectMany(p => new double[] { p.Age, p.Score == 1 ? 1 : 0, p.Score == 2 ? 1 : 0, p.Score == 3 ? 1 : 0 })],
            ["age", "1", "2", "3"]);
        var test = ProportionalHazards.Of(model, ["1", "2", "3"]);
        Assert.Equal(4.872583179456, test.Statistic, 6);
        Assert.Equal(3, test.DegreesOfFreedom);
        Assert.Equal(.181368551759, test.PValue, 7);
        Assert.Equal(4.916947405075, ProportionalHazards.Of(model).Global.Statistic, 6);
    }

    [Fact]
    public void Scaled_residuals_agree_with_R()
    {
        var check = ProportionalHazards.Of(CoxModelTests.Lung());
        Assert.Equal(164, check.Times.Length);
        Assert.Equal([5, 11], check.Times.Take(2));
        Assert.Equal([.0596552515373, 3.00589500373, -2.22926457186], check.Residuals.Take(3), CoxModelTests.Near(1e-8));
    }

    [Fact]
    public void Hazards_that_cross_are_found_and_equal_ones_are_not()
    {
        // The first group leaves early, the second late: the ratio falls from above 1 to below.
        int[] group = [.. Enumerable.Range(0, 120).Select(i => i % 2)];
        var crossing = EventTimes.Of([.. group.Select((g, i) => g == 0 ? (i < 60 ? 1 + (i / 10d) : 40 + (i / 100d)) : 10 + (i / 10d))], [.. group.Select(_ => true)]);
        Assert.True(ProportionalHazards.Of(CoxModel.Fit(crossing, [.. group.Select(g => (double)g)], ["g"])).Global.PValue < .001);
        var same = EventTimes.Of([.. group.Select((_, i) => 1d + (i / 2))], [.. group.Select(_ => true)]);
        Assert.Equal(1, ProportionalHazards.Of(CoxModel.Fit(same, [.. group.Select(g => (double)g)], ["g"])).Global.PValue, 6);
    }

    [Fact]
    public void Without_events_or_with_an_infinite_coefficient_there_is_no_test()
    {
        var none = ProportionalHazards.Of(CoxModel.Fit(EventTimes.Of([1, 2], [false, false]), [0, 1], ["x"]));
        Assert.Equal((0, 1d), (none.Global.DegreesOfFreedom, none.Global.PValue));
        var infinite = ProportionalHazards.Of(CoxModel.Fit(EventTimes.Of([1, 2, 3, 9, 9], [true, true, true, false, false]), [0, 0, 0, 1, 1], ["x"]));
        Assert.Equal(0, infinite.Tests[0].DegreesOfFreedom);
    }
}
