using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class LogisticRegressionTests
{
    private static readonly bool[] Manual = [true, true, true, .. Enumerable.Repeat(false, 14), true, true, true, false, false, false, false, false, true, true, true, true, true, true, true];

    private static readonly double[] Weight =
    [
        2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
    ];

    private static readonly double[] Power =
        [110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150, 245, 175, 66, 91, 113, 264, 175, 335, 109];

    /// <summary>R's mtcars (Motor Trend, 1974); glm(am ~ wt + hp, binomial), R 4.2.2, converged to 1e-14.</summary>
    [Fact]
    public void Cars_agree_with_R()
    {
        var fit = Cars();
        Assert.Equal([18.8662987172, -8.0834751824, .0362555961], fit.Coefficients.Select(c => c.Estimate), Near(1e-8));
        Assert.Equal([7.4435580602, 3.0686751131, .0177341537], fit.Coefficients.Select(c => c.StandardError), Near(1e-6));
        Assert.Equal(.00843381259971, fit.Coefficients[1].PValue, 7);
        Assert.Equal(-5.02955523613, fit.LogLikelihood, 9);
        Assert.Equal(-21.61486663843, fit.LogLikelihoodNull, 9);
        Assert.Equal((32, 13, true, false), (fit.Records, fit.Events, fit.HasConverged, fit.IsFirth));
        Assert.Equal(LogisticRegression.Intercept, fit.Coefficients[0].Name);
    }

    /// <summary>Anova(glm(am ~ wt), glm(am ~ wt + hp), test = "Chisq"), R 4.2.2.</summary>
    [Fact]
    public void Test_of_a_block_is_the_likelihood_ratio_without_it()
    {
        var test = Cars().TestOf("power");
        Assert.Equal(9.116974335, test.Statistic, 7);
        Assert.Equal(.0025325, test.PValue, 7);
        Assert.Equal(2, Cars().LikelihoodRatio.DegreesOfFreedom);
        Assert.Throws<ArgumentException>(() => Cars().TestOf("doors"));
    }

    /// <summary>Of a 2 x 2 table the coefficient is the logarithm of its odds ratio and its variance the sum of the reciprocal counts (B. Woolf, Annals of Human Genetics 19(4), 1955, 251-253).</summary>
    [Fact]
    public void Two_by_two_table_gives_its_odds_ratio()
    {
        var fit = Table(30, 70, 10, 90);
        Assert.Equal(Math.Log(30d * 90 / (70 * 10)), fit.Coefficients[1].Estimate, 9);
        Assert.Equal(Math.Sqrt((1 / 30d) + (1 / 70d) + (1 / 10d) + (1 / 90d)), fit.Coefficients[1].StandardError, 9);
        Assert.Equal(.3, fit.Probability([1]), 9);
        Assert.Equal(.1, fit.Probability([0]), 9);
    }

    /// <summary>Firth's penalty on a saturated table adds half a record to each cell (D. Firth, Biometrika 80(1), 1993, 27-38, section 3.3), an empty one too.</summary>
    [Theory]
    [InlineData(12, 0, 7, 9)]
    [InlineData(0, 12, 7, 9)]
    [InlineData(12, 0, 0, 9)]
    public void Empty_cell_is_answered_by_half_a_record_in_each(int a, int b, int c, int d)
    {
        var fit = Table(a, b, c, d);
        Assert.True(fit.IsFirth && fit.HasConverged);
        Assert.Equal(Math.Log((a + .5) * (d + .5) / ((b + .5) * (c + .5))), fit.Coefficients[1].Estimate, 6);
        Assert.Contains("'group' separates the records with the property from those without", Assert.Single(fit.Notes), StringComparison.Ordinal);
        Assert.True(fit.Coefficients[1].Interval.Contains(fit.Coefficients[1].Estimate));
    }

    /// <summary>Firth's score solved in R 4.2.2 to 1e-15, profile ends of the penalised likelihood by nlm and uniroot; the first covariate separates completely.</summary>
    [Fact]
    public void Separated_covariates_agree_with_the_penalised_likelihood_maximised_by_R()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2.5, 6.5], z = [1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1];
        var fit = LogisticRegression.Fit([.. x.Select(v => v > 5.5)], [.. x.Zip(z).SelectMany(p => new[] { p.First, p.Second })], ["x", "z"]);
        Assert.Equal([-5.1530809199, .9468652919, .1921234711], fit.Coefficients.Select(c => c.Estimate), Near(1e-6));
        Assert.Equal([3.2671837821, .5044186085, 1.8809950568], fit.Coefficients.Select(c => c.StandardError), Near(1e-6));
        Assert.Equal(-1.85886871938, fit.LogLikelihood, 8);
        Assert.Equal(.232348025198, fit.Coefficients[1].Interval.Low, 5);
        Assert.Equal(4.93011187655, fit.Coefficients[1].Interval.High, 4);
        Assert.Equal(8.79750743609, fit.TestOf("x").Statistic, 6);
    }

    [Fact]
    public void Without_the_penalty_a_separated_covariate_is_infinite_and_said_so()
    {
        var fit = Table(0, 40, 10, 90, LogisticOptions.Default with { Firth = false });
        Assert.Equal(double.NegativeInfinity, fit.Coefficients[1].Estimate);
        Assert.Equal(0, fit.Coefficients[1].RatioInterval.Low);

        // At a rate p of the empty group the likelihood has fallen by -40 ln(1 - p).
        var odds = Math.Exp(fit.Coefficients[1].Interval.High);
        Assert.InRange(odds, .1, 1);
        Assert.False(fit.IsFirth);
        Assert.Contains("the estimate is infinite", Assert.Single(fit.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_and_collinear_covariates_are_left_out()
    {
        var fit = LogisticRegression.Fit(Manual, [.. Weight.SelectMany((w, i) => new[] { 4, w, Power[i], w + Power[i] })], ["wheels", "weight", "power", "sum"]);
        Assert.Equal(-8.0834751824, fit.Coefficients[2].Estimate, 7);
        Assert.True(double.IsNaN(fit.Coefficients[1].Estimate) && double.IsNaN(fit.Coefficients[4].Estimate));
        Assert.Equal(2, fit.Notes.Length);
    }

    [Theory]
    [InlineData(0, "There are no records.")]
    [InlineData(1, "No record has the property: nothing can be told apart.")]
    [InlineData(2, "Every record has the property: nothing can be told apart.")]
    public void Where_nothing_can_be_told_apart_nothing_is_known(int which, string note)
    {
        bool[] has = which == 0 ? [] : [which == 2, which == 2];
        var fit = LogisticRegression.Fit(has, which == 0 ? [] : [0, 1], ["x"]);
        Assert.Equal(note, Assert.Single(fit.Notes));
        Assert.All(fit.Coefficients, c => Assert.True(double.IsNaN(c.Estimate)));
        Assert.Equal(1, fit.LikelihoodRatio.PValue);
        Assert.Equal(which == 0 ? double.NaN : which - 1, fit.Probability([0]));
    }

    [Fact]
    public void Wrong_inputs_are_said()
    {
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([true, false], [1], ["x"]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([true, false], [1, double.NaN], ["x"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([true, false], [1, 2], ["x"], LogisticOptions.Default with { Confidence = 0 }));
    }

    private static LogisticRegression Cars() => LogisticRegression.Fit(Manual, [.. Weight.SelectMany((w, i) => new[] { w, Power[i] })], ["weight", "power"]);

    private static LogisticRegression Table(int a, int b, int c, int d, LogisticOptions? options = null) => LogisticRegression.Fit(
        [.. Enumerable.Repeat(true, a), .. Enumerable.Repeat(false, b), .. Enumerable.Repeat(true, c), .. Enumerable.Repeat(false, d)],
        [.. Enumerable.Repeat(1d, a + b), .. Enumerable.Repeat(0d, c + d)],
        ["group"],
        options);

    private static EqualityComparer<double> Near(double tolerance) => EqualityComparer<double>.Create((x, y) => Math.Abs(x - y) <= tolerance);
}
