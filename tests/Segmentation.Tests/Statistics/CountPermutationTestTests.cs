using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class CountPermutationTestTests
{
    /// <summary>
    /// By adding up all tables with these margins: in R 4.2.2, over all tables t, sum of dmultivariate hypergeometric(t) where chisq(t) is at least that seen. For two groups of one size
    /// the order by chi-square is that by chance, so that Fisher's p is the authority: 9/10 against 3/10, .0197666.
    /// </summary>
    [Fact]
    public void Of_two_equal_groups_it_is_Fishers_p_within_its_own_standard_error()
    {
        var test = CountPermutationTest.Of([9, 3], [10, 10], 20_000, 7);
        Assert.Equal(Math.Sqrt(test.PValue * (1 - test.PValue) / 20_000), test.StandardError, 12);
        Assert.InRange(test.PValue, .0197666 - (4 * test.StandardError), .0197666 + (4 * test.StandardError));
    }

    [Fact]
    public void Of_three_groups_it_is_the_share_of_all_ways_of_dealing_them_out()
    {
        int[] successes = [1, 3, 6], trials = [10, 10, 10];
        double Statistic(int a, int b, int c) => (a * a / 10.0) + (b * b / 10.0) + (c * c / 10.0);
        double Ways(int x) => MathNet.Numerics.SpecialFunctions.Binomial(10, x);
        var (atLeast, all) = (0d, 0d);
        for (var a = 0; a <= 10; a++)
        {
            for (var b = 0; a + b <= 10; b++)
            {
                var ways = Ways(a) * Ways(b) * Ways(10 - a - b);
                all += ways;
                if (Statistic(a, b, 10 - a - b) >= Statistic(1, 3, 6) - 1e-9) atLeast += ways;
            }
        }

        var test = CountPermutationTest.Of(successes, trials, 20_000, 11);
        Assert.InRange(test.PValue, (atLeast / all) - (4 * test.StandardError), (atLeast / all) + (4 * test.StandardError));
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_where_nothing_can_differ_nothing_is_found()
    {
        Assert.Equal(CountPermutationTest.Of([1, 4, 0], [10, 9, 12], 500, 3), CountPermutationTest.Of([1, 4, 0], [10, 9, 12], 500, 3));
        Assert.Equal(1, CountPermutationTest.Of([0, 0, 0], [10, 9, 12], 100, 3).PValue);
        Assert.Equal(1, CountPermutationTest.Of([10, 9], [10, 9], 100, 3).PValue);
        Assert.Equal(1, CountPermutationTest.Of([], [], 100, 3).PValue);
        Assert.Equal(1, CountPermutationTest.Of([0, 4], [0, 9], 100, 3).PValue);
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CountPermutationTest.Of([1], [2, 3], 100, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountPermutationTest.Of([5, 1], [4, 3], 100, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountPermutationTest.Of([1, 1], [4, 3], 0, 3));
    }
}
