using Segmentation.Cuts;

namespace Segmentation.Tests.Cuts;

public sealed class HeadTailBreaksTests
{
    [Fact]
    public void The_ten_numbers_1_to_a_tenth_break_twice()
    {
        // B. Jiang 2013, the rank-size example: mean .29, head 1, 1/2, 1/3 (30%); its mean .61, head 1 (33%).
        Assert.Equal<double>([1 / 3.0, 1], HeadTailBreaks.Find(CutSample.Of([.. Enumerable.Range(1, 10).Select(i => 1.0 / i)])).Cuts);
    }

    [Fact]
    public void Even_values_have_no_heavy_tail() =>
        Assert.Equal("no cut is supported: 50% of the records are above the mean, 5.5, limit 40%: the values have no heavy tail", HeadTailBreaks.Find(CutSample.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).Reason);

    [Fact]
    public void Limits_stop_the_breaking()
    {
        var sample = CutSample.Of([.. Enumerable.Range(1, 10).Select(i => 1.0 / i)]);
        Assert.Equal<double>([1 / 3.0], HeadTailBreaks.Find(sample, limits: BandLimits.None with { Most = 2 }).Cuts);
        Assert.Equal<double>([1 / 3.0], HeadTailBreaks.Find(sample, limits: BandLimits.None with { FewestRecords = 2 }).Cuts);
        Assert.Equal("no cut is supported: only 3 records are above the mean, 0.2929, limit 4", HeadTailBreaks.Find(sample, limits: BandLimits.None with { FewestRecords = 4 }).Reason);
        Assert.Equal("LargestShare", Assert.Single(HeadTailBreaks.Find(sample, limits: BandLimits.None with { LargestShare = .6 }).Shortfalls).Limit);
    }

    [Theory]
    [InlineData(new double[0], "no cut is supported: no record has a value")]
    [InlineData(new[] { 2.0, 2, 2 }, "no cut is supported: every record has the value 2")]
    [InlineData(new[] { 0.0, 0, 1, 1 }, "no cut is supported: 50% of the records are above the mean, 0.5, limit 40%: the values have no heavy tail")]
    public void What_cannot_be_cut_says_so(double[] values, string reason) => Assert.Equal(reason, HeadTailBreaks.Find(CutSample.Of(values)).Reason);
}
