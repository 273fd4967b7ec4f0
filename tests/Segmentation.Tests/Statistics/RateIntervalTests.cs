using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class RateIntervalTests
{
    // Exact 95% limits of a Poisson count: R, poisson.test(d)$conf.int; the same table as Pearson and Hartley, Biometrika
    // Tables for Statisticians I, table 40.
    [Theory]
    [InlineData(0, 0, 3.688879)]
    [InlineData(1, .02531781, 5.571643)]
    [InlineData(2, .2422093, 7.224688)]
    [InlineData(5, 1.623486, 11.66833)]
    [InlineData(10, 4.795389, 18.39036)]
    public void Garwood_limits_agree_with_the_published_table(int events, double low, double high)
    {
        var interval = RateInterval.Garwood(events, 1);
        Assert.Equal(low, interval.Low, low * 1e-6 + 1e-9);
        Assert.Equal(high, interval.High, high * 1e-6);
    }

    // χ² has a closed form at 2 degrees of freedom: the upper limit of no event is -ln(α/2).
    [Fact]
    public void No_event_has_the_closed_form_upper_limit()
    {
        Assert.Equal(-Math.Log(.025) / 8, RateInterval.Garwood(0, 8).High, 12);
        Assert.Equal(-Math.Log(.05) / 8, RateInterval.Garwood(0, 8, .90).High, 12);
        Assert.Equal(0, RateInterval.Garwood(0, 8).Low);
    }

    // A count of d has a standard error of √d; for large d the exact limits are d + (z²-1)/3 ± z√d to within a part in d
    // (Cornish-Fisher, first correction, with d + 1 on the upper side).
    [Theory]
    [InlineData(999)]
    [InlineData(1_000)]
    [InlineData(400_000)]
    public void Large_counts_follow_the_cornish_fisher_expansion_on_both_sides_of_the_switch(int events)
    {
        var interval = RateInterval.Garwood(events, 1);
        const double z = 1.959963984540054;
        var shift = ((z * z) - 1) / 3;
        Assert.Equal(events + shift - (z * Math.Sqrt(events)), interval.Low, .1);
        Assert.Equal(events + 1 + shift + (z * Math.Sqrt(events + 1.0)), interval.High, .1);
    }

    [Fact]
    public void Without_exposure_there_is_no_rate()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Garwood(3, 0));
        Assert.StartsWith("exposure is 0 but must be a finite time above 0; without time at risk there is no rate.", error.Message, StringComparison.Ordinal);
        foreach (var time in new[] { -1, double.NaN, double.PositiveInfinity }) Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Garwood(3, time));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Garwood(-1, 1));
    }
}
