using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

public sealed class CoxModelTests
{
    /// <summary>E. J. Freireich and others, Blood 21(6), 1963, 699-716; values of R 4.2.2, survival 3.5-3, coxph (eps = 1e-14: R's own default stops a step earlier).</summary>
    [Theory]
    [InlineData(CoxTies.Efron, 1.572125149, .412396718)]
    [InlineData(CoxTies.Breslow, 1.509191413, .409564406)]
    public void Six_mercaptopurine_agrees_with_R(CoxTies ties, double coefficient, double error)
    {
        var model = SixMercaptopurine(CoxOptions.Default with { Ties = ties });
        Assert.Equal(coefficient, model.Coefficients[0].Estimate, 8);
        Assert.Equal(error, model.Coefficients[0].StandardError, 8);
        Assert.Equal((42, 30, 1), (model.Records, model.Events, model.Strata));
        Assert.True(model.HasConverged);
        Assert.Empty(model.Notes);
    }

    [Fact]
    public void Hazard_ratio_interval_and_tests_of_six_mercaptopurine_agree_with_R()
    {
        var model = SixMercaptopurine();
        Assert.Equal(4.8168739, model.Coefficients[0].Ratio, 6);
        Assert.Equal(2.14650821, model.Coefficients[0].RatioInterval.Low, 6);
        Assert.Equal(10.8093107, model.Coefficients[0].RatioInterval.High, 5);
        Assert.Equal(.00013775, model.Coefficients[0].PValue, 8);
        Assert.Equal(-93.1842699968, model.LogLikelihoodNull, 8);
        Assert.Equal(-85.0084245774, model.LogLikelihood, 8);
        Assert.Equal(17.2465367957, model.Score.Statistic, 6);
        Assert.Equal(14.53261706337, model.Wald.Statistic, 6);
        Assert.Equal(5.2609e-5, model.LikelihoodRatio.PValue, 8);
    }

    /// <summary>R's lung; coxph(Surv(time, status) ~ sex), survival 3.5-3.</summary>
    [Fact]
    public void Lung_cancer_by_sex_agrees_with_R()
    {
        var model = CoxModel.Fit(LungCancer.Times(LungCancer.All), [.. LungCancer.All.Select(p => (double)p.Sex)], ["sex"]);
        Assert.Equal(-.531023538, model.Coefficients[0].Estimate, 8);
        Assert.Equal(.167178583, model.Coefficients[0].StandardError, 8);
        Assert.Equal(.588002819, model.Coefficients[0].Ratio, 8);
        Assert.Equal(10.33, model.Score.Statistic, 2);
    }

    /// <summary>R's lung, 227 patients with a known score; coxph(Surv(time, status) ~ age + sex + ph.ecog), survival 3.5-3.</summary>
    [Theory]
    [InlineData(CoxTies.Efron, .0110667645601, .0092674110137, -.5526123957036, .1677390537873, .4637284753704, .1135772661620, -744.4804557614, -729.2301213749, 30.4999227049, 29.9292512092)]
    [InlineData(CoxTies.Breslow, .0110411363495, .00926677011354, -.5518895697876, .16774244802102, .4629470405902, .11357405206130, -744.6928192662, -729.4887051768, 30.4064069153, 29.8390008397)]
    public void Three_covariates_agree_with_R(CoxTies ties, double age, double ageError, double sex, double sexError, double score, double scoreError, double nothing, double logLikelihood, double scoreTest, double wald)
    {
        var model = Lung(CoxOptions.Default with { Ties = ties });
        Assert.Equal([age, sex, score], model.Coefficients.Select(c => c.Estimate), Near(1e-9));
        Assert.Equal([ageError, sexError, scoreError], model.Coefficients.Select(c => c.StandardError), Near(1e-9));
        Assert.Equal([nothing, logLikelihood, scoreTest, wald], [model.LogLikelihoodNull, model.LogLikelihood, model.Score.Statistic, model.Wald.Statistic], Near(1e-7));
    }

