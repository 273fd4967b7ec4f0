using System.Collections.Immutable;
using System.Numerics;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class PairEngineTests
{
    private static readonly ImmutableArray<BlockingRule> Rules = [new("d", ["domain"]), new("nc", ["name", "city"]), new("c", ["city"])];

    [Theory]
    [InlineData(21, 80, 5000)]
    [InlineData(22, 120, 25)]
    [InlineData(23, 2, 5000)]
    [InlineData(24, 1, 5000)]
    [InlineData(25, 0, 5000)]
    public void Patterns_are_those_of_all_pairs(int seed, int count, int largestBlock)
    {
        var records = SmallRecords.Random(seed, count);
        var settings = SmallRecords.Settings(Rules, NaiveLevels.Comparisons, largestBlock);
        var expected = SmallRecords.AllPairs(count)
            .Select(p => (Levels: NaiveLevels.Of(records, settings.Comparisons, p.Left, p.Right), Rules: SmallRecords.RulesOf(records, settings, p.Left, p.Right)))
            .Where(p => p.Rules != 0).ToArray();
        var counts = PairEngine.Count(records, settings);
        Assert.Equal(expected.CountBy(p => p).Select(p => new PatternCount(p.Key.Levels, p.Key.Rules, p.Value)).OrderBy(p => p.Levels).ThenBy(p => p.Rules), counts.Patterns);
        Assert.Equal(expected.Length, counts.Total);
        Assert.Equal(expected.CountBy(p => p.Levels).Select(p => (p.Key, (long)p.Value)).OrderBy(p => p.Key), counts.All());
        for (var rule = 0; rule < Rules.Length; rule++)
        {
            var made = expected.Where(p => (p.Rules >> rule & 1) != 0).ToArray();
            Assert.Equal(made.CountBy(p => p.Levels).Select(p => (p.Key, (long)p.Value)).OrderBy(p => p.Key), counts.Of(rule));
            Assert.Equal(made.Count(p => BitOperations.TrailingZeroCount(p.Rules) == rule), counts.New(rule));
        }
    }

    [Theory]
    [InlineData(31, 5000, double.NegativeInfinity)]
    [InlineData(32, 5000, 0)]
    [InlineData(33, 20, 2.5)]
    [InlineData(34, 5000, 4)]
    [InlineData(35, 5000, double.PositiveInfinity)]
    public void Scored_pairs_are_those_of_all_pairs_at_or_above_the_bound(int seed, int largestBlock, double lowest)
    {
        const int count = 110;
        var records = SmallRecords.Random(seed, count);
        var settings = SmallRecords.Settings(Rules, NaiveLevels.Comparisons, largestBlock);
        var parameters = Parameters(seed);
        var expected = SmallRecords.AllPairs(count)
            .Where(p => SmallRecords.RulesOf(records, settings, p.Left, p.Right) != 0)
            .Select(p => (p.Left, p.Right, Levels: NaiveLevels.Of(records, settings.Comparisons, p.Left, p.Right)))
            .Select(p => (p.Left, p.Right, p.Levels, Weight: Weight(records, settings, parameters, p.Levels, p.Left, p.Right))).ToArray();
        var scored = PairEngine.Score(records, settings, parameters, lowest);
        Assert.Equal(expected.Length, scored.Candidates);
        var kept = expected.Where(p => p.Weight >= lowest).ToArray();
        Assert.Equal(kept.Select(p => (p.Left, p.Right, p.Levels)), scored.Left.Zip(scored.Right, scored.Levels));
        for (var i = 0; i < kept.Length; i++) Assert.Equal(kept[i].Weight, scored.Weight[i], 12);
    }

    [Fact]
    public void A_weight_equal_to_the_bound_is_kept()
    {
        var records = SmallRecords.Random(41, 60);
        var settings = SmallRecords.Settings(Rules, NaiveLevels.Comparisons);
        var all = PairEngine.Score(records, settings, Parameters(41), double.NegativeInfinity);
        var bound = all.Weight.Order().ElementAt(all.Weight.Length / 2);
        Assert.Equal(all.Weight.Count(w => w >= bound), PairEngine.Score(records, settings, Parameters(41), bound).Weight.Length);
        Assert.Equal(all.Weight.Count(w => w > bound), PairEngine.Score(records, settings, Parameters(41), Math.BitIncrement(bound)).Weight.Length);
    }

    [Fact]
    public void One_thread_and_many_give_the_same()
    {
        // Two cities among 1,500 records make over half a million pairs: several pieces of work.
        var records = SmallRecords.Random(51, 1500);
        var settings = SmallRecords.Settings(Rules, NaiveLevels.Comparisons);
        Assert.Equal(PairEngine.Count(records, settings, threads: 1).Patterns.AsEnumerable(), PairEngine.Count(records, settings, threads: 8).Patterns);
        var (one, many) = (PairEngine.Score(records, settings, Parameters(51), 0, threads: 1), PairEngine.Score(records, settings, Parameters(51), 0, threads: 8));
        Assert.Equal(one.Left.Zip(one.Right, one.Weight), many.Left.Zip(many.Right, many.Weight));
        Assert.Equal(one.Levels.AsEnumerable(), many.Levels);
        Assert.Equal(one.Candidates, many.Candidates);
        Assert.NotEmpty(one.Left);
    }

    [Fact]
    public void Without_rules_there_are_no_pairs() =>
        Assert.Equal(0, PairEngine.Score(SmallRecords.Random(61, 20), SmallRecords.Settings([], NaiveLevels.Comparisons), Parameters(61), 0).Candidates);

    /// <summary>Probabilities drawn at random, each comparison's summing to 1.</summary>
    private static MatchParameters Parameters(int seed)
    {
        var random = new Random(seed);
        return new MatchParameters(.05, Draw(true), Draw(false));

        ImmutableArray<ImmutableArray<double>> Draw(bool falling) => [.. NaiveLevels.Comparisons.Select(c =>
        {
            var drawn = Enumerable.Range(0, c.Else).Select(i => random.NextDouble() + (falling ? c.Else - i : i + .1)).ToArray();
            return drawn.Select(d => d / drawn.Sum()).ToImmutableArray();
        })];
    }

    private static double Weight(MatchRecords records, MatchSettings settings, MatchParameters parameters, ulong levels, int left, int right)
    {
        var total = parameters.PriorWeight;
        for (var i = 0; i < settings.Comparisons.Length; i++)
        {
            var level = (int)(levels >> (4 * i)) & 15;
            total += parameters.Weight(i, level);
            if (level != 1 || !settings.Comparisons[i].TermFrequency) continue;
            var values = Enumerable.Range(0, records.Fields.RowCount).Select(r => records.Fields.Text(settings.Comparisons[i].Field)[r]).OfType<string>().ToArray();
            var frequency = new[] { left, right }.Max(r => values.Count(v => v == records.Fields.Text(settings.Comparisons[i].Field)[r]) / (double)values.Length);
            total += Math.Log2(parameters.U[i][0] / Math.Max(frequency, settings.LowestTermFrequency));
        }

        return total;
    }
}
