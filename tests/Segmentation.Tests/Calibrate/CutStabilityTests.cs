using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Tests.Calibrate;

public sealed class CutStabilityTests
{
    private static readonly CutStabilityOptions Few = new() { Resamples = 100, Seed = 9, Field = "employees" };

    private static CutFinding TwoBands(CutSample sample) => KMeansCuts.Find(sample, 2);

    // Two clusters far apart, 20 values each of 10 and of 1,000: every resample of both is cut at 1,000, as good as anywhere above 10, and one of 40 draws lacks
    // one of them with probability 2^-39.
    private static CutSample Apart => CutSample.Of([.. Enumerable.Repeat(10d, 20), .. Enumerable.Repeat(1000d, 20)], [.. Enumerable.Repeat(1d, 20), .. Enumerable.Repeat(9d, 20)]);

    [Fact]
    public void A_cut_between_clusters_that_are_far_apart_does_not_move()
    {
        var stability = CutStability.Estimate(Apart, TwoBands, Few);
        var cut = Assert.Single(stability.Cuts);
        Assert.Equal(1000, cut.Cut);
        Assert.Equal(new Interval(10, 1000), cut.Interval);
        Assert.Equal((1, 1, 1000, 0, 0), (cut.Matched, cut.Near, cut.Median, cut.AccountsBetween, cut.ArrBetween));
        Assert.Equal(100, cut.Positions.Length);
        Assert.Equal(new TierChange(0, 0, 0), stability.AccountsChange);
        Assert.Equal(new TierChange(0, 0, 0), stability.ArrChange);
        Assert.Equal((1, 0), (stability.SameNumber, stability.Unsupported));
        Assert.Contains("1,000 lies between 10 and 1,000 in 95% of resamples; on average 0.0% of accounts and 0.0% of ARR change tier there.", stability.Words);
    }

    // A finder that cuts at 2 in the sample and, in a resample, at 2 and 4 where the first record was drawn, and nowhere where it was not. Of 1, 2, 3, 4 the first is
    // drawn in 1 - (3/4)^4 = 68.4% of resamples; with 2,000 of them the standard error is 1.04 points.
    [Fact]
    public void Resamples_with_other_numbers_of_cuts_are_counted_and_matched()
    {
        var sample = CutSample.Of([1, 2, 3, 4], [1, 1, 1, 97]);
        CutFinding Finder(CutSample s) => new("made up", s.Times.IndexOfAnyExcept(1) < 0 ? [2] : s.Times[0] > 0 ? [2, 4] : []);
        var stability = CutStability.Estimate(sample, Finder, Few with { Resamples = 2_000 });
        var cut = Assert.Single(stability.Cuts);
        Assert.Equal(1 - Math.Pow(0.75, 4), cut.Matched, 4 * 0.0104);
        Assert.Equal(cut.Matched, cut.Near);
        Assert.Equal(new Interval(1, 2), cut.Interval);
        Assert.Equal(1, stability.CutCounts.Sum(c => c.Share), 1e-12);
        Assert.Equal([0, 1, 2], stability.CutCounts.Select(c => c.Cuts));

        // 4!/4^4 of the resamples are the sample itself.
        Assert.Equal(24 / 256d, stability.SameNumber!.Value, 4 * 0.0065);

        // Cuts 2 and 4 against 2: bands {1}, {2, 3}, {4} against {1}, {2, 3, 4}: {4}, with 97 of 100, is without a partner. No cut against 2: {1, 2, 3, 4} stands for {2, 3, 4}, and 1 changes.
        Assert.Equal(0.25, stability.AccountsChange!.Median);
        Assert.Equal(0.97, stability.ArrChange!.High, 1e-12);
    }

    [Fact]
    public void The_answer_does_not_depend_on_the_number_of_threads()
    {
        var random = new SeededRandom(3);
        var sample = CutSample.Of([.. Enumerable.Range(0, 200).Select(_ => 1 + (random.NextDouble() * 99))], [.. Enumerable.Range(0, 200).Select(i => (double)i)]);
        var one = CutStability.Estimate(sample, TwoBands, Few with { Threads = 1 });
        var two = CutStability.Estimate(sample, TwoBands, Few with { Threads = 2 });
        Assert.Equal(one.Cuts[0].Positions.AsEnumerable(), two.Cuts[0].Positions.AsEnumerable());
        Assert.Equal((one.AccountsChange, one.ArrChange), (two.AccountsChange, two.ArrChange));
        Assert.Equal(one.ToString(), two.ToString());
        double[] age = [.. Enumerable.Range(0, 200).Select(i => (double)(i % 17))];
        Assert.Equal(CutStability.Halves(sample, age, TwoBands, Few with { Threads = 1 }).ToString(), CutStability.Halves(sample, age, TwoBands, Few with { Threads = 2 }).ToString());
    }

