using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>Unless another authority is named, expected values are those of R 4.2.2 with survival 3.5-3: survfit, summary(times) and quantile of it.</summary>
public sealed class KaplanMeierTests
{
    private static readonly SurvivalCurve Treated = KaplanMeier.Of(SurvivalData.Of(SurvivalData.SixMercaptopurine));
    private static readonly SurvivalCurve Control = KaplanMeier.Of(SurvivalData.Of(SurvivalData.Placebo));

    [Theory]
    [InlineData(6, .857142857143, .0763603548321)]
    [InlineData(7, .806722689076, .0869352851801)]
    [InlineData(10, .752941176471, .0963496529943)]
    [InlineData(13, .690196078431, .1068147077750)]
    [InlineData(16, .627450980392, .1140538652568)]
    [InlineData(22, .537815126050, .1282337516930)]
    [InlineData(23, .448179271709, .1345914567558)]
    public void Six_mercaptopurine_agrees_with_R(double week, double survival, double error)
    {
        var found = Treated.EstimateAt(week);
        Assert.Equal(survival, found.Value, 1e-11);
        Assert.Equal(error, found.StandardError, 1e-11);
        Assert.Equal(found.Value, Treated.At(week));
    }

    [Theory]
    [InlineData(SurvivalIntervalType.Plain, 7, .636332661137, .977112717014)]
    [InlineData(SurvivalIntervalType.Plain, 6, .707479311825, 1)]
    [InlineData(SurvivalIntervalType.Log, 7, .653124218462, .996443675909)]
    [InlineData(SurvivalIntervalType.Log, 23, .248788226818, .807372045529)]
    [InlineData(SurvivalIntervalType.LogLog, 7, .563146564622, .922809019203)]
    [InlineData(SurvivalIntervalType.LogLog, 23, .188052005959, .680142628495)]
    public void Pointwise_intervals_agree_with_R(SurvivalIntervalType type, double week, double low, double high)
    {
        var interval = KaplanMeier.Of(SurvivalData.Of(SurvivalData.SixMercaptopurine), new() { Interval = type }).EstimateAt(week).Interval;
        Assert.Equal(low, interval.Low, 1e-11);
        Assert.Equal(high, interval.High, 1e-11);
    }

    [Fact]
    public void Medians_and_quartiles_with_their_intervals_agree_with_R()
    {
        var (logLog, plain) = (Curve(SurvivalData.SixMercaptopurine, SurvivalIntervalType.LogLog), Curve(SurvivalData.SixMercaptopurine, SurvivalIntervalType.Plain));
        Assert.Equal(Quantile(23, 16, double.PositiveInfinity), Treated.Median);
        Assert.Equal(Quantile(23, 13, double.PositiveInfinity), logLog.Median);
        Assert.Equal(Quantile(8, 4, 12), Control.Median);
        Assert.Equal(Quantile(8, 4, 11), Curve(SurvivalData.Placebo, SurvivalIntervalType.LogLog).Median);
        Assert.Equal(Quantile(13, 6, double.PositiveInfinity), Treated.Quantile(.25));
        Assert.Equal(Quantile(13, 6, 22), logLog.Quantile(.25));
        Assert.Equal(Quantile(13, 6, 23), plain.Quantile(.25));
        Assert.Equal(Quantile(double.PositiveInfinity, 23, double.PositiveInfinity), Treated.Quantile(.75));
        Assert.Equal(Quantile(12, 8, double.PositiveInfinity), Control.Quantile(.75));
    }

    [Fact]
    public void A_quantile_on_a_step_is_its_middle()
    {
        Assert.Equal(Quantile(2.5, 1, double.PositiveInfinity), Curve("1 2 3 4").Median);
        Assert.Equal(Quantile(3, 1, double.PositiveInfinity), Curve("1 2 3+ 4+").Median);
    }

