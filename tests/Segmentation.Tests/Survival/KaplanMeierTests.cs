using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

public sealed class KaplanMeierTests
{
    private static readonly SurvivalCurve Treated = KaplanMeier.Of(SurvivalData.Of(SurvivalData.SixMercaptopurine));
    private static readonly SurvivalCurve Control = KaplanMeier.Of(SurvivalData.Of(SurvivalData.Placebo));

    /// <summary>R 4.2.2, survival 3.5-3, survfit; the survival and its errors also in Kalbfleisch and Prentice, 1980.</summary>
    [Theory]
    [InlineData(6, .857143, .0763604)]
    [InlineData(7, .806723, .0869348)]
    [InlineData(10, .752941, .0963497)]
    [InlineData(13, .690196, .1068155)]
    [InlineData(16, .627451, .1140539)]
    [InlineData(22, .537815, .1282338)]
    [InlineData(23, .448179, .1345915)]
    public void Six_mercaptopurine_agrees_with_R(double week, double survival, double error)
    {
        var found = Treated.EstimateAt(week);
        Assert.Equal(survival, found.Value, 6);
        Assert.Equal(error, found.StandardError, 7);
        Assert.Equal(found.Value, Treated.At(week));
    }

    /// <summary>R 4.2.2, survival 3.5-3, quantile(survfit(..., conf.type)).</summary>
    [Fact]
    public void Medians_and_their_intervals_agree_with_R()
    {
        var logLog = new KaplanMeierOptions { Interval = SurvivalIntervalType.LogLog };
        Assert.Equal(new SurvivalQuantile(23, new(16, double.PositiveInfinity)), Treated.Median);
        Assert.Equal(new SurvivalQuantile(23, new(13, double.PositiveInfinity)), KaplanMeier.Of(SurvivalData.Of(SurvivalData.SixMercaptopurine), logLog).Median);
        Assert.Equal(new SurvivalQuantile(8, new(4, 12)), Control.Median);
        Assert.Equal(new SurvivalQuantile(8, new(4, 11)), KaplanMeier.Of(SurvivalData.Of(SurvivalData.Placebo), logLog).Median);
    }

    /// <summary>R 4.2.2, survival 3.5-3, print(survfit, rmean = 23).</summary>
    [Fact]
    public void Restricted_means_and_their_difference_agree_with_R()
    {
        var (treated, control) = (Treated.RestrictedMean(23), Control.RestrictedMean(23));
        Assert.Equal(17.909244, treated.Value, 6);
        Assert.Equal(1.553190, treated.StandardError, 6);
        Assert.Equal(8.666667, control.Value, 6);
        Assert.Equal(1.377390, control.StandardError, 6);
        var difference = SurvivalDifference.RestrictedMean(Treated, Control, 23);
        Assert.Equal(9.242577, difference.Value, 6);
        Assert.Equal(2.075958, difference.StandardError, 6);
        Assert.Equal(9.242577 - (1.959964 * 2.075958), difference.Interval.Low, 5);
    }

    /// <summary>By hand: at risk are those with entry &lt; t ≤ exit.</summary>
    [Fact]
    public void Records_that_come_under_watch_late_are_at_risk_from_then_on()
    {
        var curve = KaplanMeier.Of(SurvivalData.Late);
        double[] times = [3, 4, 5, 7, 8];
        Assert.Equal([.8, .64, .512, .384, .256], times.Select(t => Math.Round(curve.At(t), 12)));
        Assert.Equal([5, 5, 5, 4, 3], times.Select(t => curve.AtRisk[curve.Times.IndexOf(t)]));
        Assert.Equal([5, 5, 5, 4, 3, 0, 1, 3], KaplanMeier.NumberAtRisk(SurvivalData.Late, new int[8], 1, [3, 4, 5, 7, 8, 0, 10, .5])[0]);
        Assert.Null(curve.DepletedAt);
    }
}
