using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Calibrate;

/// <summary>How often a 95% interval holds the cut of the population. The share of n samples has a standard error of √(.95 x .05 / n); a miss by more than four of them is no chance.</summary>
public sealed class CutIntervalCoverageTests
{
    private static readonly CutStabilityOptions Options = new() { Resamples = 200, Seed = 17 };

    private static double Least(int samples) => 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / samples));

    // On a logarithmic scale the values are normal: the best two bands part at the mean, the best three at ±.6120 standard deviations (J. Max, IRE Transactions on Information Theory 6(1), 1960, 7-12, table I).
    [Theory]
    [InlineData(2, new[] { 0.0 })]
    [InlineData(3, new[] { -0.6120, 0.6120 })]
    public void The_interval_of_a_k_means_cut_holds_the_cut_of_the_population(int bands, double[] truth)
    {
        const int samples = 200;
        var held = new int[truth.Length];
        for (var i = 0; i < samples; i++)
        {
            var random = new SeededRandom(1, i);
            var sample = CutSample.Of([.. Enumerable.Range(0, 200).Select(_ => Math.Exp(5 + Normal(random)))]);
            var cuts = CutStability.Estimate(sample, s => KMeansCuts.Find(s, bands), Options).Cuts;
            for (var c = 0; c < truth.Length; c++) held[c] += cuts[c].Interval!.Value.Contains(Math.Exp(5 + truth[c])) ? 1 : 0;
        }

        Assert.All(held, h => Assert.InRange((double)h / samples, Least(samples), 1));
    }

    // Three of ten churn below .5 and one of ten from there on.
    [Fact]
    public void The_interval_of_the_best_cut_for_an_outcome_holds_the_step_of_the_rate()
    {
        var finder = OptimalBinning.Finder(new() { Limits = BandLimits.None with { Fewest = 2, Most = 2, FewestRecords = 20 }, Trend = MonotoneTrend.None, LargestNeighbourPValue = 1 });
        const int samples = 100;
        var held = 0;
        for (var i = 0; i < samples; i++)
        {
            var random = new SeededRandom(2, i);
            double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
            var sample = CutSample.Of(values, target: new BinaryTarget([.. values.Select(v => random.NextDouble() < (v < 0.5 ? 0.3 : 0.1))]));
            held += CutStability.Estimate(sample, finder, Options with { Resamples = 100 }).Cuts[0].Interval!.Value.Contains(0.5) ? 1 : 0;
        }

        Assert.InRange((double)held / samples, Least(samples), 1);
    }

    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
