using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class TermFrequenciesTests
{
    private static readonly MatchRecords Records = SmallRecords.Of(("name", ["smith", "smith", "smith", "smith", "smith", "smith", "zeta", "zeta", null, null]));
    private static readonly MatchParameters Parameters = new(.1, [[.9, .1]], [[.5, .5]]);

    private static TermFrequencies Of(double floor = .0001, bool asked = true) => TermFrequencies.Of(
        Records, [new("name", "name", [ComparisonLevel.Of("same", "name", LevelTest.Exact)], asked)], Parameters, floor);

    // 8 rows hold a name: smith 6/8, zeta 2/8. log2(.5 / .75) = -.585, log2(.5 / .25) = 1.
    [Fact]
    public void A_rare_value_counts_more_and_a_frequent_one_less()
    {
        Assert.Equal(Math.Log2(.5 / .75), Of().Adjustment(0, 1, 0, 1), 12);
        Assert.Equal(1, Of().Adjustment(0, 1, 6, 7), 12);
        Assert.Equal(1, Of().Most(0), 12);
    }

    [Fact]
    public void The_more_frequent_of_two_values_counts() => Assert.Equal(Math.Log2(.5 / .75), Of().Adjustment(0, 1, 0, 6), 12);

    [Fact]
    public void A_value_rarer_than_the_floor_counts_as_frequent_as_the_floor() => Assert.Equal(0, Of(floor: .5).Adjustment(0, 1, 6, 7), 12);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Other_levels_are_not_adjusted(int level) => Assert.Equal(0, Of().Adjustment(0, level, 0, 1));

    [Fact]
    public void A_comparison_that_does_not_ask_is_not_adjusted()
    {
        Assert.Equal(0, Of(asked: false).Adjustment(0, 1, 6, 7));
        Assert.Equal(0, Of(asked: false).Most(0));
    }

    [Fact]
    public void The_total_is_the_sum_of_its_parts()
    {
        var settings = SmallRecords.Settings([], [new("name", "name", [ComparisonLevel.Of("same", "name", LevelTest.Exact)], TermFrequency: true)]);
        var weights = PairWeights.Of(Records, settings, Parameters);
        Assert.Equal(Math.Log2(.9 / .5), weights.Of(0, 1), 12);
        // log2(.1 / .9) + log2(.9 / .5) + 1
        Assert.Equal(Math.Log2(.1 / .9) + Math.Log2(.9 / .5) + 1, weights.Total(1, 6, 7), 12);
    }
}
