using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class FisherExactTestTests
{
    /// <summary>R 4.2.2: fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2))$p.value; the first is Fisher's tea.</summary>
    [Theory]
    [InlineData(3, 4, 1, 4, .485714285714)]
    [InlineData(0, 10, 0, 20, 1)]
    [InlineData(10, 10, 0, 10, 1.08250882245e-05)]
    [InlineData(5, 56, 0, 29, .160621443209)]
    [InlineData(9, 10, 3, 10, .0197666110979)]
    [InlineData(56, 70, 48, 80, .0125211297492)]
    [InlineData(1, 41, 20, 320, .489842876668)]
    [InlineData(2, 12, 3, 18, 1)]
    [InlineData(12, 200, 30, 730, .251840425589)]
    [InlineData(3, 10, 0, 12, .0779220779221)]
    [InlineData(0, 8, 5, 8, .025641025641)]
    public void P_values_agree_with_R(int successes1, int trials1, int successes2, int trials2, double p)
    {
        Assert.Equal(p, FisherExactTest.PValue(successes1, trials1, successes2, trials2), 11);
        Assert.Equal(p, FisherExactTest.PValue(successes2, trials2, successes1, trials1), 11);
    }

    [Theory]
    [InlineData(0, 0, 3, 20)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(10, 10, 20, 20)]
    [InlineData(1, 1, 1, 1)]
    public void Where_nothing_can_differ_nothing_is_found(int successes1, int trials1, int successes2, int trials2) =>
        Assert.Equal(1, FisherExactTest.PValue(successes1, trials1, successes2, trials2), 12);

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherExactTest.PValue(5, 4, 1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherExactTest.PValue(1, 4, -1, 4));
    }

    [Fact]
    public void The_chances_of_all_outcomes_sum_to_one_where_groups_are_large() =>
        Assert.Equal(1, FisherExactTest.Probabilities(40_000, 360_000, 5_000).Sum(), 8);
}
