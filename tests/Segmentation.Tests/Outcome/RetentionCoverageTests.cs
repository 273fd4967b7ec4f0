using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Tests.Outcome;

/// <summary>How often the 95% intervals hold the truth where ARR is skewed and few accounts leave. A share of n samples has a standard error of √(.95 x .05 / n), .011 for 400; a miss by more than four is no chance.</summary>
public sealed class RetentionCoverageTests
{
    private const int Samples = 400;
    private const int Resamples = 200;

    private static double Least => 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / Samples));

    // Whoever leaves or shrinks does so whatever it pays, so that the truth is 1 - churn - .03 x .2 (of GRR) and + .08 x .165 (of NRR). Log-normal ARR: σ 1 gives the largest of 100 accounts some 8% of the ARR.
    [Theory]
    [InlineData(20, 0.02, 1.0)]
    [InlineData(20, 0.12, 1.0)]
    [InlineData(50, 0.05, 1.4)]
    [InlineData(100, 0.02, 1.4)]
    [InlineData(200, 0.12, 1.0)]
    public void Intervals_hold_the_truth_where_the_plain_bootstrap_does_not(int accounts, double churn, double sigma)
    {
        var (gross, net) = (1 - churn - (0.03 * 0.2), 1 - churn - (0.03 * 0.2) + (0.08 * 0.165));
        var (heldGross, heldNet, heldPlain) = (0, 0, 0);
        for (var sample = 0; sample < Samples; sample++)
        {
            var paths = Draw(new SeededRandom(7, sample), accounts, 20_000, churn, sigma);
            var intervals = new RetentionSample(paths).Intervals(0.95, Resamples, sample + 1);
            if (intervals[(int)RetentionMeasure.GrossRetention]!.Value.Contains(gross)) heldGross++;
            if (intervals[(int)RetentionMeasure.NetRetention]!.Value.Contains(net)) heldNet++;
            var plain = Bootstrap.Run(accounts, Resamples, sample + 1, times =>
            {
                var (start, kept) = (0d, 0d);
                for (var i = 0; i < accounts; i++) (start, kept) = (start + (times[i] * (double)paths[i].Start), kept + (times[i] * (double)paths[i].Kept));
                return kept / start;
            });
            if (Bootstrap.PercentileInterval(plain).Contains(gross)) heldPlain++;
        }

        Assert.InRange(heldGross / (double)Samples, Least, 1);
        Assert.InRange(heldNet / (double)Samples, Least, 1);
        Assert.True(heldPlain < heldGross && heldPlain / (double)Samples < Least);
    }

    // A segment of large accounts against three times as many small ones with the same rates: a difference may be called in no more than 5% of the samples, .05 + 4 x .011.
    [Theory]
    [InlineData(20, 0.02)]
    [InlineData(50, 0.05)]
    public void Segments_of_one_truth_are_seldom_called_different(int accounts, double churn)
    {
        var called = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var random = new SeededRandom(8, sample);
            var (one, other) = (new RetentionSample(Draw(random, accounts, 20_000, churn, 1)), new RetentionSample(Draw(random, 3 * accounts, 3_000, churn, 1)));
            var (interval1, interval2) = (one.Intervals(0.95, Resamples, sample)[0]!.Value, other.Intervals(0.95, Resamples, sample + Samples)[0]!.Value);
            var (value1, value2) = (one.Figures.GrossRetention!.Value, other.Figures.GrossRetention!.Value);
            if (RetentionSample.PValue(value1 - value2, RetentionSample.Difference(value1, interval1, value2, interval2), 0.95) <= 0.05) called++;
        }

        Assert.InRange(called / (double)Samples, 0, 0.05 + (4 * Math.Sqrt(0.95 * 0.05 / Samples)));
    }

    [Fact]
    public void A_difference_that_matters_is_seen_where_there_are_accounts_enough()
    {
        // 2% against 12% churn in 300 accounts each: a cell in which 4 of 5 samples have to say so for the power to be of use.
        var called = 0;
        const int samples = 60;
        for (var sample = 0; sample < samples; sample++)
        {
            var random = new SeededRandom(9, sample);
            var (one, other) = (new RetentionSample(Draw(random, 300, 20_000, 0.02, 0.8)), new RetentionSample(Draw(random, 300, 20_000, 0.12, 0.8)));
            var (interval1, interval2) = (one.Intervals(0.95, Resamples, sample)[0]!.Value, other.Intervals(0.95, Resamples, sample + samples)[0]!.Value);
            var (value1, value2) = (one.Figures.GrossRetention!.Value, other.Figures.GrossRetention!.Value);
            if (RetentionSample.PValue(value1 - value2, RetentionSample.Difference(value1, interval1, value2, interval2), 0.95) <= 0.05) called++;
        }

        Assert.InRange(called / (double)samples, 0.8, 1);
    }

    [Fact]
    public void Interval_and_test_never_disagree()
    {
        for (var sample = 0; sample < 200; sample++)
        {
            var random = new SeededRandom(10, sample);
            var difference = random.NextDouble() - 0.5;
            var interval = new Interval(difference - random.NextDouble(), difference + random.NextDouble());
            Assert.Equal(!interval.Contains(0), RetentionSample.PValue(difference, interval, 0.95) < 0.05);
        }

        Assert.Equal(1, RetentionSample.PValue(0, new(-0.1, 0.1), 0.95));
        Assert.Equal(0, RetentionSample.PValue(0.2, new(0.2, 0.2), 0.95));
    }

    private static RetentionPath[] Draw(SeededRandom random, int accounts, double scale, double churn, double sigma) => [.. Enumerable.Range(0, accounts).Select(_ =>
    {
        var start = Math.Round(scale * Math.Exp(sigma * Normal(random)), 2) + 1;
        var what = random.NextDouble();
        var end = what < churn ? 0 : what < churn + 0.03 ? start * (0.9 - (0.2 * random.NextDouble())) : what < churn + 0.11 ? start * (1.08 + (0.17 * random.NextDouble())) : start;
        return RetentionLedger.Of([start, end]);
    })];

    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