    /// <summary>Strata(ph.ecog), survival 3.5-3, eps = 1e-14.</summary>
    [Fact]
    public void Strata_agree_with_R()
    {
        var model = LungByScore();
        Assert.Equal([.01077216112675, -.55351692741333], model.Coefficients.Select(c => c.Estimate), Near(1e-9));
        Assert.Equal([.00925380366029, .17087281322758], model.Coefficients.Select(c => c.StandardError), Near(1e-9));
        Assert.Equal([-566.9065175847, -560.6740086430, 12.16267902041, 11.90494619419], [model.LogLikelihoodNull, model.LogLikelihood, model.Score.Statistic, model.Wald.Statistic], Near(1e-7));
        Assert.Equal(4, model.Strata);
    }

    /// <summary>Surv(floor(time/3), time, status), survival 3.5-3.</summary>
    [Fact]
    public void Delayed_entry_agrees_with_R()
    {
        var model = Lung(late: true);
        Assert.Equal([.0056016907764, -.4205709131105, .3583538988685], model.Coefficients.Select(c => c.Estimate), Near(1e-9));
        Assert.Equal([.00932428540401, .17037643597878, .11377496035167], model.Coefficients.Select(c => c.StandardError), Near(1e-9));
        Assert.Equal([-670.5392893001, -662.0467956473, 16.9087962743, 16.7514966724], [model.LogLikelihoodNull, model.LogLikelihood, model.Score.Statistic, model.Wald.Statistic], Near(1e-7));
    }

    /// <summary>The same in strata: survival 3.5-3.</summary>
    [Fact]
    public void Delayed_entry_in_strata_agrees_with_R()
    {
        var model = LungByScore(late: true);
        Assert.Equal([.00506922902068, -.41263757198685], model.Coefficients.Select(c => c.Estimate), Near(1e-9));
        Assert.Equal([.00936962916284, .17487661527368], model.Coefficients.Select(c => c.StandardError), Near(1e-9));
        Assert.Equal([-498.34362346984, -495.24812114777], [model.LogLikelihoodNull, model.LogLikelihood], Near(1e-7));
    }

    /// <summary>The eight records of the reference values, with a covariate; coxph, survival 3.5-3.</summary>
    [Fact]
    public void Eight_records_with_delayed_entry_agree_with_R()
    {
        var times = EventTimes.Of([4, 6, 7, 5, 9, 3, 8, 10], [true, false, true, true, false, true, true, false], [0, 0, 2, 3, 5, 1, 4, 0]);
        var model = CoxModel.Fit(times, [.5, 1.2, -.3, 2, .1, .7, -1, .4], ["z"]);
        Assert.Equal(.210667976971, model.Coefficients[0].Estimate, 9);
        Assert.Equal(.624704645215, model.Coefficients[0].StandardError, 9);
        Assert.Equal(-7.313220387090, model.LogLikelihoodNull, 9);
        Assert.Equal(-7.255814151348, model.LogLikelihood, 9);
    }

    /// <summary>Anova(coxph(~ sex), coxph(~ age + sex + ph.ecog)): 20.2016 on 2, survival 3.5-3.</summary>
    [Fact]
    public void Test_of_a_block_is_the_likelihood_ratio_without_it()
    {
        var test = Lung().TestOf("age", "score");
        Assert.Equal(20.2016, test.Statistic, 4);
        Assert.Equal(2, test.DegreesOfFreedom);
        Assert.Equal(4.1047e-5, test.PValue, 8);
        Assert.Throws<ArgumentException>(() => Lung().TestOf("weight"));
    }

    [Fact]
    public void Score_test_of_one_group_without_ties_is_the_log_rank_test()
    {
        double[] exit = [3, 5, 7, 9, 11, 13, 15, 17];
        bool[] died = [true, true, false, true, true, true, false, true];
        int[] group = [1, 0, 1, 1, 0, 1, 0, 0];
        var model = CoxModel.Fit(EventTimes.Of([.. exit], [.. died]), [.. group.Select(g => (double)g)], ["group"]);
        Assert.Equal(LogRankTest.Of(EventTimes.Of([.. exit], [.. died]), group, 2).Statistic, model.Score.Statistic, 10);
    }

