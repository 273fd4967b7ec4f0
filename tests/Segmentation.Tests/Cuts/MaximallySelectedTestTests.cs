using System.Collections.Immutable;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class MaximallySelectedTestTests
{
    private static readonly BinningOptions Free = new() { Limits = BandLimits.None };

    /// <summary>
    /// Survival of 40 patients with diffuse large B-cell lymphoma by mean gene expression (A. A. Alizadeh and others, Nature 403, 2000, 503-511), as R's maxstat 0.7-25 carries it, but for one censored time of
    /// 71.3 at 71.4: maxstat parts a censored time from an event at the same time, R's survdiff and we do not. maxstat.test(Surv(time, cens) ~ MGE, smethod = "LogRank", minprop .1): M = 3.17052529681 at
    /// .186052631578947 (groups: at most, and above), p by pmethod "Lau94" .0243894110934, by "HL", a bound of the permutations' p, .0219315362043.
    /// </summary>
    [Fact]
    public void Lymphoma_agrees_with_maxstat()
    {
        var options = Free with { Limits = BandLimits.None with { FewestRecords = 4 } };
        var bound = MaximallySelectedTest.Of(Lymphoma, options with { Permutations = 0 });
        Assert.Equal(.214973684, Assert.Single(bound.Cuts));
        Assert.Equal(3.17052529681, Math.Sqrt(bound.Statistic), 8);
        Assert.Equal(33, bound.Candidates);
        Assert.Equal(.0243894110934, bound.PValue, 8);

        // 9,999 permutations: standard error √(.022 · .978/10000) = .0015; four of them above the bound, and half of it below.
        Assert.InRange(MaximallySelectedTest.Of(Lymphoma, options with { Permutations = 9999 }).PValue, .011, .0279);
    }

    /// <summary>All 8!/(4! 4!) = 70 ways to deal 4 events among 8 records: the share whose largest chi-square is at least the one seen.</summary>
    [Theory]
    [InlineData(0b11110000)]
    [InlineData(0b11010100)]
    [InlineData(0b10110001)]
    public void The_p_value_of_permutation_comes_near_that_of_every_permutation(int pattern)
    {
        static double Largest(int events) => Enumerable.Range(1, 7).Max(cut =>
        {
            var (low, high) = (System.Numerics.BitOperations.PopCount((uint)(events & ((1 << cut) - 1))), System.Numerics.BitOperations.PopCount((uint)(events >> cut)));
            return ChiSquareTest.Of(new int[][] { [low, cut - low], [high, 8 - cut - high] }).Statistic;
        });
        int[] all = [.. Enumerable.Range(0, 256).Where(p => System.Numerics.BitOperations.PopCount((uint)p) == 4)];
        var exact = all.Count(p => Largest(p) >= Largest(pattern) - 1e-9) / 70d;
        var sample = CutSample.Of([1, 2, 3, 4, 5, 6, 7, 8], target: new BinaryTarget([.. Enumerable.Range(0, 8).Select(i => (pattern & (1 << i)) != 0)]));
        var test = MaximallySelectedTest.Of(sample, Free with { Permutations = 19_999 });
        Assert.Equal(Largest(pattern) * 7 / 8, test.Statistic, 10);

        // Four standard errors of a share of 20,000.
        Assert.Equal(exact, test.PValue, .0001 + (4 * Math.Sqrt(exact * (1 - exact) / 20_000)));
    }

    /// <summary>
    /// 600 samples of 120 records whose outcome has nothing to do with the value. With 199 permutations the test is exact at 5%: 600 · .05 = 30 ± 4 · √(600 · .05 · .95) = 30 ± 21. The raw p-value of the best cut is
    /// below 5% far more often.
    /// </summary>
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(0, 4)]
    public void Where_there_is_nothing_the_corrected_p_is_below_5_percent_in_5_of_100(int target, int bands)
    {
        var (raw, corrected, bound) = (0, 0, 0);
        for (var trial = 0; trial < 600; trial++)
        {
            var sample = Nothing(new SeededRandom(5 + target, trial), 120, target);
            var options = new BinningOptions { Limits = new BandLimits { FewestRecords = 10 }, PreBins = bands == 2 ? 64 : 16, Permutations = 199, Seed = trial };
            var test = MaximallySelectedTest.Of(sample, options, bands);
            if (test.RawPValue <= .05) raw++;
            if (test.PValue <= .05) corrected++;
            if (bands == 2 && MaximallySelectedTest.Of(sample, options with { Permutations = 0 }).PValue <= .05) bound++;
        }

        Assert.InRange(corrected, 9, 51);
        Assert.InRange(raw, 120, 600);
        Assert.InRange(bound, 0, 51);
    }

    [Fact]
    public void The_same_seed_gives_the_same_p_and_another_seed_another()
    {
        var sample = Nothing(new SeededRandom(8), 80, 1);
        var first = MaximallySelectedTest.Of(sample, Free);
        Assert.Equal(first.PValue, MaximallySelectedTest.Of(sample, Free).PValue);
        Assert.NotEqual(first.PValue, MaximallySelectedTest.Of(sample, Free with { Seed = 1 }).PValue);
    }

    /// <summary>The permutations of one thread, one after another, by the same streams.</summary>
    [Fact]
    public void Threads_do_not_matter()
    {
        var sample = Nothing(new SeededRandom(9), 200, 2);
        var parts = PreBins.Of(sample, Free);
        var (scores, search) = (OutcomeScores.Of(parts), new MaximalSearch(parts, Free.Limits, 2));
        var least = search.Best(scores.Sums(), scores.Variance).Statistic * (1 - 1e-9);
        var asLarge = Enumerable.Range(0, Free.Permutations).Count(permutation =>
        {
            var sums = scores.NewSums();
            scores.Permute(new SeededRandom(Free.Seed, permutation), scores.NewPlaces(), sums);
            return search.Largest(sums, scores.Variance, search.NewWork()) >= least;
        });
        Assert.Equal((1d + asLarge) / (1 + Free.Permutations), MaximallySelectedTest.Of(sample, Free).PValue);
    }

    [Fact]
    public void Scores_dealt_out_anew_keep_their_sum()
    {
        var parts = PreBins.Of(Nothing(new SeededRandom(9), 200, 2), Free);
        var scores = OutcomeScores.Of(parts);
        var sums = scores.NewSums();
        for (var permutation = 0; permutation < 20; permutation++)
        {
            scores.Permute(new SeededRandom(1, permutation), scores.NewPlaces(), sums);
            Assert.Equal(0, sums.Sum(), 1e-9);
            Assert.NotEqual(scores.Sums(), sums);
        }
    }

    [Fact]
    public void A_record_counted_twice_is_two_records()
    {
        var twice = CutSample.Of([1, 2, 3, 3, 4], target: new BinaryTarget([false, true, true, true, true]));
        var counted = CutSample.Of([1, 2, 3, 4], target: new BinaryTarget([false, true, true, true])).Resample([1, 1, 2, 1]);
        var (first, second) = (MaximallySelectedTest.Of(twice, Free), MaximallySelectedTest.Of(counted, Free));
        Assert.Equal(first.Statistic, second.Statistic, 12);
        Assert.Equal(first.PValue, second.PValue);
    }

    [Fact]
    public void Nothing_to_choose_from_has_p_1()
    {
        foreach (var sample in new[]
        {
            CutSample.Of([], target: new BinaryTarget([])),
            CutSample.Of([5], target: new BinaryTarget([true])),
            CutSample.Of([5, 5, 5], target: new BinaryTarget([true, false, true])),
            CutSample.Of([1, 2, 3], target: new BinaryTarget([true, true, true])),
            CutSample.Of([1, 2, 3], target: new ContinuousTarget([7, 7, 7])),
            CutSample.Of([1, 2, 3], target: new CensoredTarget([4, 4, 4], [false, false, false])),
        })
        {
            var test = MaximallySelectedTest.Of(sample, Free);
            Assert.Equal((0, 1, 1), (test.Statistic, test.RawPValue, test.PValue));
            Assert.Empty(test.Cuts);
        }
    }

    private static CutSample Nothing(SeededRandom random, int n, int target)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(_ => Math.Round(random.NextDouble() * 200))];
        bool[] events = [.. values.Select(_ => random.NextDouble() < .3)];
        return CutSample.Of(values, target: target switch
        {
            0 => new BinaryTarget([.. events]),
            1 => new ContinuousTarget([.. events.Select(e => e ? 0 : Math.Round(random.NextDouble(), 1))]),
            _ => new CensoredTarget([.. events.Select(e => e ? 1d + random.Next(12) : 12)], [.. events]),
        });
    }

    private static CutSample Lymphoma
    {
        get
        {
            const string Patients = """
                77.40+ 0.247973684  3.40 -0.006894737  71.30 0.137552632  69.60+ 0.371289474  51.20+ 0.025710526  3.20 0.098131579  8.30 -0.003315789  102.40+ 0.214973684  89.80+ 0.128157895
                88.10+ 0.220394737  27.10 0.116447368  4.10 -0.052368421  23.70 0.017657895  59.00+ -0.071210526  56.60+ 0.162684211  15.50 -0.061973684  2.40 0.073342105  2.90 0.186052632
                80.40+ 0.087842105  4.60 -0.158921053  8.20 0.040236842  129.90+ 0.028  32.50 -0.051078947  11.80 0.138263158  5.10 -0.012552632  90.20+ -0.042078947  83.80+ 0.263394737
                71.40+ 0.291789474  12.30 -0.057210526  69.10+ 0.169368421  68.80+ 0.009973684  1.30 0.150631579  12.67 0.064631579  72.03+ 0.312473684  91.33+ 0.096289474  53.73+ -0.040578947
                31.47 -0.074473684  39.60 0.015631579  9.45 -0.046868421  22.30 0.067052632
                """;
            string[] words = Patients.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            ImmutableArray<string> times = [.. words.Where((_, i) => i % 2 == 0)];
            return CutSample.Of([.. words.Where((_, i) => i % 2 == 1).Select(Number)], target: new CensoredTarget([.. times.Select(t => Number(t.TrimEnd('+')))], [.. times.Select(t => !t.EndsWith('+'))]));
        }
    }

    private static double Number(string word) => double.Parse(word, System.Globalization.CultureInfo.InvariantCulture);
}
