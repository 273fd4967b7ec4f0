using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class NoncentralityTests
{
    [Theory]
    [InlineData(1, 7.849)]
    [InlineData(2, 9.635)]
    [InlineData(3, 10.903)]
    [InlineData(4, 11.935)]
    [InlineData(5, 12.828)]
    public void What_a_chi_square_test_at_5_percent_finds_8_times_in_10_is_as_tabled(int degrees, double lambda) =>
        // G. E. Haynam, Z. Govindarajulu and F. C. Leone, "Tables of the Cumulative Non-central Chi-square Distribution", 1970: α .05, β .20.
        Assert.Equal(lambda, Noncentrality.Detectable(degrees, 0.05, 0.8), 0.001);

    [Fact]
    public void Distributions_of_noncentral_variables_are_those_of_their_sums_of_squares()
    {
        // (z + √λ)² and other squares of normals, 20,000 times: a share has a standard error of at most .0036, four of which are allowed.
        var random = new SeededRandom(5);
        double Square(double shift) => Math.Pow(AnalysisOfVarianceTests.Normal(random) + shift, 2);
        var pairs = Enumerable.Range(0, 20_000).Select(_ => (Noncentral: Square(Math.Sqrt(6)) + Square(0) + Square(0), Within: Enumerable.Range(0, 10).Sum(_ => Square(0)))).ToArray();
        foreach (var x in new[] { 2.0, 6.0, 12.0 }) Assert.Equal(pairs.Count(p => p.Noncentral <= x) / 20_000.0, Noncentrality.ChiSquare(x, 3, 6), 0.015);
        foreach (var f in new[] { 1.0, 3.0, 6.0 }) Assert.Equal(pairs.Count(p => p.Noncentral / 3 / (p.Within / 10) <= f) / 20_000.0, Noncentrality.F(f, 3, 10, 6), 0.015);
    }

    [Fact]
    public void Without_noncentrality_they_are_the_central_ones()
    {
        // Tables of chi-square and F: 5% above 7.815 at 3 degrees, above 3.708 at 3 and 10.
        Assert.Equal(0.95, Noncentrality.ChiSquare(7.815, 3, 0), 4);
        Assert.Equal(0.95, Noncentrality.F(3.708, 3, 10, 0), 4);
        Assert.Equal((0d, 0d), (Noncentrality.ChiSquare(0, 3, 5), Noncentrality.F(0, 3, 10, 5)));
    }

    [Fact]
    public void A_large_noncentrality_is_summed_about_its_mean()
    {
        // Mean d + λ and variance 2 (d + 2λ): half below the mean but for skewness, which falls with λ.
        Assert.Equal(0.5, Noncentrality.ChiSquare(1_000_003, 3, 1_000_000), 2);
        Assert.InRange(Noncentrality.ChiSquare(1_000_003 - (3 * Math.Sqrt(4_000_006)), 3, 1_000_000), 0.0005, 0.003);
    }

    /// <summary>R 4.2.2: uniroot() on pchisq(25.142857, 2, λ) = .975 and .025; below the critical value the lower limit is 0.</summary>
    [Fact]
    public void Limits_behind_a_chi_square_statistic_are_those_of_R()
    {
        var limits = Noncentrality.OfChiSquare(25.142857142857, 2, 0.95);
        Assert.Equal(8.54908, limits.Low, 4);
        Assert.Equal(47.45948, limits.High, 4);
        Assert.Equal(0, Noncentrality.OfChiSquare(3, 2, 0.95).Low);
        Assert.Equal(new Interval(0, 0), Noncentrality.OfChiSquare(0, 2, 0.95));
    }
}
