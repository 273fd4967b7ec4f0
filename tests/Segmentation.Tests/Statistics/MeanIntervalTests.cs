using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class MeanIntervalTests
{
    // R's data set sleep (Student 1908).
    private static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    /// <summary>R 4.2.2: t.test(sleep$extra[1:10])$conf.int.</summary>
    [Fact]
    public void A_mean_has_Students_interval()
    {
        Assert.Equal(-.5297804135, MeanInterval.Of(First).Low, 1e-7);
        Assert.Equal(2.0297804135, MeanInterval.Of(First).High, 1e-7);
    }

    /// <summary>R 4.2.2: t.test(sleep$extra[1:10], sleep$extra[11:20])$conf.int.</summary>
    [Fact]
    public void A_difference_has_Welchs_interval()
    {
        Assert.Equal(-3.3654832307, MeanInterval.OfDifference(First, Second).Low, 1e-7);
        Assert.Equal(.2054832307, MeanInterval.OfDifference(First, Second).High, 1e-7);
    }

    [Fact]
    public void One_value_bounds_nothing()
    {
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), MeanInterval.Of([4]));
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), MeanInterval.OfDifference([4], [1, 2]));
    }

    [Fact]
    public void Values_that_are_all_equal_leave_no_doubt()
    {
        Assert.Equal(new Interval(3, 3), MeanInterval.Of([3, 3, 3]));
        Assert.Equal(new Interval(-1, -1), MeanInterval.OfDifference([3, 3], [4, 4]));
    }

    /// <summary>R 4.2.2: qbinom(.025, n, .5) is 2 of 10 and 8 of 25, so that the 2nd and 9th, and the 8th and 18th values bound the median; of 6 the outermost, of 5 none.</summary>
    [Theory]
    [InlineData(6, 1, 6)]
    [InlineData(10, 2, 9)]
    [InlineData(25, 8, 18)]
    public void A_median_lies_between_two_order_statistics(int n, int low, int high) =>
        Assert.Equal(new Interval(low, high), MedianInterval.Of([.. Enumerable.Range(1, n).Select(i => (double)i)]));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Too_few_values_bound_no_median(int n) =>
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), MedianInterval.Of([.. Enumerable.Range(1, n).Select(i => (double)i)]));
}
