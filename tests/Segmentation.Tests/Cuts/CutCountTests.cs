using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class CutCountTests
{
    private static readonly double[] TenMeasurements = [3.5, 3.6, 3.7, 3.1, 1.1, .9, .8, 2.2, 1.9, 2.1];

    [Fact]
    public void Of_2_to_5_bands_ten_measurements_have_3_as_in_Ckmeans_1d_dp()
    {
        // The vignette of Ckmeans.1d.dp chooses 3 from 2 to 5. Ten values are too few to tell them from an even spread, and that is said.
        var choice = CutCount.Choose(CutSample.Of(TenMeasurements), CutScale.Raw, limits: BandLimits.None with { Fewest = 2, Most = 5 });
        Assert.Equal(3, choice.Best);
        Assert.False(choice.IsSupported);
        Assert.Equal(1, choice.Bands);
        Assert.StartsWith("no cut is supported: evenly spread values are as grouped as these in", choice.Reason, StringComparison.Ordinal);
        Assert.EndsWith("of 2 to 5 bands within the limits 3 would have the lowest BIC", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_three_groups_with_ten_times_the_records_are_supported()
    {
        var random = new SeededRandom(21);
        double[] centres = [.9333333, 2.0666667, 3.475];
        double[] values = [.. Enumerable.Range(0, 100).Select(i => centres[i % 3] + (.2 * Normal(random)))];
        var choice = CutCount.Choose(CutSample.Of(values), CutScale.Raw);
        Assert.Equal(3, choice.Bands);
        Assert.Equal("3 bands, the lowest BIC of 2 to 8 bands within the limits; evenly spread values are rarely so grouped (p = 0.01, limit 0.05)", choice.Reason);
    }

    [Fact]
    public void One_to_ten_support_no_cut()
    {
        var choice = CutCount.Choose(CutSample.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), CutScale.Raw);
        Assert.Equal(1, choice.Bands);
        Assert.Equal(1, choice.Resolution);
        Assert.InRange(choice.P!.Value, .5, 1);
    }

    [Theory]
    [InlineData("even", 30, .05)]
    [InlineData("even", 120, .05)]
    [InlineData("whole numbers 1 to 5", 100, .05)]
    [InlineData("normal", 120, .05)]
    [InlineData("lognormal, log scale", 120, .05)]
    public void Values_without_groups_get_a_cut_no_more_often_than_the_significance_says(string spread, int records, double rate)
    {
        // 200 samples, each against 39 spreads: the smallest p is 1/40. The standard error of a rate of 5% is √(.05 x .95 / 200) = 1.54%; three of them above it.
        var random = new SeededRandom(22);
        var supported = 0;
        for (var sample = 0; sample < 200; sample++)
        {
            double[] values = [.. Enumerable.Range(0, records).Select(_ => spread switch
            {
                "even" => random.NextDouble(),
                "whole numbers 1 to 5" => 1.0 + random.Next(5),
                "normal" => Normal(random),
                _ => Math.Exp(4 + (1.5 * Normal(random))),
            })];
            if (CutCount.Choose(CutSample.Of(values), spread.Contains("log", StringComparison.Ordinal) ? CutScale.Log : CutScale.Raw, options: new() { Seed = sample, References = 39 }).IsSupported) supported++;
        }

        Assert.InRange(supported / 200.0, 0, rate + (3 * Math.Sqrt(rate * (1 - rate) / 200)));
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, 5)]
    [InlineData(4, 6)]
    public void Planted_groups_are_counted(int planted, double apart)
    {
        // Normal groups, their means so many standard deviations apart, 150 records: in simulations of 100 samples at least 99 were counted right; here at least 27 of 30.
        var random = new SeededRandom(23);
        var right = 0;
        for (var sample = 0; sample < 30; sample++)
        {
            double[] values = [.. Enumerable.Range(0, 150).Select(i => Normal(random) + (apart * (i % planted)))];
            if (CutCount.Choose(CutSample.Of(values), CutScale.Raw, options: new() { Seed = sample, References = 39 }).Bands == planted) right++;
        }

        Assert.InRange(right, 27, 30);
    }

    [Fact]
    public void The_rows_hold_what_their_definitions_give()
    {
        // 1, 2, 3, 11, 12: means 2 and 11.5 of 3 and 2, within 2 + .5; one band: mean 5.8, within 118.8 - 25 + … = 110.8 by Σx² - n·mean² = 279 - 168.2.
        var choice = CutCount.Choose(CutSample.Of([1, 2, 3, 11, 12]), CutScale.Raw);
        var (one, two) = (choice.Rows[0], choice.Rows[1]);
        Assert.Equal(110.8, one.Within, 10);
        Assert.Null(one.Silhouette);
        Assert.Equal(2.5, two.Within, 10);
        Assert.Equal(1 - (2.5 / 110.8), two.GoodnessOfVarianceFit, 12);

        // Silhouettes by hand, a to the own band, b to the other: 1: a 1.5, b 10.5; 2: 1, 9.5; 3: 1.5, 8.5; 11: 1, 9; 12: 1, 10.
        Assert.Equal(((9 / 10.5) + (8.5 / 9.5) + (7 / 8.5) + (8 / 9.0) + (9 / 10.0)) / 5, two.Silhouette!.Value, 12);

        // Whole numbers: 1/12 for each record goes back into within before it is compared. BIC = n ln(2πs²) + (n - k) - 2 Σ n_j ln(n_j / n) + 2k ln n with s² = within / (n - k).
        Assert.Equal((5 * Math.Log(2 * Math.PI * (2.5 + (5 / 12.0)) / 3)) + 3 - (2 * ((3 * Math.Log(.6)) + (2 * Math.Log(.4)))) + (4 * Math.Log(5)), two.Bic, 10);
        Assert.Equal((5 * Math.Log(2 * Math.PI * (110.8 + (5 / 12.0)) / 4)) + 4 + (2 * Math.Log(5)), one.Bic, 10);
    }

    [Fact]
    public void The_silhouette_is_the_mean_over_all_pairs()
    {
        var random = new SeededRandom(24);
        double[] values = [.. Enumerable.Range(0, 60).Select(_ => Math.Round(random.NextDouble() * 30)), 80];
        var choice = CutCount.Choose(CutSample.Of(values), CutScale.Raw, options: new() { References = 5 });
        foreach (var row in choice.Rows.Where(r => r.Bands > 1))
        {
            int Band(double v) => row.Cuts.Count(c => v >= c);
            var widths = values.Select((v, i) =>
            {
                var to = values.Select((u, j) => (Band: Band(u), Distance: Math.Abs(u - v), Other: i != j)).Where(p => p.Other).GroupBy(p => p.Band).ToDictionary(g => g.Key, g => g.Average(p => p.Distance));
                return to.TryGetValue(Band(v), out var a) && to.Where(t => t.Key != Band(v)).Min(t => t.Value) is var b && Math.Max(a, b) > 0 ? (b - a) / Math.Max(a, b) : 0;
            });
            Assert.Equal(widths.Average(), row.Silhouette!.Value, 10);
        }
    }

    [Fact]
    public void Limits_keep_numbers_of_bands_out_and_say_why()
    {
        var random = new SeededRandom(25);
        double[] values = [.. Enumerable.Range(0, 90).Select(i => Normal(random) + (8 * (i % 3)))];
        Assert.Equal(3, CutCount.Choose(CutSample.Of(values), CutScale.Raw, limits: new()).Bands);
        var few = CutCount.Choose(CutSample.Of(values), CutScale.Raw, limits: new() { FewestRecords = 31 });
        Assert.Equal((1, true), (few.Bands, few.IsSupported));
        Assert.Null(few.Best);
        Assert.StartsWith("no cut is supported: 3 to 5 bands cannot be had within the limits (3 bands of 90 records with 90 distinct values: the smallest band cannot have more than 30 records, limit 31)", few.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seed_gives_the_same_answer_again_and_another_seed_other_spreads()
    {
        var sample = CutSample.Of(TenMeasurements);
        var first = CutCount.Choose(sample, CutScale.Raw);
        Assert.Equal(first.Rows.Select(r => r.Gap), CutCount.Choose(sample, CutScale.Raw).Rows.Select(r => r.Gap));
        Assert.NotEqual(first.Rows.Select(r => r.Gap), CutCount.Choose(sample, CutScale.Raw, options: new() { Seed = 1 }).Rows.Select(r => r.Gap));
    }

    [Fact]
    public void By_amount_a_few_large_payers_can_be_a_group_of_their_own()
    {
        var random = new SeededRandom(26);
        double[] values = [.. Enumerable.Range(0, 200).Select(i => i < 20 ? 5000 + (500 * Normal(random)) : 100 + (10 * Normal(random)))];
        var choice = CutCount.Choose(CutSample.Of(values, values), CutScale.Log, CutWeight.Amount);
        Assert.Equal(2, choice.Bands);
        Assert.All(choice.Rows, r => Assert.True(double.IsFinite(r.Bic) && double.IsFinite(r.Gap)));
    }

    [Theory]
    [InlineData(new double[0], "no cut is supported: no record has a value")]
    [InlineData(new[] { 4.0, 4, 4 }, "no cut is supported: every record has the value 4")]
    [InlineData(new[] { 0.0, 1, 0, 1, 1 }, "no cut is supported: there are only 2 distinct values, 0 and 1: a list, not a scale")]
    public void What_cannot_be_cut_says_so(double[] values, string reason)
    {
        var choice = CutCount.Choose(CutSample.Of(values), CutScale.Raw);
        Assert.Equal((1, reason), (choice.Bands, choice.Reason));
        Assert.Empty(choice.Rows);
    }

    [Fact]
    public void Three_values_once_each_are_too_few_but_no_error()
    {
        var choice = CutCount.Choose(CutSample.Of([1, 2, 50]));
        Assert.Equal(1, choice.Bands);
        Assert.All(choice.Rows, r => Assert.True(double.IsFinite(r.Bic) && double.IsFinite(r.Gap)));
    }

    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