    [Fact]
    public void Lung_cancer_by_sex_agrees_with_R_in_one_pass()
    {
        var times = EventTimes.Of([.. LungCancer.All.Select(p => p.Days)], [.. LungCancer.All.Select(p => p.Died)]);
        var curves = KaplanMeier.ByGroup(times, [.. LungCancer.All.Select(p => p.Sex)], 3);
        Assert.Equal([138, 90, 0], curves.Select(c => c.Records));
        Assert.Equal([112, 53, 0], curves.Select(c => c.EventCount));
        Assert.Equal(.336087834639, curves[0].At(365), 1e-11);
        Assert.Equal(.526463030186, curves[1].At(365), 1e-11);
        Assert.Equal(Quantile(270, 212, 310), curves[0].Median);
        Assert.Equal(Quantile(426, 348, 550), curves[1].Median);
    }

    [Fact]
    public void Restricted_means_and_their_differences_agree_with_R()
    {
        Means(Treated, Control, 23, (17.909244, 1.553190), (8.666667, 1.377390), 6);
        var difference = SurvivalDifference.RestrictedMean(Treated, Control, 23);
        Assert.Equal(9.242577, difference.Value, 6);
        Assert.Equal(2.075958, difference.StandardError, 6);
        Assert.Equal(9.242577 - (1.959964 * 2.075958), difference.Interval.Low, 5);
        var times = EventTimes.Of([.. LungCancer.All.Select(p => p.Days)], [.. LungCancer.All.Select(p => p.Died)]);
        var sexes = KaplanMeier.ByGroup(times, [.. LungCancer.All.Select(p => p.Sex)], 2);
        Means(sexes[0], sexes[1], 965, (324.048419062, 22.2979392341), (455.904087512, 32.9174156887), 9);
        difference = SurvivalDifference.RestrictedMean(sexes[1], sexes[0], 965);
        Assert.Equal(131.8557, difference.Value, 4);
        Assert.Equal(39.7587, difference.StandardError, 4);
        Assert.Equal(.00091186, 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -difference.Value / difference.StandardError), 7);
    }

    /// <summary>By hand: at risk are those with entry &lt; t ≤ exit.</summary>
    [Fact]
    public void Records_that_come_under_watch_late_are_at_risk_from_then_on()
    {
        var curve = KaplanMeier.Of(SurvivalData.Late);
        double[] times = [3, 4, 5, 7, 8];
        Assert.Equal([.8, .64, .512, .384, .256], times.Select(t => Math.Round(curve.At(t), 12)));
        Assert.Equal([5, 5, 5, 4, 3], times.Select(t => curve.AtRisk[curve.Times.IndexOf(t)]));
        Assert.Equal(new[] { 5, 5, 5, 4, 3, 0, 1, 3 }, KaplanMeier.NumberAtRisk(SurvivalData.Late, new int[8], 1, [3, 4, 5, 7, 8, 0, 10, .5])[0]);
        Assert.Null(curve.DepletedAt);
    }

    /// <summary>R, survfit(Surv(pmin(time - 1, diagtime), time, status) ~ trt, veteran): in the second group the only patient at risk on day 1 dies.</summary>
    [Fact]
    public void Veterans_under_watch_late_agree_with_R_and_a_curve_that_fell_to_nothing_says_so()
    {
        var curves = KaplanMeier.ByGroup(SurvivalData.LateVeterans, [.. VeteransLungCancer.All.Select(p => p.Treatment)], 2);
        (double Day, double Survival, double Error, double Low, double High)[] expected =
        [
            (20, .643855883903, .0870046235547, .4940436306855, .839096738606), (50, .557503447709, .0812213763850, .4190231244997, .741749264026),
            (100, .411711305693, .0700495782575, .2949628089407, .574669734955), (200, .159707890392, .0453217755106, .0915741908626, .278534923576),
        ];
        foreach (var (day, survival, error, low, high) in expected)
        {
            var found = curves[0].EstimateAt(day);
            Assert.Equal(survival, found.Value, 1e-11);
            Assert.Equal(error, found.StandardError, 1e-11);
            Assert.Equal(low, found.Interval.Low, 1e-11);
            Assert.Equal(high, found.Interval.High, 1e-11);
        }

        Assert.Equal(Quantile(56, 20, 118), curves[0].Median);
        Assert.Null(curves[0].DepletedAt);
        Assert.Equal((1, 0), (curves[1].DepletedAt, curves[1].At(500)));
        Assert.Equal(1, curves[1].Median.Time);
        Assert.True(curves[1].Median.Interval.High == double.PositiveInfinity);
    }

    /// <summary>Wilson's interval of 15 in 20: .531299 to .888138 by hand; a proportion, where nobody was censored before.</summary>
    [Fact]
    public void Without_censoring_the_interval_is_Wilsons_of_the_share_that_is_left()
    {
        var options = new KaplanMeierOptions { Interval = SurvivalIntervalType.Wilson };
        for (var lost = 0; lost <= 20; lost += 5)
        {
            var curve = KaplanMeier.Of(Lost(20, lost), options);
            var (wilson, found) = (ProportionInterval.Wilson(20 - lost, 20), curve.EstimateAt(50).Interval);
            Assert.Equal(wilson.Low, found.Low, 1e-11);
            Assert.Equal(wilson.High, found.High, 1e-11);
        }

        Assert.Equal(.531299, KaplanMeier.Of(Lost(20, 5), options).EstimateAt(50).Interval.Low, 6);
    }

    /// <summary>R. G. Newcombe, Statistics in Medicine 17(8), 1998, 873-890, table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, .052431, .333873)]
    [InlineData(9, 10, 3, 10, .170523, .809018)]
    [InlineData(5, 56, 0, 29, -.038137, .192560)]
    [InlineData(0, 10, 0, 20, -.161125, .277533)]
    [InlineData(10, 10, 0, 10, .607509, 1)]
    public void Without_censoring_a_milestone_difference_is_Newcombes(int left1, int n1, int left2, int n2, double low, double high)
    {
        var options = new KaplanMeierOptions { Interval = SurvivalIntervalType.Wilson };
        var found = SurvivalDifference.At(KaplanMeier.Of(Lost(n1, n1 - left1), options), KaplanMeier.Of(Lost(n2, n2 - left2), options), 50);
        Assert.Equal((left1 / (double)n1) - (left2 / (double)n2), found.Value, 1e-11);
        Assert.Equal(low, found.Interval.Low, 6);
        Assert.Equal(high, found.Interval.High, 6);
    }

    /// <summary>Greenwood's variances add: R's standard errors at 10 weeks, .0963496529943 and .1059624851743 (8 of 21 left, √(8·13/21³)).</summary>
    [Fact]
    public void A_plain_milestone_difference_is_normal_with_Greenwoods_variances()
    {
        var found = SurvivalDifference.At(Curve(SurvivalData.SixMercaptopurine, SurvivalIntervalType.Plain), Curve(SurvivalData.Placebo, SurvivalIntervalType.Plain), 10);
        var error = Math.Sqrt((.0963496529943 * .0963496529943) + (8 * 13 / Math.Pow(21, 3)));
        Assert.Equal(.752941176471 - (8 / 21.0), found.Value, 1e-11);
        Assert.Equal(error, found.StandardError, 1e-11);
        Assert.Equal(found.Value + (1.959963984540 * error), found.Interval.High, 10);
    }

    [Fact]
    public void Nothing_is_said_of_times_that_the_records_do_not_reach()
    {
        var none = KaplanMeier.Of(EventTimes.Of([], []));
        Assert.Equal((0, 0, 0, 1), (none.Records, none.Times.Length, none.FollowedTo, none.At(5)));
        Assert.Equal(double.PositiveInfinity, none.Median.Time);
        Assert.True(double.IsNaN(none.EstimateAt(5).Value) && double.IsNaN(none.RestrictedMean(5).Value));
        Assert.True(double.IsNaN(Treated.EstimateAt(36).Value));
        Assert.True(double.IsNaN(Treated.RestrictedMean(36).Value));
        Assert.Equal(0, Control.EstimateAt(36).Value);
        Assert.Equal(182 / 21.0, Control.RestrictedMean(100).Value, 1e-11);
        Assert.True(double.IsNaN(SurvivalDifference.At(Treated, Control, 36).Value));
        Assert.True(double.IsNaN(SurvivalDifference.RestrictedMean(Treated, Control, 36).Value));
    }

    [Fact]
    public void Nobody_and_everybody_with_the_event_are_answered()
    {
        var (nobody, everybody) = (Curve("3+ 5+ 9+"), Curve("4 4 4"));
        Assert.Equal(new[] { 1.0, 1, 1 }, nobody.Survival);
        Assert.Equal((9, true), (nobody.RestrictedMean(9).Value, double.IsNaN(nobody.RestrictedMean(9).Interval.Low)));
        Assert.Equal((0, true), (everybody.At(4), double.IsNaN(everybody.StandardError[0])));
        Assert.Equal((4, 1), (everybody.Median.Time, everybody.At(3.9)));
        Assert.Null(everybody.DepletedAt);
        Assert.Equal((0, 1), (Curve("0").At(0), Curve("0 7+").AtRisk[1]));
    }

    // The same curve from counting whole days and from sorting by digits: 5,000 records are more than are compared one by one.
    [Fact]
    public void Times_that_are_not_whole_are_sorted_and_give_the_same()
    {
        var random = new SeededRandom(11);
        var (days, happened, group) = (new double[5000], new bool[5000], new int[5000]);
        for (var i = 0; i < days.Length; i++) (days[i], happened[i], group[i]) = (Math.Floor(random.NextDouble() * random.NextDouble() * 900), random.NextDouble() < .6, (int)(random.NextDouble() * 3));
        var counted = KaplanMeier.ByGroup(EventTimes.Of([.. days], [.. happened]), group, 3);
        var sorted = KaplanMeier.ByGroup(EventTimes.Of([.. days.Select(d => d / 1024)], [.. happened]), group, 3);
        for (var g = 0; g < 3; g++)
        {
            Assert.Equal(counted[g].Times.Select(t => t / 1024), sorted[g].Times);
            Assert.Equal(counted[g].Survival.AsEnumerable(), sorted[g].Survival);
            Assert.Equal(counted[g].AtRisk.AsEnumerable(), sorted[g].AtRisk);
            Assert.Equal(counted[g].Lower.AsEnumerable(), sorted[g].Lower);
        }
    }

    [Fact]
    public void Inputs_that_mean_nothing_are_refused()
    {
        Assert.StartsWith("share is 1 but must be a proportion inside 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Treated.Quantile(1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("horizon is 0 but must be a finite time above 0.", Assert.Throws<ArgumentOutOfRangeException>(() => Treated.RestrictedMean(0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new KaplanMeierOptions { Confidence = 1 });
        Assert.StartsWith("group has 1 values but there are times of 8 records", Assert.Throws<ArgumentException>(() => KaplanMeier.ByGroup(SurvivalData.Late, [0], 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("the exit of record 1 is -2 but must be", Assert.Throws<ArgumentException>(() => EventTimes.Of([1, -2], [true, true])).Message, StringComparison.Ordinal);
        Assert.StartsWith("the entry of record 0 is 1 but must be at least 0 and below its exit, 1", Assert.Throws<ArgumentException>(() => EventTimes.Of([1], [true], [1])).Message, StringComparison.Ordinal);
        foreach (var time in new[] { double.NaN, double.PositiveInfinity }) Assert.Throws<ArgumentException>(() => EventTimes.Of([time], [true]));
    }

    private static SurvivalCurve Curve(string times, SurvivalIntervalType type = SurvivalIntervalType.Log) => KaplanMeier.Of(SurvivalData.Of(times), new() { Interval = type });

    // All watched to 100, those lost at 10.
    private static EventTimes Lost(int records, int lost) => EventTimes.Of([.. Enumerable.Range(0, records).Select(i => i < lost ? 10.0 : 100)], [.. Enumerable.Range(0, records).Select(i => i < lost)]);

    private static SurvivalQuantile Quantile(double time, double low, double high) => new(time, new(low, high));

    private static void Means(SurvivalCurve first, SurvivalCurve second, double horizon, (double Mean, double Error) one, (double Mean, double Error) two, int digits)
    {
        foreach (var (curve, (mean, error)) in new[] { (first, one), (second, two) })
        {
            Assert.Equal(mean, curve.RestrictedMean(horizon).Value, digits);
            Assert.Equal(error, curve.RestrictedMean(horizon).StandardError, digits);
        }
    }
}
