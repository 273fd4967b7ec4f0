using Segmentation.Cuts;
using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Tests.Cuts;

/// <summary>Small samples, every joining of their values tried, each scored and held against the limits from the records themselves.</summary>
public sealed class OptimalBinningBruteForceTests
{
    private const double Rounding = 1e-9;
    private const int Trials = 150;

    public static TheoryData<int, MonotoneTrend> Kinds
    {
        get
        {
            var kinds = new TheoryData<int, MonotoneTrend>();
            foreach (var trend in Enum.GetValues<MonotoneTrend>())
            {
                for (var target = 0; target < 3; target++) kinds.Add(target, trend);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_other_cuts_within_the_limits_score_higher(int target, MonotoneTrend trend)
    {
        var (met, missed) = (0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var random = new SeededRandom(17 + target, (trial * 10) + (int)trend);
            var records = Records(random, target);
            var options = Options(random, trend, target, records);
            var best = Best(records, options);
            var finding = OptimalBinning.Find(Sample(records), options with { Permutations = 0, Confidence = 1e-9 });
            if (double.IsNegativeInfinity(best))
            {
                missed++;
                Assert.True(finding.Finding.Reason is not null || !finding.Finding.Shortfalls.IsEmpty, $"trial {trial}: no cuts keep the limits, but nothing says so");
                continue;
            }

            if (finding.BestCuts.IsEmpty && finding.Score == 0 && finding.Finding.Reason is not null) continue;
            met++;
            Assert.True(finding.Finding.Shortfalls.IsEmpty, $"trial {trial}: {string.Join("; ", finding.Finding.Shortfalls.Select(s => s.Words))}");
            Assert.Equal(best, finding.Score, Math.Max(Rounding, Math.Abs(best) * Rounding));
            Assert.Equal(best, Score(records, options, finding.BestCuts), Math.Max(Rounding, Math.Abs(best) * Rounding));
        }

        // Both must occur, or half of the claim was not looked at.
        Assert.InRange(met, Trials / 5, Trials);
        Assert.InRange(missed, Trials / 20, Trials);
    }

    private sealed record Small(double Value, double Amount, bool Event, double Number, double Time, int Target);

    private static Small[] Records(SeededRandom random, int target)
    {
        var (n, falls) = (6 + random.Next(9), random.Next(2) == 0);
        var distinct = 4 + random.Next(n - 3);
        return
        [
            .. Enumerable.Range(0, n).Select(_ =>
            {
                var value = random.Next(20) == 0 ? double.NaN : 1d + random.Next(distinct);
                var late = Math.Min(1, (double.IsNaN(value) ? 5 : value) / distinct);
                late = falls ? 1 - late : late;
                return new Small(value, random.Next(5), random.NextDouble() < .2 + (.6 * late), random.Next(4) + Math.Round(3 * late), 1 + random.Next(6), target);
            }),
        ];
    }

    private static BinningOptions Options(SeededRandom random, MonotoneTrend trend, int target, Small[] records)
    {
        var fewest = 1 + random.Next(3);
        return new BinningOptions
        {
            Trend = trend,
            Limits = new BandLimits
            {
                Fewest = fewest,
                Most = fewest + 1 + random.Next(3),
                FewestRecords = 1 + random.Next(2),
                LargestShare = random.Next(2) == 0 ? 1 : .7,
                FewestEvents = target == 1 ? 0 : random.Next(2),
                LeastAmount = random.Next(3) == 0 ? 2 : 0,
            },
            LargestNeighbourPValue = random.Next(2) == 0 ? 1 : .7 + (.1 * random.NextDouble()),
            LeastDifference = random.Next(3) == 0 ? .1 : 0,
            FixedCuts = random.Next(5) == 0 ? [3] : [],
            SpecialValues = random.Next(5) == 0 ? [2] : [],
            Candidates = random.Next(5) == 0 ? [.. Enumerable.Range(1, 6).Select(i => i + .5)] : [],
        };
    }

    private static CutSample Sample(Small[] records) => CutSample.Of([.. records.Select(r => r.Value)], [.. records.Select(r => r.Amount)], records[0].Target switch
    {
        0 => new BinaryTarget([.. records.Select(r => r.Event)]),
        1 => new ContinuousTarget([.. records.Select(r => r.Number)]),
        _ => new CensoredTarget([.. records.Select(r => r.Time)], [.. records.Select(r => r.Event)]),
    });

    private static double Best(Small[] records, BinningOptions options)
    {
        Small[] banded = [.. records.Where(r => !double.IsNaN(r.Value) && !options.SpecialValues.Contains(r.Value))];
        double[] values = [.. banded.Select(r => r.Value).Distinct().Order()];
        double[] candidates = options.Candidates.IsEmpty
            ? [.. values.Skip(1).Union(options.FixedCuts).Distinct().Order()]
            : [.. options.Candidates.Union(options.FixedCuts).Distinct().Order()];
        var (best, bestMixed) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var chosen = 0; chosen < 1 << candidates.Length; chosen++)
        {
            double[] cuts = [.. candidates.Where((_, i) => (chosen & (1 << i)) != 0)];
            if (options.FixedCuts.Except(cuts).Any() || cuts.Length + 1 < options.Limits.Fewest || cuts.Length + 1 > options.Limits.Most) continue;
            var bands = Bands(banded, cuts);
            if (!Keeps(bands, banded, options)) continue;
            best = Math.Max(best, Score(records, options, cuts));
            if (records[0].Target != 0 || (cuts.Length > 0 && bands.All(b => b.Any(r => r.Event) && b.Any(r => !r.Event)))) bestMixed = Math.Max(bestMixed, Score(records, options, cuts));
        }

        // Bands of only events or none are second best.
        return double.IsNegativeInfinity(bestMixed) ? best : bestMixed;
    }

    private static Small[][] Bands(Small[] banded, IReadOnlyList<double> cuts) =>
        [.. Enumerable.Range(0, cuts.Count + 1).Select(b => banded.Where(r => cuts.Count(c => r.Value >= c) == b).ToArray())];

    private static bool Keeps(Small[][] bands, Small[] banded, BinningOptions options)
    {
        var limits = options.Limits;
        if (bands.Any(b => b.Length < limits.FewestRecords || b.Length / (double)banded.Length > limits.LargestShare || b.Sum(r => r.Amount) < limits.LeastAmount || b.Count(r => r.Event) < limits.FewestEvents)) return false;
        double[] steps = [.. bands.Zip(bands.Skip(1), (low, high) => Rate(high) - Rate(low))];
        if (steps.Any(s => Math.Abs(s) < options.LeastDifference - 1e-12)) return false;
        if (bands.Zip(bands.Skip(1)).Any(pair => PValue(pair.First, pair.Second) > options.LargestNeighbourPValue)) return false;
        int[] signs = [.. steps.Select(s => Math.Abs(s) < 1e-12 ? 0 : Math.Sign(s)).Where(s => s != 0)];
        bool Is(int first, int second) => Enumerable.Range(0, signs.Length + 1).Any(turn => signs.Take(turn).All(s => s == first) && signs.Skip(turn).All(s => s == second));
        return options.Trend switch
        {
            MonotoneTrend.None => true,
            MonotoneTrend.Ascending => signs.All(s => s > 0),
            MonotoneTrend.Descending => signs.All(s => s < 0),
            MonotoneTrend.Peak => Is(1, -1),
            MonotoneTrend.Valley => Is(-1, 1),
            _ => signs.Distinct().Count() <= 1,
        };
    }

    private static double Rate(Small[] band) => band[0].Target switch
    {
        0 => band.Average(r => r.Event ? 1d : 0),
        1 => band.Average(r => r.Number),
        _ => band.Count(r => r.Event) / band.Sum(r => r.Time),
    };

    private static double PValue(Small[] low, Small[] high) => low[0].Target switch
    {
        0 => TwoProportionTest.Of(low.Count(r => r.Event), low.Length, high.Count(r => r.Event), high.Length).PValue,
        1 => WelchTest.Of([.. low.Select(r => r.Number)], [.. high.Select(r => r.Number)]).PValue,
        _ => LogRankTest.Of(EventTimes.Of([.. low.Concat(high).Select(r => r.Time)], [.. low.Concat(high).Select(r => r.Event)]), [.. low.Select(_ => 0).Concat(high.Select(_ => 1))], 2).PValue,
    };

    /// <summary>The objective by its definition, from the records.</summary>
    private static double Score(Small[] records, BinningOptions options, IReadOnlyList<double> cuts)
    {
        Small[] banded = [.. records.Where(r => !double.IsNaN(r.Value) && !options.SpecialValues.Contains(r.Value))];
        var bands = Bands(banded, cuts);
        if (records[0].Target == 1) return bands.Sum(b => b.Length * Math.Pow(b.Average(r => r.Number) - banded.Average(r => r.Number), 2));
        if (records[0].Target == 2)
        {
            double Hazard(double until) => banded.Where(r => r.Event && r.Time <= until).Sum(r => 1d / banded.Count(o => o.Time >= r.Time));
            return bands.Sum(b => b.Sum(r => Hazard(r.Time)) is var due && due > 0 ? Math.Pow(b.Count(r => r.Event) - due, 2) / due : 0);
        }

        var (events, others) = (records.Count(r => r.Event), records.Count(r => !r.Event));
        if (events == 0 || others == 0) return 0;
        return bands.Sum(b =>
        {
            double with = b.Count(r => r.Event), without = b.Count(r => !r.Event);
            if (with == 0 || without == 0) (with, without) = (with + .5, without + .5);
            return ((without / others) - (with / events)) * Math.Log(without / others / (with / events));
        });
    }
}