    [Fact]
    public void No_account_has_a_value()
    {
        var stability = CutStability.Estimate(CutSample.Of([double.NaN, double.NaN]), TwoBands, Few);
        Assert.Empty(stability.Cuts);
        Assert.Null(stability.AccountsChange);
        Assert.Contains("No account has a value of employees: nothing was drawn.", stability.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[] { 5 })]
    [InlineData(new double[] { 7, 7, 7, 7 })]
    [InlineData(new double[] { -1, 0, -3 })]
    public void Where_no_cut_is_supported_there_is_none_in_any_resample(double[] values)
    {
        var stability = CutStability.Estimate(CutSample.Of(values), TwoBands, Few);
        Assert.Empty(stability.Cuts);
        Assert.Equal((1, 1), (stability.SameNumber, stability.Unsupported));
        Assert.Equal(0, stability.AccountsChange!.High);
        Assert.Null(stability.ArrChange);
        Assert.Contains("no cut is supported", stability.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Small_counts_are_hidden_under_a_mask() => Assert.Contains(
        "resamples of fewer than 5 accounts", CutStability.Estimate(CutSample.Of([1, 2, 3]), TwoBands, Few).ToString(new RenderOptions(Mask: true)), StringComparison.Ordinal);

    // Older: 1 and 2, so cut at 2; newer: 10 and 20, so cut at 20. Between 2 and 20 lie 2 and 10: half of the accounts, with 6 of 12.
    [Fact]
    public void Halves_by_age_have_cuts_of_their_own()
    {
        var sample = CutSample.Of([10, 1, 20, 2, double.NaN, 50], [4, 1, 5, 2, 100, 100]);
        var halves = CutStability.Halves(sample, [1, 9, 2, 8, 1, double.NaN], TwoBands, Few);
        Assert.Equal([2d], halves.Older.Cuts.AsEnumerable());
        Assert.Equal([20d], halves.Newer.Cuts.AsEnumerable());
        Assert.Equal((2, 2, 1), (halves.OlderAccounts, halves.NewerAccounts, halves.WithoutAge));
        Assert.Equal((2, 0.5, 0.5), (halves.AccountsThatChange, halves.AccountsShare, halves.ArrShare));
    }

    // Cuts are 100 times higher among the newer: no pair of random halves is as different. Then ages at random: the p-value is uniform, and 5% of it below .05.
    [Fact]
    public void Halves_that_differ_are_told_from_halves_that_do_not()
    {
        var random = new SeededRandom(8);
        double[] values = [.. Enumerable.Range(0, 80).Select(i => (i < 40 ? 1 : 100) * (1 + (random.NextDouble() * 9)))];
        double[] age = [.. Enumerable.Range(0, 80).Select(i => 80d - i)];
        var shifted = CutStability.Halves(CutSample.Of(values), age, TwoBands, Few);
        Assert.True(shifted.Differ);
        Assert.Equal(1 / 101d, shifted.PValue);
        var below = Enumerable.Range(0, 100).Count(_ =>
        {
            random.Shuffle<double>(age);
            return CutStability.Halves(CutSample.Of(values), age, TwoBands, Few with { Resamples = 39 }).PValue <= 0.05;
        });

        // At most 5% in truth; 100 trials know that to 2.2 points.
        Assert.InRange(below, 0, 5 + (int)(3 * 2.2));
    }

    [Fact]
    public void Ages_are_one_a_row()
    {
        var error = Assert.Throws<ArgumentException>(() => CutStability.Halves(Apart, [1, 2], TwoBands, Few));
        Assert.StartsWith("age has 2 values but the sample holds row 2; it needs one a row of the input.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_account_has_no_halves()
    {
        var halves = CutStability.Halves(CutSample.Of([5]), [1], TwoBands, Few);
        Assert.Null(halves.PValue);
        Assert.False(halves.Differ);
        Assert.Contains("there are no halves", halves.ToString(), StringComparison.Ordinal);
    }
}
