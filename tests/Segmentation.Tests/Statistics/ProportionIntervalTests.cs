using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class ProportionIntervalTests
{
    // statsmodels 0.13.5, proportion_confint(method="wilson"); 81/263 and 15/148 are the examples of Newcombe,
    // Statistics in Medicine 17, 1998, 857-872, table I.
    [Theory]
    [InlineData(81, 263, .2552885, .3662096)]
    [InlineData(15, 148, .0623864, .1604872)]
    [InlineData(0, 20, 0, .1611252)]
    [InlineData(1, 20, .0088814, .2361312)]
    [InlineData(5, 20, .1118617, .4687009)]
    [InlineData(0, 30, 0, .1135134)]
    [InlineData(3, 30, .0345999, .2562108)]
    public void Wilson_intervals_agree_with_statsmodels(int successes, int trials, double low, double high)
    {
        var interval = ProportionInterval.Wilson(successes, trials);
        Assert.Equal(low, interval.Low, 7);
        Assert.Equal(high, interval.High, 7);
    }

    [Fact]
    public void A_spot_check_of_20_with_3_wrong_reaches_from_5_2_to_36_0_percent()
    {
        var interval = ProportionInterval.Wilson(3, 20);
        Assert.Equal(.052, interval.Low, 3);
        Assert.Equal(.360, interval.High, 3);
    }

    [Fact]
    public void The_interval_mirrors_when_successes_and_failures_change_places()
    {
        var (some, rest) = (ProportionInterval.Wilson(7, 40), ProportionInterval.Wilson(33, 40));
        Assert.Equal(some.Low, 1 - rest.High, 12);
        Assert.Equal(some.High, 1 - rest.Low, 12);
        Assert.Equal(1, ProportionInterval.Wilson(20, 20).High);
        Assert.Equal(0, ProportionInterval.Wilson(0, 20).Low);
    }

    [Fact]
    public void Without_trials_nothing_is_known() => Assert.Equal(new Interval(0, 1), ProportionInterval.Wilson(0, 0));

    [Fact]
    public void Impossible_counts_and_levels_are_refused_with_the_remedy()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(21, 20));
        Assert.StartsWith("successes is 21 but must be in 0 to trials (20); count both over the same records.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(-1, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(0, -1));
        foreach (var level in new[] { 0, 1, -1, 95, double.NaN }) Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(1, 2, level));
    }

    [Fact]
    public void A_sample_of_a_population_is_as_wide_as_without_one_where_the_population_is_endless_and_closes_where_it_is_the_whole()
    {
        var endless = ProportionInterval.WilsonOfPopulation(5, 20, int.MaxValue);
        Assert.Equal(ProportionInterval.Wilson(5, 20).Low, endless.Low, 6);
        Assert.Equal(new Interval(.25, .25), ProportionInterval.WilsonOfPopulation(5, 20, 20));
        Assert.Equal(new Interval(0, 1), ProportionInterval.WilsonOfPopulation(0, 0, 20));

        // 20 of 39 count as 20 x 38 / 19 = 40 draws: the same as 10 of 40.
        Assert.Equal(ProportionInterval.Wilson(10, 40), ProportionInterval.WilsonOfPopulation(5, 20, 39));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.WilsonOfPopulation(1, 21, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.WilsonOfPopulation(3, 2, 20));
    }
}
