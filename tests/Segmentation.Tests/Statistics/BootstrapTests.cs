using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class BootstrapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1_000)]
    public void A_resample_has_as_many_records_as_there_are(int n) =>
        Assert.All(Bootstrap.Run(n, 200, 5, times => (Sum: times.Sum(), Least: times.Min())), r => Assert.Equal((n, true), (r.Sum, r.Least >= 0)));

    [Fact]
    public void The_answer_does_not_depend_on_the_number_of_threads()
    {
        ImmutableArray<double> values = [.. Enumerable.Range(0, 501).Select(i => Math.Sin(i))];
        Assert.Equal(Bootstrap.Means(values, 100, 3, threads: 1).AsEnumerable(), Bootstrap.Means(values, 100, 3, threads: 2).AsEnumerable());
    }

    [Fact]
    public void Another_seed_gives_other_resamples()
    {
        ImmutableArray<double> values = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        Assert.NotEqual(Bootstrap.Means(values, 20, 3).AsEnumerable(), Bootstrap.Means(values, 20, 4).AsEnumerable());
    }

    // Of 3 records drawn 3 times there are 27 equally likely sequences: 3 give (3,0,0) and its like, 18 two of one and one of another, 6 one each. Chi-square of 10 cells at 1 in 1,000.
    [Fact]
    public void Counts_are_multinomial()
    {
        const int draws = 54_000;
        var seen = Bootstrap.Run(3, draws, 11, t => (t[0] * 100) + (t[1] * 10) + t[2]).CountBy(k => k).ToDictionary();
        var expected = new Dictionary<int, double>
        {
            [300] = 1,
            [30] = 1,
            [3] = 1,
            [210] = 3,
            [201] = 3,
            [120] = 3,
            [21] = 3,
            [102] = 3,
            [12] = 3,
            [111] = 6,
        };
        Assert.Equal(expected.Keys.Order(), seen.Keys.Order());
        var statistic = expected.Sum(e => Math.Pow(seen[e.Key] - (e.Value / 27 * draws), 2) / (e.Value / 27 * draws));
        Assert.True(statistic < ChiSquared.InvCDF(9, 0.999), $"chi-square {statistic}");
    }

    // Each count of n = 400 draws is binomial(400, 1/400); over 500 resamples the 200,000 counts are nearly independent. Chi-square at 1 in 1,000.
    [Fact]
    public void One_count_is_binomial()
    {
        const int n = 400;
        const int resamples = 500;
        var seen = new double[6];
        foreach (var counts in Bootstrap.Run(n, resamples, 12, t => t.CountBy(c => Math.Min(c, 5)).ToArray()))
        {
            foreach (var (count, times) in counts) seen[count] += times;
        }

        var binomial = new Binomial(1d / n, n);
        double[] expected = [.. Enumerable.Range(0, 5).Select(c => binomial.Probability(c)), 1 - binomial.CumulativeDistribution(4)];
        var statistic = seen.Select((s, i) => Math.Pow(s - (expected[i] * n * resamples), 2) / (expected[i] * n * resamples)).Sum();
        Assert.True(statistic < ChiSquared.InvCDF(5, 0.999), $"chi-square {statistic}");
    }

    // The bootstrap distribution of a mean has mean x̄ and standard error √(Σ(x - x̄)²)/n, known without drawing; 4,000 resamples know the mean to se/√4000 and the error to se/√8000.
    [Fact]
    public void Means_have_the_mean_and_the_standard_error_that_theory_gives()
    {
        ImmutableArray<double> values = [.. Enumerable.Range(0, 300).Select(i => Math.Exp(i / 100d))];
        var (mean, n) = (values.Average(), values.Length);
        var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean))) / n;
        var means = Bootstrap.Means(values, 4_000, 21);
        var spread = Math.Sqrt(means.Sum(m => (m - means.Average()) * (m - means.Average())) / means.Length);
        Assert.Equal(mean, means.Average(), 4 * error / Math.Sqrt(4_000));
        Assert.Equal(error, spread, 4 * error / Math.Sqrt(8_000));
    }

    [Fact]
    public void A_mean_of_one_record_is_the_record() => Assert.All(Bootstrap.Means([7.5], 10, 1), m => Assert.Equal(7.5, m));

    // Quantiles at 2.5% and 97.5% of 0..100 by interpolation (type 7): 2.5 and 97.5.
    [Fact]
    public void The_percentile_interval_leaves_out_what_is_not_defined()
    {
        var interval = Bootstrap.PercentileInterval([double.NaN, .. Enumerable.Range(0, 101).Select(i => 100d - i), double.NaN]);
        Assert.Equal(2.5, interval.Low, 1e-12);
        Assert.Equal(97.5, interval.High, 1e-12);
    }

    [Fact]
    public void No_record_or_no_resample_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Run(0, 10, 1, t => t.Length));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Run(10, 0, 1, t => t.Length));
        Assert.Throws<ArgumentException>(() => Bootstrap.PercentileInterval([double.NaN]));
    }
}
