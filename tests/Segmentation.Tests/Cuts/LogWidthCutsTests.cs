using Segmentation.Cuts;

namespace Segmentation.Tests.Cuts;

public sealed class LogWidthCutsTests
{
    [Fact]
    public void Each_band_reaches_as_many_times_as_far_as_it_begins()
    {
        var found = LogWidthCuts.Find(CutSample.Of([-3, 0, 1, 20, 300, 1000]), 3);
        Assert.Equal(10, found.Cuts[0], 9);
        Assert.Equal(100, found.Cuts[1], 9);
        Assert.Equal("2 records of 0 or below are not on the log scale and belong to the lowest band", found.Reason);
    }

    [Fact]
    public void An_empty_band_is_a_shortfall() =>
        Assert.Equal("the band from 10 to below 100 has 0 records, limit 1", Assert.Single(LogWidthCuts.Find(CutSample.Of([1, 2, 4, 1000]), 3, BandLimits.None).Shortfalls).Words, ignoreCase: false);

    [Fact]
    public void Values_of_zero_or_below_alone_have_no_cut() => Assert.StartsWith("no cut is supported: every value is 0 or below", LogWidthCuts.Find(CutSample.Of([0, -1]), 2).Reason, StringComparison.Ordinal);
}
