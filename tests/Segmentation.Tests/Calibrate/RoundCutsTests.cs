using Segmentation.Calibrate;
using Segmentation.Cuts;

namespace Segmentation.Tests.Calibrate;

public sealed class RoundCutsTests
{
    private static readonly RoundCutsOptions Free = new() { Field = "employees", Limits = BandLimits.None };

    private static CutSample Steps => CutSample.Of([.. Enumerable.Range(1, 2_000).Select(i => (double)i)], [.. Enumerable.Repeat(1d, 2_000)]);

    private static Func<double[], double> Peak(double at) => cuts => 1 - Math.Abs(Math.Log(cuts[0] / at));

    // ln(1387/1000) = .327 is nearer than ln(2000/1387) = .366: of 1, 2, 2.5, 5 x 10^k it is 1,000; all of 1,000 to 1,386 move.
    // Then 2,000, 500 and 250 by their logarithms; 2,500 would leave a band empty.
    [Fact]
    public void The_roundest_numbers_come_first_where_they_lose_little_enough()
    {
        var result = RoundCuts.Nearest(new("made up", [1387]), Steps, Peak(1387), options: Free with { MostLoss = 0.5 });
        var cut = Assert.Single(result.Chosen!.Cuts);
        Assert.Equal((1000, RoundCandidate.RoundNumber, 1387, 387), (cut.Value, cut.Origin, cut.Optimum, cut.Accounts));
        Assert.Equal(Math.Log(1.387), cut.Loss, 1e-12);
        Assert.Equal(cut.Loss, result.Chosen.Loss, 1e-12);
        Assert.Equal([2000d, 500, 250], result.RunnersUp.Select(r => r.Cuts[0].Value));
        Assert.Equal([1000d], result.Finding.Cuts.AsEnumerable());
    }

