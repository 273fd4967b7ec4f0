using System.Collections.Immutable;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class KMeansCutsTests
{
    private static readonly double[] WangAndSong = [-1, 2, -1, 2, 4, 5, 6, -1, 2, -1];

    [Fact]
    public void The_published_example_has_its_sizes_centres_and_within()
    {
        // H. Wang and M. Song, The R Journal 3(2), 2011: sizes 4, 3, 3, centres -1, 2, 5, within 0, 0, 2.
        var found = KMeansCuts.All(CutSample.Of(WangAndSong), 3, CutScale.Raw)[2];
        Assert.Equal<int>([4, 3, 3], found.Records);
        Assert.Equal<double>([-1, 2, 5], found.Centres);
        Assert.Equal<double>([0, 0, 2], found.Within);
        Assert.Equal<double>([2, 4], found.Cuts);
    }

    [Fact]
    public void Weights_stand_for_repeated_values()
    {
        // Ckmeans.1d.dp: {-1, 2, 4, 5, 6} with weights {4, 3, 1, 1, 1} is the example above.
        var found = KMeansCuts.All(CutSample.Of([-1, 2, 4, 5, 6], [4, 3, 1, 1, 1]), 3, CutScale.Raw, CutWeight.Amount)[2];
        Assert.Equal<double>([-1, 2, 5], found.Centres);
        Assert.Equal(2, found.TotalWithin, 12);
        Assert.Equal<int>([1, 1, 3], found.Records);
    }

    [Fact]
    public void One_to_ten_splits_in_halves()
    {
        var found = KMeansCuts.All(CutSample.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 2, CutScale.Raw)[1];
        Assert.Equal<double>([3, 8], found.Centres);
        Assert.Equal<double>([10, 10], found.Within);
        Assert.Equal<double>([6], found.Cuts);
    }

    [Fact]
    public void Ten_measurements_have_the_centres_of_Ckmeans_1d_dp()
    {
        var found = KMeansCuts.All(CutSample.Of([3.5, 3.6, 3.7, 3.1, 1.1, .9, .8, 2.2, 1.9, 2.1]), 5, CutScale.Raw)[2];
        Assert.Equal(.9333333, found.Centres[0], 7);
        Assert.Equal(2.0666667, found.Centres[1], 7);
        Assert.Equal(3.475, found.Centres[2], 7);
        Assert.Equal<double>([1.9, 3.1], found.Cuts);
    }

    [Fact]
    public void Eight_bands_of_fourteen_values_are_those_of_Ckmeans_1d_dp()
    {
        var found = KMeansCuts.All(CutSample.Of([-3, 2.2, -6, 7, 9, 11, -6.3, 75, 82.6, 32.3, -9.5, 62.5, 7, 95.2]), 8, CutScale.Raw)[7];
        double[] centres = [-7.2666667, -.4, 8.5, 32.3, 62.5, 75, 82.6, 95.2];
        double[] within = [7.5266667, 13.52, 11, 0, 0, 0, 0, 0];
        for (var band = 0; band < 8; band++)
        {
            Assert.Equal(centres[band], found.Centres[band], 7);
            Assert.Equal(within[band], found.Within[band], 7);
        }
    }

    [Fact]
    public void No_split_is_better_than_the_one_found_whatever_the_weights_and_limits()
    {
        var random = new SeededRandom(1);
        var (eased, met) = (0, 0);
        for (var trial = 0; trial < 600; trial++)
        {
            var n = 2 + random.Next(11);
            double[] values = [.. Enumerable.Range(0, n).Select(_ => random.Next(3) == 0 ? random.Next(6) : Math.Round(random.NextDouble() * 20, 2)).Select(v => trial % 2 == 0 ? v - 5 : v + 0.5)];
            double[] amounts = [.. Enumerable.Range(0, n).Select(_ => random.Next(4) == 0 ? 0.0 : (double)(1 + random.Next(8)))];
            int[] times = [.. Enumerable.Range(0, n).Select(_ => trial % 3 == 0 ? random.Next(4) : 1)];
            var weight = trial % 5 < 2 ? CutWeight.Amount : CutWeight.Count;
            var scale = trial % 2 == 0 ? CutScale.Raw : CutScale.Log;
            var limits = random.Next(3) == 0 ? BandLimits.None : new BandLimits { FewestRecords = random.Next(4), LargestShare = .3 + (.7 * random.NextDouble()), LeastAmount = random.Next(2) * random.Next(8) };
            var sample = CutSample.Of(values, amounts).Resample(times);
            using var groups = ValueGroups.Of(sample, scale, weight);
            var (x, w, counts, paid) = (groups.Scaled.ToArray(), groups.Weights.ToArray(), groups.Counts.ToArray(), groups.Amounts.ToArray());
            var all = KMeansCuts.All(sample, 6, scale, weight, limits);
            Assert.Equal(Math.Min(6, groups.Weighing), all.Length);
            foreach (var found in all)
            {
                var splits = EverySplit.Of(x.Length, found.Bands).Select(s => s.ToArray()).ToArray();
                var allowed = splits.Where(s => EverySplit.Meets(s, counts, paid, [], limits)).ToArray();
                Assert.Equal(allowed.Length > 0, found.Shortfalls.IsEmpty);
                if (allowed.Length == 0)
                {
                    eased++;
                    allowed = [.. splits.Where(s => EverySplit.Meets(s, counts, paid, [], Eased(limits, found.Shortfalls)))];
                    Assert.NotEmpty(allowed);
                }
                else
                {
                    met++;
                }

                Assert.Equal(allowed.Min(s => EverySplit.Within(s, x, w)), found.TotalWithin, 9);
                int[] first = [0, .. found.Cuts.Select(c => Array.IndexOf(groups.At.ToArray(), c))];
                Assert.Contains(allowed, s => s.SequenceEqual(first));
                Assert.Equal(found.TotalWithin, EverySplit.Within(first, x, w), 9);
                if (found.Bands > 1) Assert.Equal<double>(found.Cuts, KMeansCuts.Find(sample, found.Bands, scale, weight, limits).Cuts);
            }
        }

        Assert.InRange(eased, 100, int.MaxValue);
        Assert.InRange(met, 200, int.MaxValue);
    }

    [Fact]
    public void A_large_sample_takes_the_same_cuts_as_a_search_that_tries_every_start()
    {
        // Long enough for the vectors' path and, by its ties, for limits that leave holes among the ends that can be reached.
        var random = new SeededRandom(2);
        double[] values = [.. Enumerable.Range(0, 600).Select(i => i % 3 == 0 ? Math.Floor(random.NextDouble() * 40) : Math.Exp(random.NextDouble() * 4))];
        var sample = CutSample.Of(values);
        var limits = new BandLimits { FewestRecords = 45, LargestShare = .3 };
        using var groups = ValueGroups.Of(sample, CutScale.Raw, CutWeight.Count);
        using var sums = new BandSums(groups.Counts, groups.Amounts, groups.Events);
        sums.Allow(limits);
        var n = groups.Length;
        var within = new double[n, n + 1];
        for (var j = 0; j < n; j++)
        {
            // B. P. Welford, Technometrics 4(3), 1962: the squares about the mean grow by a value's distance to the mean before and after it.
            var (mass, mean) = (0.0, 0.0);
            for (var i = j; i < n; i++)
            {
                var distance = groups.Scaled[i] - mean;
                mass += groups.Weights[i];
                mean += distance * groups.Weights[i] / mass;
                within[j, i + 1] = within[j, i] + (groups.Weights[i] * distance * (groups.Scaled[i] - mean));
            }
        }

        for (var bands = 4; bands <= 6; bands++)
        {
            var cost = new double[n + 1];
            Array.Fill(cost, double.PositiveInfinity);
            cost[0] = 0;
            for (var k = 1; k <= bands; k++)
            {
                var next = new double[n + 1];
                Array.Fill(next, double.PositiveInfinity);
                for (var i = 1; i <= n; i++)
                {
                    for (var j = sums.Lower[i]; j <= sums.Upper[i]; j++)
                    {
                        if (double.IsFinite(cost[j])) next[i] = Math.Min(next[i], cost[j] + within[j, i]);
                    }
                }

                cost = next;
            }

            var found = KMeansCuts.All(sample, bands, CutScale.Raw, CutWeight.Count, limits)[bands - 1];
            Assert.Empty(found.Shortfalls);
            Assert.Equal(cost[n], found.TotalWithin, 1e-9 * cost[n]);
        }
    }

    [Fact]
    public void Small_differences_on_a_large_offset_are_not_lost()
    {
        // As in the NIST StRD set NumAcc4 (10000000.1, .2, .3): digits that a running sum of squares about 0 would lose. Within by hand: 2 bands of three values a tenth apart, 2 x .02.
        double[] values = [1e9 + .1, 1e9 + .2, 1e9 + .3, 1e9 + 1.1, 1e9 + 1.2, 1e9 + 1.3];
        var found = KMeansCuts.All(CutSample.Of(values), 2, CutScale.Raw)[1];
        Assert.Equal<double>([1e9 + 1.1], found.Cuts);
        Assert.Equal(.04, found.TotalWithin, 6);
        Assert.Equal(values[3..].Average(), found.Centres[1], 6);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(1e-310)]
    public void Values_whose_squares_leave_the_range_of_a_double_are_cut_all_the_same(double unit) =>
        Assert.Equal<double>([4 * unit, 20 * unit], KMeansCuts.Find(CutSample.Of([unit, 2 * unit, 4 * unit, 5 * unit, 20 * unit, 21 * unit]), 3, CutScale.Raw).Cuts);

    [Fact]
    public void Of_equally_good_cuts_the_lowest_is_taken()
    {
        // 1 | 2, 3 and 1, 2 | 3 both leave one half within.
        Assert.Equal<double>([2], KMeansCuts.Find(CutSample.Of([1, 2, 3]), 2, CutScale.Raw).Cuts);

        // Into three, 1, 2 | 3 | 4, 5 and 1 | 2, 3 | 4, 5 and 1, 2 | 3, 4 | 5 all leave 1 within: the lowest last cut is 4, and before it 2.
        Assert.Equal<double>([2, 4], KMeansCuts.Find(CutSample.Of([1, 2, 3, 4, 5]), 3, CutScale.Raw).Cuts);
    }

    [Fact]
    public void The_log_scale_measures_ratios()
    {
        // 1, 2 | 100, 200 | 10000, 20000: each pair one step of ln 2, within 3 x (ln 2)² / 2.
        var found = KMeansCuts.All(CutSample.Of([1, 2, 100, 200, 10_000, 20_000]), 3)[2];
        Assert.Equal<double>([100, 10_000], found.Cuts);
        Assert.Equal(3 * Math.Log(2) * Math.Log(2) / 2, found.TotalWithin, 12);
    }

    [Fact]
    public void Values_of_zero_or_below_belong_to_the_lowest_band_and_count_there()
    {
        var sample = CutSample.Of([-5, 0, 0, 0, 1, 2, 100, 200]);
        var found = KMeansCuts.Find(sample, 2);
        Assert.Equal<double>([100], found.Cuts);
        Assert.Equal("4 records of 0 or below are not on the log scale and belong to the lowest band", found.Reason);
        Assert.Equal<int>([6, 2], KMeansCuts.All(sample, 2)[1].Records);

        // Six of eight are 75%: at most 70% leaves the cut at 2, five and three, 62.5%.
        Assert.Equal<double>([2], KMeansCuts.Find(sample, 2, limits: BandLimits.None with { LargestShare = .7 }).Cuts);
    }

    [Fact]
    public void Records_that_pay_nothing_do_not_break_the_weight_by_amount()
    {
        var sample = CutSample.Of([1, 2, 3, 50, 60, 70], [0, 0, 5, 0, 5, 0]);
        Assert.Equal<double>([50], KMeansCuts.Find(CutSample.Of([1, 2, 3, 50, 60, 70], [0, 0, 5, 5, 5, 0]), 2, CutScale.Raw, CutWeight.Amount).Cuts);
        Assert.Equal("no cut is supported: 3 bands need 3 distinct values, found 2 that pay anything", KMeansCuts.Find(sample, 3, CutScale.Raw, CutWeight.Amount).Reason);
        Assert.Equal("no cut is supported: no record pays anything, so by amount none counts", KMeansCuts.Find(CutSample.Of([1, 2, 3]), 2, CutScale.Raw, CutWeight.Amount).Reason);
    }

    [Fact]
    public void A_resample_is_cut_as_the_sample_that_holds_every_record_so_often()
    {
        var random = new SeededRandom(3);
        double[] values = [.. Enumerable.Range(0, 300).Select(_ => Math.Round(Math.Exp(3 + (2 * random.NextDouble())), 1))];
        double[] amounts = [.. Enumerable.Range(0, 300).Select(_ => Math.Round(1000 * random.NextDouble()))];
        var sample = CutSample.Of(values, amounts);
        for (var trial = 0; trial < 20; trial++)
        {
            var times = new int[300];
            for (var draw = 0; draw < 300; draw++) times[random.Next(300)]++;
            var expanded = Enumerable.Range(0, 300).SelectMany(i => Enumerable.Repeat(i, times[i])).ToArray();
            var repeated = CutSample.Of([.. expanded.Select(i => sample.Values[i])], [.. expanded.Select(i => sample.Amounts[i])]);
            foreach (var weight in Enum.GetValues<CutWeight>())
                Assert.Equal<double>(KMeansCuts.Find(repeated, 4, CutScale.Log, weight, new()).Cuts, KMeansCuts.Find(sample.Resample(times), 4, CutScale.Log, weight, new()).Cuts);
        }
    }

    [Theory]
    [InlineData(new double[0], 2, "no cut is supported: no record has a value")]
    [InlineData(new[] { double.NaN, double.PositiveInfinity }, 2, "no cut is supported: no record has a value")]
    [InlineData(new[] { 7.0 }, 2, "no cut is supported: every record has the value 7")]
    [InlineData(new[] { 7.0, 7, 7, 7 }, 3, "no cut is supported: every record has the value 7")]
    [InlineData(new[] { 0.0, 1, 0, 1 }, 3, "no cut is supported: 3 bands need 3 distinct values, found 2")]
    public void What_cannot_be_cut_says_so(double[] values, int bands, string reason)
    {
        var found = KMeansCuts.Find(CutSample.Of(values), bands, CutScale.Raw, limits: new());
        Assert.Empty(found.Cuts);
        Assert.Equal(reason, found.Reason);
    }

    [Fact]
    public void Values_of_zero_or_below_alone_have_no_log_scale() =>
        Assert.Equal("no cut is supported: every value is 0 or below, which is not on the log scale", KMeansCuts.Find(CutSample.Of([0, -1, -2]), 2).Reason);

    [Fact]
    public void A_value_that_most_records_share_eases_the_share_and_says_so()
    {
        // 64 of 100 at 0: no band with it can hold less.
        var sample = CutSample.Of([.. Enumerable.Repeat(0.0, 64), .. Enumerable.Range(1, 36).Select(i => (double)i)]);
        var found = KMeansCuts.Find(sample, 2, CutScale.Raw, limits: new());
        var shortfall = Assert.Single(found.Shortfalls);
        Assert.Equal(new("LargestShare", .6, .64, "one value, 0, holds 64% of the records: the largest band cannot be below 64%, limit 60%"), shortfall);
        Assert.Equal<double>([1], found.Cuts);
    }

    [Fact]
    public void Bands_below_one_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => KMeansCuts.Find(CutSample.Of([1, 2]), 0));

    private static BandLimits Eased(BandLimits limits, ImmutableArray<BandShortfall> shortfalls) => shortfalls.Aggregate(limits, (l, s) => s.Limit switch
    {
        nameof(BandLimits.FewestRecords) => l with { FewestRecords = (int)s.Reached },
        nameof(BandLimits.LargestShare) => l with { LargestShare = s.Reached },
        nameof(BandLimits.LeastAmount) => l with { LeastAmount = s.Reached },
        _ => throw new InvalidOperationException(s.Limit),
    });
}
