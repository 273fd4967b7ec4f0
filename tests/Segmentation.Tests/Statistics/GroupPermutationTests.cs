using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class GroupPermutationTests
{
    [Fact]
    public void The_share_of_random_orders_is_that_of_all_orders()
    {
        // Fisher's tea: 4 and 4, all right: 2 of the C(8,4) = 70 orders are as extreme (all right, all wrong), p 2/70 = .0286. 20,000 orders: standard error .0012, four of which are allowed.
        var p = GroupPermutation.PValue([1, 1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1, 1, 1], 20_000, new SeededRandom(3));
        Assert.InRange(p, 0.0286 - 0.0048, 0.0286 + 0.0048);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_never_nothing()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        int[] groups = [.. Enumerable.Range(0, 40).Select(i => i / 10)];
        Assert.Equal(GroupPermutation.PValue(values, groups, 99, new SeededRandom(3, 1)), GroupPermutation.PValue(values, groups, 99, new SeededRandom(3, 1)));
        Assert.Equal(0.01, GroupPermutation.PValue(values, groups, 99, new SeededRandom(3, 1)), 12);
        Assert.Equal(1, GroupPermutation.PValue([5, 5, 5, 5], [0, 0, 1, 1], 50, new SeededRandom(3)));
    }
}
