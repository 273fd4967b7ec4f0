using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class KruskalWallisTestTests
{
    [Fact]
    public void The_test_is_that_of_R_ties_included()
    {
        // kruskal.test(weight ~ group, PlantGrowth): chi-squared 7.9882, df 2, p 0.01842. The weights 4.17 are tied.
        var found = KruskalWallisTest.Of(AnalysisOfVarianceTests.Weights, AnalysisOfVarianceTests.Groups);
        Assert.Equal(7.9882, found.H, 4);
        Assert.Equal(0.01842, found.PValue, 5);

        // By hand: η² of ranks 7.9882 / 29 = .275455; less chance 1 - 29/27 (1 - .275455) = .221785.
        Assert.Equal(0.221785, found.EpsilonSquared, 0.00001);
    }

    [Fact]
    public void Only_the_order_counts() =>
        Assert.Equal(KruskalWallisTest.Of([1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 1, 1]), KruskalWallisTest.Of([-9, 0.1, 0.2, 7, 1e9, double.PositiveInfinity], [0, 1, 0, 1, 1, 1]));

    [Fact]
    public void Equal_values_share_the_mean_of_their_ranks() => Assert.Equal([3.5, 1, 3.5, 3.5, 3.5, 6], KruskalWallisTest.MidRanks([2, 1, 2, 2, 2, 3]));

    [Fact]
    public void Where_nothing_can_differ_nothing_is_said()
    {
        Assert.Equal((0d, 1d), (KruskalWallisTest.Of([], []).H, KruskalWallisTest.Of([], []).PValue));
        Assert.Equal(1, KruskalWallisTest.Of([5, 5, 5], [0, 1, 1]).PValue);
        Assert.Equal(1, KruskalWallisTest.Of([1, 2, 3], [0, 0, 0]).PValue);
        Assert.Throws<ArgumentException>(() => KruskalWallisTest.Of([1], []));
    }
}