    [Fact]
    public void Order_unit_and_origin_of_covariates_change_nothing()
    {
        var people = LungCancer.Scored;
        var model = Lung();
        var turned = CoxModel.Fit(LungCancer.Times(people), [.. people.SelectMany(p => new[] { p.Score!.Value * 1000d, (p.Age / 10d) + 500, -p.Sex })], ["score", "age", "male"]);
        Assert.Equal(model.Coefficients[2].Estimate, turned.Coefficients[0].Estimate * 1000, 8);
        Assert.Equal(model.Coefficients[0].Estimate, turned.Coefficients[1].Estimate / 10, 8);
        Assert.Equal(model.Coefficients[1].Estimate, -turned.Coefficients[2].Estimate, 8);
        Assert.Equal(model.LogLikelihood, turned.LogLikelihood, 8);
    }

    [Fact]
    public void Separated_covariate_runs_to_infinity_and_says_so()
    {
        // Nobody of the second group has the event: b runs to minus infinity. Three events, 4 of the 8, 7, 6 at risk in the first group: at b the likelihood is the product of 1/(n1 + n2 e^b).
        var model = CoxModel.Fit(EventTimes.Of([1, 2, 3, 9, 9, 9, 9, 9], [true, true, true, false, false, false, false, false]), [0, 0, 0, 0, 1, 1, 1, 1], ["late"]);
        Assert.Equal(double.NegativeInfinity, model.Coefficients[0].Estimate);
        Assert.Equal(0, model.Coefficients[0].Ratio);
        Assert.Equal(0, model.Coefficients[0].RatioInterval.Low);
        var end = model.Coefficients[0].RatioInterval.High;
        Assert.Equal(1.9207294, -LogLikelihood(end) + LogLikelihood(0), 5);
        Assert.Equal(LogLikelihood(0), model.LogLikelihood, 6);
        Assert.Equal(2 * (LogLikelihood(0) - LogLikelihood(1)), model.LikelihoodRatio.Statistic, 5);
        Assert.Equal(model.LikelihoodRatio.PValue, model.Coefficients[0].PValue, 6);
        Assert.Contains(model.Notes, n => n.StartsWith("The coefficient of 'late' runs to minus infinity", StringComparison.Ordinal));

        static double LogLikelihood(double ratio) => -Math.Log(4 + (4 * ratio)) - Math.Log(3 + (4 * ratio)) - Math.Log(2 + (4 * ratio));
    }

    [Fact]
    public void Constant_and_collinear_covariates_are_left_out_and_the_rest_stays()
    {
        var people = LungCancer.Scored;
        var model = CoxModel.Fit(LungCancer.Times(people), [.. people.SelectMany(p => new double[] { 7, p.Sex, 1 - p.Sex, p.Age })], ["one", "female", "male", "age"]);
        Assert.True(double.IsNaN(model.Coefficients[0].Estimate) && double.IsNaN(model.Coefficients[2].Estimate));
        var without = CoxModel.Fit(LungCancer.Times(people), [.. people.SelectMany(p => new double[] { p.Sex, p.Age })], ["female", "age"]);
        Assert.Equal(without.Coefficients[0].Estimate, model.Coefficients[1].Estimate, 9);
        Assert.Equal(without.Coefficients[1].StandardError, model.Coefficients[3].StandardError, 9);
        Assert.Equal(2, model.LikelihoodRatio.DegreesOfFreedom);
        Assert.Equal(2, model.Notes.Length);
        Assert.Equal("'one' is left out: it is the same for every record.", model.Notes[0]);
        Assert.Equal("'male' is left out: the covariates before it determine it wherever records can be compared.", model.Notes[1]);
    }

