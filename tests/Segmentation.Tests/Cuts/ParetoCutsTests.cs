using Segmentation.Cuts;

namespace Segmentation.Tests.Cuts;

public sealed class ParetoCutsTests
{
    [Fact]
    public void The_top_band_is_the_fewest_values_that_pay_the_share()
    {
        // 50 + 30 = 80 of 100; + 10 = 90, + 5 = 95.
        double[] arr = [1, 4, 5, 10, 30, 50];
        Assert.Equal<double>([5, 30], ParetoCuts.Find(CutSample.Of(arr, arr)).Cuts);
        Assert.Equal<double>([50], ParetoCuts.Find(CutSample.Of(arr, arr), [.5]).Cuts);
    }

    [Fact]
    public void Another_field_is_cut_by_what_its_records_pay()
    {
        // From the largest company down: 500 pays 20, 200 pays 60: 80 of 100.
        Assert.Equal<double>([200], ParetoCuts.Find(CutSample.Of([10, 50, 200, 500], [15, 5, 60, 20]), [.8]).Cuts);
    }

    [Fact]
    public void Shares_that_one_value_pays_together_make_one_cut()
    {
        var found = ParetoCuts.Find(CutSample.Of([1, 2, 3], [1, 1, 98]));
        Assert.Equal<double>([3], found.Cuts);
        Assert.StartsWith("3 bands were asked for, 2 found", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_that_pay_nothing_have_no_cut()
    {
        Assert.Equal("no cut is supported: no record pays anything, so by amount none counts", ParetoCuts.Find(CutSample.Of([1, 2, 3])).Reason);
        Assert.Equal("no cut is supported: only all records together pay 80%", ParetoCuts.Find(CutSample.Of([1, 2], [9, 1])).Reason);
    }

    [Theory]
    [InlineData(0.8, 0.8)]
    [InlineData(0, 0.8)]
    [InlineData(0.8, 1)]
    public void Shares_must_ascend_within_0_and_1(double first, double second) => Assert.Throws<ArgumentException>(() => ParetoCuts.Find(CutSample.Of([1, 2], [1, 1]), [first, second]));
}
