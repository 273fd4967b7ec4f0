using System.Collections.Immutable;
using Segmentation.Cuts;

namespace Segmentation.Tests.Cuts;

/// <summary>The mean radius of scikit-learn's breast cancer data: every joining of the candidates, computed once with NumPy.</summary>
public sealed class OptimalBinningGoldenTests
{
    private static readonly BinningOptions Free = new() { Limits = BandLimits.None, Trend = MonotoneTrend.None, LargestNeighbourPValue = 1, Permutations = 0 };

    [Fact]
    public void Neighbours_that_differ_at_5_percent_are_cut_at_13_15_and_17()
    {
        var result = OptimalBinning.Find(BreastCancer.Sample(), Free with { Candidates = [11, 12, 13, 14, 15, 17], LargestNeighbourPValue = .05 });
        Assert.Equal(new double[] { 13, 15, 17 }, result.Finding.Cuts);
        Assert.Equal(4.819661314733627, result.Score, 12);
        Assert.Equal(4.819661314733627, result.Table.InformationValue!.Value, 12);
        Assert.Empty(result.Finding.Shortfalls);
        Assert.Null(result.Finding.Reason);
        Assert.Equal([256, 139, 56, 118], result.Table.Bins.Select(b => b.Records));
        Assert.Equal([244, 100, 12, 1], result.Table.Bins.Select(b => b.Events!.Value));
        Assert.All(result.Table.Bins.Skip(1), b => Assert.InRange(b.PValue!.Value, 0, .05));
    }

    [Fact]
    public void The_runner_up_is_11_14_15_17() =>
        Assert.Equal(4.8052894, BinTable.Of(BreastCancer.Sample(), [11, 14, 15, 17]).InformationValue!.Value, 7);

    /// <summary>Candidates: the 5% quantiles rounded to a tenth. From 18.2 up no tumour is benign: such a bin is joined with its neighbour.</summary>
    [Theory]
    [InlineData(new[] { 15.1 }, 3.2309469)]
    [InlineData(new[] { 13.0, 17.1 }, 4.3434237)]
    [InlineData(new[] { 12.3, 14.6, 17.1 }, 4.6190998)]
    [InlineData(new[] { 11.0, 13.0, 14.6, 17.1 }, 4.7881225)]
    public void With_a_tenth_in_every_bin_and_never_rising_each_number_of_cuts_is_the_best_there_is(double[] cuts, double information)
    {
        var sample = BreastCancer.Sample();
        var limits = BandLimits.None with { Fewest = cuts.Length + 1, Most = cuts.Length + 1, FewestRecords = 57 };
        var result = OptimalBinning.Find(sample, Free with { Candidates = Quantiles(sample), Limits = limits, Trend = MonotoneTrend.Descending });
        Assert.Null(result.Finding.Reason);
        Assert.Equal(cuts, result.Finding.Cuts);
        Assert.Equal(information, result.Score, 7);
    }

    private static ImmutableArray<double> Quantiles(CutSample sample) =>
        [.. Enumerable.Range(1, 19).Select(i => Math.Round(Segmentation.Statistics.Quantile.OfSorted(sample.Values, i / 20d), 1, MidpointRounding.ToEven))];
}
