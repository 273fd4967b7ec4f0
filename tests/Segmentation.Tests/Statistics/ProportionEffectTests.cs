using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class ProportionEffectTests
{
    /// <summary>2 asin √p, R 4.2.2.</summary>
    [Fact]
    public void Cohens_h_is_the_difference_of_angles()
    {
        Assert.Equal(.4115168, ProportionEffect.CohenH(.5, .3), 7);
        Assert.Equal(.1924743, ProportionEffect.CohenH(.1, .05), 7);
        Assert.Equal(-Math.PI, ProportionEffect.CohenH(0, 1), 12);
        Assert.True(double.IsNaN(ProportionEffect.CohenH(double.NaN, .5)));
    }

    /// <summary>
    /// 36/40 against 16/80 is Koopman's own example (Biometrics 40, 1984: 2.94 to 7.15). The others by another way in R 4.2.2: the likelihood maximised by optimize() under each ratio, Pearson's statistic of it, and
    /// uniroot() where it passes qchisq(.95, 1).
    /// </summary>
    [Theory]
    [InlineData(36, 40, 16, 80, 4.5, 2.9395692, 7.1522234)]
    [InlineData(56, 70, 48, 80, 1.3333333, 1.0798215, 1.6708056)]
    [InlineData(0, 10, 3, 20, 0, 0, 2.1792223)]
    [InlineData(5, 56, 0, 29, double.PositiveInfinity, 0.7256889, double.PositiveInfinity)]
    [InlineData(104, 11037, 189, 11034, 0.5501150, 0.4338935, 0.6973969)]
    public void Risk_ratios_have_Koopmans_interval(int successes1, int trials1, int successes2, int trials2, double value, double low, double high)
    {
        var ratio = ProportionEffect.RiskRatio(successes1, trials1, successes2, trials2);
        Assert.Equal(value, ratio.Value, 6);
        Assert.Equal(low, ratio.Interval.Low, 6);
        Assert.Equal(high, ratio.Interval.High, 6);
    }

    [Theory]
    [InlineData(36, 40, 16, 80, 36, 11.533651, 110.918618)]
    [InlineData(56, 70, 48, 80, 2.6666667, 1.2846591, 5.5270031)]
    [InlineData(0, 10, 3, 20, 0, 0, 2.5088026)]
    [InlineData(5, 56, 0, 29, double.PositiveInfinity, 0.7046212, double.PositiveInfinity)]
    public void Odds_ratios_have_the_score_interval(int successes1, int trials1, int successes2, int trials2, double value, double low, double high)
    {
        var ratio = ProportionEffect.OddsRatio(successes1, trials1, successes2, trials2);
        Assert.Equal(value, ratio.Value, 6);
        Assert.Equal(low, ratio.Interval.Low, 4);
        Assert.Equal(high, ratio.Interval.High, 4);
    }

    [Theory]
    [InlineData(0, 10, 0, 20)]
    [InlineData(0, 0, 3, 20)]
    [InlineData(3, 20, 0, 0)]
    public void Of_no_events_or_no_records_nothing_is_known(int successes1, int trials1, int successes2, int trials2)
    {
        foreach (var ratio in new[] { ProportionEffect.RiskRatio(successes1, trials1, successes2, trials2), ProportionEffect.OddsRatio(successes1, trials1, successes2, trials2) })
        {
            Assert.True(double.IsNaN(ratio.Value));
            Assert.Equal(new Interval(0, double.PositiveInfinity), ratio.Interval);
        }
    }

    [Fact]
    public void Where_every_record_of_both_has_the_property_the_ratio_of_risks_is_1_and_lies_in_its_interval()
    {
        var ratio = ProportionEffect.RiskRatio(10, 10, 20, 20);
        Assert.Equal(1, ratio.Value);
        Assert.True(ratio.Interval.Contains(1));
        Assert.InRange(ratio.Interval.Low, .5, 1);
        Assert.InRange(ratio.Interval.High, 1, 2);
    }

    /// <summary>R 4.2.2: 25.142857 on 2 degrees of freedom; φ² less its expectation, by hand from the formula of Bergsma (2013).</summary>
    [Fact]
    public void Cramers_V_without_its_bias_is_as_tabled() =>
        Assert.Equal(.340952, ChiSquareTest.Of(new int[][] { [45, 15, 40], [60, 30, 10] }).CorrectedCramersV, 6);
}
