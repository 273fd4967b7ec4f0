using Segmentation.Cuts;

namespace Segmentation.Tests.Cuts;

public sealed class QuantileCutsTests
{
    [Fact]
    public void Every_band_gets_as_many_records()
    {
        Assert.Equal<double>([4, 7, 10], QuantileCuts.Find(CutSample.Of([.. Enumerable.Range(1, 12).Select(i => (double)i)]), 4).Cuts);

        // Ten in three: 3.33 and 6.67 below; 3 and 7 are nearest.
        Assert.Equal<double>([4, 8], QuantileCuts.Find(CutSample.Of([.. Enumerable.Range(1, 10).Select(i => (double)i)]), 3).Cuts);
    }

    [Fact]
    public void The_records_of_one_value_stay_together()
    {
        // 6 of 10 at 1: the first quarter's cut, and the half's, can only be at 2. 7.5 lies between 7 below 3 and 8 below 4: the lower.
        var found = QuantileCuts.Find(CutSample.Of([1, 1, 1, 1, 1, 1, 2, 3, 4, 5]), 4);
        Assert.Equal<double>([2, 3], found.Cuts);
        Assert.Equal("4 bands were asked for, 3 found: single values hold the records of several", found.Reason);
    }

    [Fact]
    public void Times_count_and_limits_are_reported()
    {
        var found = QuantileCuts.Find(CutSample.Of([1, 2, 3]).Resample([2, 1, 1]), 2, new() { Fewest = 3, FewestRecords = 3, LargestShare = 1 });
        Assert.Equal<double>([2], found.Cuts);
        Assert.Equal(["Fewest", "FewestRecords"], found.Shortfalls.Select(s => s.Limit));
    }

    [Theory]
    [InlineData(new double[0], "no cut is supported: no record has a value")]
    [InlineData(new[] { 3.0, 3 }, "no cut is supported: every record has the value 3")]
    [InlineData(new[] { 3.0, 4 }, "no cut is supported: 3 bands need 3 distinct values, found 2")]
    public void What_cannot_be_cut_says_so(double[] values, string reason) => Assert.Equal(reason, QuantileCuts.Find(CutSample.Of(values), 3).Reason);
}