    // 1,000 loses ln(1387/1000) = .327, 2,000 ln(2000/1387) = .366; 1,500 only ln(1500/1387) = .078, with the 113 accounts of 1,387 to 1,499.
    [Fact]
    public void Finer_numbers_are_taken_where_the_roundest_lose_too_much()
    {
        var result = RoundCuts.Nearest(new("made up", [1387]), Steps, Peak(1387), options: Free);
        Assert.Equal(1500, result.Chosen!.Cuts[0].Value);
        Assert.StartsWith("1,500 (optimum 1,387; loses 7.8% of the separation; 113 accounts move).", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_in_use_counts_as_round_and_keeps_its_origin()
    {
        var result = RoundCuts.Nearest(new("made up", [1387]), Steps, Peak(1387), [new(1390, "the customer's word"), new(1390, "the framework's tier")], Free);
        Assert.Equal((1390, "the customer's word, the framework's tier"), (result.Chosen!.Cuts[0].Value, result.Chosen.Cuts[0].Origin));
    }

    // Two clusters; bands must hold 40% each of 1..10: only 5, 6 and 7 do. The best number without limits, 2, is refused; of 5 and 2.5 x 10^k, only 5 is allowed.
    [Fact]
    public void Bands_meet_the_limits()
    {
        var sample = CutSample.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        var result = RoundCuts.Nearest(new("made up", [2.1]), sample, Peak(2), options: Free with { MostLoss = 10, Limits = BandLimits.None with { FewestRecords = 4 } });
        Assert.Equal(5, result.Chosen!.Cuts[0].Value);
        Assert.Empty(result.Chosen.Broken);
    }

    [Fact]
    public void Where_no_combination_meets_the_limits_the_least_bad_says_what_it_breaks()
    {
        var result = RoundCuts.Nearest(new("made up", [2.1]), CutSample.Of([1, 2, 3]), Peak(2), options: Free with { Limits = BandLimits.None with { FewestRecords = 30 } });
        Assert.NotEmpty(result.Chosen!.Broken);
        Assert.Contains("No round cuts meet the limits; these break: ", result.ToString(), StringComparison.Ordinal);
    }

    // Brute force: every ascending pair of the numbers with one or two digits between 1 and 100.
    [Fact]
    public void Cuts_are_rounded_together()
    {
        double[] values = [3, 4, 5, 6, 8, 21, 23, 27, 28, 29, 71, 75, 77, 83, 91];
        var sample = CutSample.Of(values);
        var fit = CutSeparation.GoodnessOfFit(sample);
        var finding = KMeansCuts.Find(sample, 3);
        var result = RoundCuts.Nearest(finding, sample, options: Free with { MostLoss = 0, Mantissas = [1, 5], FinerMantissas = [2, 3, 4, 6, 7, 8, 9], Nearby = 30 });
        double[] round = [.. Enumerable.Range(1, 9).SelectMany(m => new[] { m / 10d, m, m * 10d, m * 100d })];
        var best = (from low in round from high in round where low < high select fit([low, high])).Max();
        Assert.Equal(best, result.Chosen!.Separation, 1e-12);
        Assert.Equal(1 - (best / fit([.. finding.Cuts])), result.Chosen.Loss, 1e-12);
        Assert.True(result.RunnersUp.All(r => r.Separation <= best));
        Assert.Equal(3, result.RunnersUp.Length);
    }

    // Of two clusters any cut between is as good: a round one there is inside, though no resample cuts at it. Of an even spread one is not: 900 is far from where its upper half begins.
    [Fact]
    public void A_round_cut_outside_the_interval_of_its_optimum_is_flagged()
    {
        CutFinding Finder(CutSample s) => KMeansCuts.Find(s, 2, CutScale.Raw);
        var clusters = CutSample.Of([.. Enumerable.Repeat(10d, 20), .. Enumerable.Repeat(1387d, 20)]);
        var inside = RoundCuts.Nearest(Finder(clusters), clusters, options: Free, stability: CutStability.Estimate(clusters, Finder, new() { Resamples = 50 }));
        Assert.Equal((1000, false, 0), (inside.Chosen!.Cuts[0].Value, inside.Chosen.Cuts[0].IsOutside, inside.Chosen.Loss));
        var outside = RoundCuts.Nearest(Finder(Steps), Steps, options: Free with { Mantissas = [9], FinerMantissas = [] }, stability: CutStability.Estimate(Steps, Finder, new() { Resamples = 50 }));
        Assert.True(outside.Chosen!.Cuts[0].IsOutside);
        Assert.Contains("outside the interval of the optimum, rounder than the data allow.", outside.ToString(), StringComparison.Ordinal);
        Assert.Null(RoundCuts.Nearest(Finder(clusters), clusters, options: Free).Chosen!.Cuts[0].IsOutside);
    }

    [Fact]
    public void The_stability_must_be_of_the_same_cuts()
    {
        var stability = CutStability.Estimate(CutSample.Of([1, 10]), s => KMeansCuts.Find(s, 2), new() { Resamples = 5 });
        Assert.StartsWith("the stability is of the cuts 10, not of 7;", Assert.Throws<ArgumentException>(() => RoundCuts.Nearest(new("made up", [7]), Steps, stability: stability)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_and_zero_cuts_have_round_numbers_too()
    {
        var sample = CutSample.Of([-33, -31, -2, 2, 40]);
        var result = RoundCuts.Nearest(new("made up", [-19, 0]), sample, CutSeparation.GoodnessOfFit(sample, CutScale.Raw), options: Free);
        Assert.Equal(0, result.Chosen!.Loss, 1e-12);
        Assert.Contains(0, result.Chosen.Cuts.Select(c => c.Value));
    }

    [Fact]
    public void Without_a_cut_there_is_nothing_to_round()
    {
        var result = RoundCuts.Nearest(new("made up", []) { Reason = "no cut is supported: all values are equal." }, CutSample.Of([5, 5]), options: Free);
        Assert.Null(result.Chosen);
        Assert.StartsWith("There is nothing to round: no cut is supported: all values are equal.", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, result.ToTable().RowCount);
    }

    [Fact]
    public void Numbers_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RoundCuts.Nearest(new("made up", [7]), Steps, candidates: [new(double.NaN, "nobody")]));
        Assert.StartsWith("the mantissa 10 is not in 1 to below 10;", Assert.Throws<ArgumentException>(() => RoundCuts.Nearest(new("made up", [7]), Steps, options: Free with { Mantissas = [10] })).Message, StringComparison.Ordinal);
    }
}
