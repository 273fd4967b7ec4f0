using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class WelchTestTests
{
    /// <summary>R 4.2.2: t.test(c(1, 2, 3, 4, 5.5), c(2, 4, 6, 8, 10, 13)).</summary>
    [Fact]
    public void A_difference_agrees_with_R()
    {
        var test = WelchTest.Of([1, 2, 3, 4, 5.5], [2, 4, 6, 8, 10, 13]);
        Assert.Equal(-2.23712035096327, test.T, 12);
        Assert.Equal(7.06739985469149, test.DegreesOfFreedom, 12);
        Assert.Equal(.0599766137090669, test.PValue, 10);
    }

    [Fact]
    public void Groups_too_small_to_vary_say_nothing()
    {
        Assert.Equal((0, 1), (WelchTest.Of([1], [2, 3]).T, WelchTest.Of([1], [2, 3]).PValue));
        Assert.Equal(1, WelchTest.Of([], [2, 3]).PValue);
        Assert.Equal(double.NaN, WelchTest.Of([], [2, 3]).Difference);
    }

    [Fact]
    public void Groups_that_do_not_vary_differ_or_do_not()
    {
        Assert.Equal((double.NegativeInfinity, 0), (WelchTest.Of([1, 1], [2, 2]).T, WelchTest.Of([1, 1], [2, 2]).PValue));
        Assert.Equal((0, 1), (WelchTest.Of([2, 2], [2, 2]).T, WelchTest.Of([2, 2], [2, 2]).PValue));
    }
}
