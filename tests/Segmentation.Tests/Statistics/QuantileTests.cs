using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class QuantileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 3.25)]
    [InlineData(0.5, 5.5)]
    [InlineData(0.95, 9.55)]
    [InlineData(1, 10)]
    public void Ten_values_interpolate_as_R_quantile_type_7_does(double probability, double expected)
    {
        // Position (n - 1)p of 1..10: 9p + 1 by hand; R: quantile(1:10, p).
        Assert.Equal(expected, Quantile.OfSorted([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], probability), 12);
    }

    [Fact]
    public void One_value_is_every_quantile() => Assert.Equal(7, Quantile.OfSorted([7], 0.3));

    [Fact]
    public void Equal_infinities_stay_infinite() =>
        Assert.Equal(double.PositiveInfinity, Quantile.OfSorted([1, double.PositiveInfinity, double.PositiveInfinity], 0.75));

    [Fact]
    public void No_value_has_no_quantile() => Assert.Throws<ArgumentException>(() => Quantile.OfSorted([], 0.5));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_probability_outside_0_to_1_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.OfSorted([1, 2], probability));
}