    [Fact]
    public void Covariate_that_differs_only_between_strata_is_left_out()
    {
        var people = LungCancer.Scored;
        var model = CoxModel.Fit(LungCancer.Times(people), [.. people.SelectMany(p => new double[] { p.Score!.Value, p.Sex })], ["score", "sex"], strata: [.. people.Select(p => p.Score!.Value)]);
        Assert.True(double.IsNaN(model.Coefficients[0].Estimate));
        Assert.False(double.IsNaN(model.Coefficients[1].Estimate));
        Assert.Contains("'score' is left out", Assert.Single(model.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_events_or_records_nothing_is_known()
    {
        var none = CoxModel.Fit(EventTimes.Of([1, 2], [false, false]), [0, 1], ["x"]);
        Assert.True(double.IsNaN(none.Coefficients[0].Estimate));
        Assert.Equal(new Interval(0, double.PositiveInfinity), none.Coefficients[0].RatioInterval);
        Assert.Equal("There is no event: nothing can be told apart.", Assert.Single(none.Notes));
        var empty = CoxModel.Fit(EventTimes.Of([], []), [], ["x"]);
        Assert.Equal((0, 0, 0), (empty.Records, empty.Events, empty.Strata));
        Assert.Equal("There are no records.", Assert.Single(empty.Notes));
        Assert.Equal(1, empty.TestOf("x").PValue);
    }

    [Fact]
    public void One_record_with_an_event_says_nothing_of_its_covariate()
    {
        var one = CoxModel.Fit(EventTimes.Of([1], [true]), [3], ["x"]);
        Assert.True(double.IsNaN(one.Coefficients[0].Estimate));
        Assert.Equal(0, one.LogLikelihood);
    }

    [Fact]
    public void Large_covariates_do_not_overflow()
    {
        var people = LungCancer.Scored;
        var model = CoxModel.Fit(LungCancer.Times(people), [.. people.Select(p => 1e9 + (p.Age * 1e6))], ["age"]);
        var plain = CoxModel.Fit(LungCancer.Times(people), [.. people.Select(p => (double)p.Age)], ["age"]);
        Assert.Equal(plain.Coefficients[0].Estimate, model.Coefficients[0].Estimate * 1e6, 7);
    }

    [Fact]
    public void Wrong_inputs_are_said()
    {
        var times = EventTimes.Of([1, 2], [true, false]);
        Assert.Equal(
            "covariates has 3 values but 2 records of 1 covariates need 2, record after record. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => CoxModel.Fit(times, [1, 2, 3], ["x"])).Message);
        Assert.StartsWith("covariate 'x' of record 1 is NaN", Assert.Throws<ArgumentException>(() => CoxModel.Fit(times, [1, double.NaN], ["x"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(times, [1, double.PositiveInfinity], ["x"]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(times, [1, 2, 3, 4], ["x", "x"]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(times, [1, 2], ["x"], strata: [0]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(times, [1, 2], ["x"], strata: [0, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoxModel.Fit(times, [1, 2], ["x"], CoxOptions.Default with { Confidence = 1 }));
    }

    internal static CoxModel Lung(CoxOptions? options = null, bool late = false) =>
        CoxModel.Fit(LungCancer.Times(LungCancer.Scored, late), [.. LungCancer.Scored.SelectMany(p => new double[] { p.Age, p.Sex, p.Score!.Value })], ["age", "sex", "score"], options);

    internal static CoxModel LungByScore(bool late = false) => CoxModel.Fit(
        LungCancer.Times(LungCancer.Scored, late),
        [.. LungCancer.Scored.SelectMany(p => new double[] { p.Age, p.Sex })],
        ["age", "sex"],
        strata: [.. LungCancer.Scored.Select(p => p.Score!.Value)]);

    internal static CoxModel SixMercaptopurine(CoxOptions? options = null) => CoxModel.Fit(
        EventTimes.Of(
            [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35, 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
            [true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false, false, false, false, false, .. Enumerable.Repeat(true, 21)]),
        [.. Enumerable.Repeat(0d, 21), .. Enumerable.Repeat(1d, 21)],
        ["control"],
        options);

    internal static IEqualityComparer<double> Near(double tolerance) => EqualityComparer<double>.Create((a, b) => Math.Abs(a - b) <= tolerance);
}
