using Segmentation.Cuts;

namespace Segmentation.Tests.Cuts;

public sealed class PreBinsTests
{
    [Fact]
    public void Few_distinct_values_are_a_part_each()
    {
        var parts = PreBins.Of(CutSample.Of([3, 1, 2, 2, 1]), new() { PreBins = 3 });
        Assert.Equal([0, 2, 4, 5], parts.Start);
        Assert.Equal([2, 3], parts.Cuts);
    }

    [Fact]
    public void Many_are_laid_into_parts_of_about_equally_many_records_that_no_tie_is_parted_by()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => i is >= 300 and < 500 ? 300d : i)];
        var parts = PreBins.Of(CutSample.Of(values), new() { PreBins = 10 });
        Assert.Equal([100, 200, 300, 500, 600, 700, 800, 900], parts.Cuts);
        Assert.Equal([0, 100, 200, 300, 500, 600, 700, 800, 900, 1000], parts.Start);
    }

    [Fact]
    public void Records_that_do_not_count_do_not_shape_the_parts()
    {
        var counted = new int[100];
        Array.Fill(counted, 1, 50, 50);
        var parts = PreBins.Of(CutSample.Of([.. Enumerable.Range(0, 100).Select(i => (double)i)]).Resample(counted), new() { PreBins = 5 });
        Assert.Equal([60, 70, 80, 90], parts.Cuts);
        Assert.Equal(50, parts.Count);
    }

    [Fact]
    public void Candidates_are_the_only_cuts_and_those_that_part_nothing_are_left_out()
    {
        var parts = PreBins.Of(CutSample.Of([1, 2, 3, 10, 20]), new() { Candidates = [50, 0, 15, 5, 7] });
        Assert.Equal([5, 15], parts.Cuts);
        Assert.Equal([0, 3, 4, 5], parts.Start);
    }

    [Fact]
    public void Fixed_cuts_are_there_even_where_they_part_nothing()
    {
        var parts = PreBins.Of(CutSample.Of([1, 2, 8, 9]), new() { Candidates = [2], FixedCuts = [5, 4, 9, 30] });
        Assert.Equal([2, 4, 5, 9, 30], parts.Cuts);
        Assert.Equal([false, true, true, true, true], parts.IsFixed);
        Assert.Equal([0, 1, 2, 2, 3, 4, 4], parts.Start);
    }

    [Fact]
    public void Special_values_count_in_no_part()
    {
        var parts = PreBins.Of(CutSample.Of([0, 0, 1, 5, 5, 9]), new() { SpecialValues = [0, 5, 77] });
        Assert.Equal(2, parts.Count);
        Assert.Equal([9], parts.Cuts);
    }
}
