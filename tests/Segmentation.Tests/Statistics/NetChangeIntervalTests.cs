using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class NetChangeIntervalTests
{
    [Fact]
    public void A_segment_of_25_that_gains_6_may_have_gained_1_or_13()
    {
        // Garwood's table: 6 events, 2.2019 to 13.0595. Wilson of 0 in 25: 0 to z²/(25 + z²) = .133192, that is 3.3298 records.
        // Low: (6 - √(3.7981² + 3.3298²))/25 = (6 - 5.0511)/25; high: (6 + 7.0595)/25.
        var interval = NetChangeInterval.Paired(6, 0, 25);
        Assert.Equal(.03796, interval.Low, 4);
        Assert.Equal(.52238, interval.High, 4);
    }

    [Fact]
    public void Where_nobody_moved_the_interval_says_how_few_that_rules_out()
    {
        // Garwood: 0 events, up to 3.688879. Wilson of 0 in 20: up to .1611252 (statsmodels).
        var interval = NetChangeInterval.Paired(0, 0, 20);
        Assert.Equal(-.1611252, interval.Low, 7);
        Assert.Equal(3.688879 / 20, interval.High, 6);
    }

    [Fact]
    public void A_segment_cannot_lose_more_than_it_had()
    {
        Assert.Equal(-1, NetChangeInterval.Paired(0, 5, 5).Low);
        for (var left = 0; left <= 30; left++)
        {
            for (var entered = 0; entered <= 40; entered++)
            {
                var interval = NetChangeInterval.Paired(entered, left, 30);
                Assert.InRange(interval.Low, -1, (entered - left) / 30d);
                Assert.True(interval.High >= (entered - left) / 30d);
            }
        }
    }

    // Known construction: 25 or 200 records of which each leaves with a tenth, and as many come on average: the true change is 0.
    [Theory]
    [InlineData(25)]
    [InlineData(200)]
    public void The_interval_holds_the_true_change_about_as_often_as_it_says(int baseline)
    {
        const int Runs = 4000;
        var random = new Random(20260401);
        var held = 0;
        for (var run = 0; run < Runs; run++)
        {
            if (NetChangeInterval.Paired(Poisson.Sample(random, baseline * .1), Binomial.Sample(random, .1, baseline), baseline).Contains(0)) held++;
        }

        Assert.InRange(held / (double)Runs, .945, .995);
    }

    [Fact]
    public void Two_counts_of_different_records_give_the_interval_of_their_ratio()
    {
        // Wilson of 5 in 20 is .1118617 to .4687009 (statsmodels): p/(1 - p) - 1.
        var interval = NetChangeInterval.Independent(15, 5);
        Assert.Equal((.1118617 / .8881383) - 1, interval.Low, 6);
        Assert.Equal((.4687009 / .5312991) - 1, interval.High, 6);
    }

    [Fact]
    public void A_group_that_was_empty_may_have_grown_without_bound()
    {
        Assert.Equal(double.PositiveInfinity, NetChangeInterval.Independent(0, 4).High);
        Assert.Equal(new Interval(-1, double.PositiveInfinity), NetChangeInterval.Independent(0, 0));
        Assert.Equal(-1, NetChangeInterval.Independent(4, 0).Low);
    }

    [Fact]
    public void Impossible_counts_are_refused_with_the_remedy()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => NetChangeInterval.Paired(0, 6, 5));
        Assert.StartsWith("left is 6 but must be in 0 to baseline (5); only a record that was there can leave.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => NetChangeInterval.Paired(-1, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetChangeInterval.Paired(0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetChangeInterval.Independent(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetChangeInterval.Independent(1, 0, 0));
    }
}
