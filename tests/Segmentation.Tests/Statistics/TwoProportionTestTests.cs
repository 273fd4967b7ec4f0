using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class TwoProportionTestTests
{
    /// <summary>R 4.2.2: prop.test(c(15, 30), c(100, 120), correct = FALSE).</summary>
    [Fact]
    public void A_difference_agrees_with_R()
    {
        var test = TwoProportionTest.Of(15, 100, 30, 120);
        Assert.Equal(-.1, test.Difference, 12);
        Assert.Equal(-1.83095083286825, test.Z, 12);
        Assert.Equal(.0671078820481868, test.PValue, 12);
    }

    [Fact]
    public void Its_square_is_the_chi_square_of_the_table()
    {
        var (z, chi) = (TwoProportionTest.Of(7, 40, 12, 33), ChiSquareTest.Of(new int[][] { [7, 33], [12, 21] }));
        Assert.Equal(chi.Statistic, z.Z * z.Z, 10);
        Assert.Equal(chi.PValue, z.PValue, 10);
    }

    [Theory]
    [InlineData(0, 10, 0, 20)]
    [InlineData(10, 10, 20, 20)]
    [InlineData(0, 0, 3, 20)]
    [InlineData(0, 0, 0, 0)]
    public void Where_nothing_can_differ_nothing_is_found(int successes1, int trials1, int successes2, int trials2)
    {
        var test = TwoProportionTest.Of(successes1, trials1, successes2, trials2);
        Assert.Equal((0, 1), (test.Z, test.PValue));
    }

    [Fact]
    public void Counts_that_do_not_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportionTest.Of(1, 2, 4, 3));
        Assert.StartsWith("successes2 is 4 but must be in 0 to the records of its group (3).", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportionTest.Of(-1, 2, 1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportionTest.Of(0, -1, 1, 3));
    }
}
