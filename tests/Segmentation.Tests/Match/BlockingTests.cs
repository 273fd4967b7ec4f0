using System.Numerics;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class BlockingTests
{
    private static readonly BlockingRule ByName = new("same name", ["name"]);
    private static readonly BlockingRule ByCity = new("same city", ["city"]);
    private static readonly BlockingRule ByBoth = new("same name and city", ["name", "city"]);

    // Names: ann three times (3 pairs), bob twice (1), one missing. Cities: rome four times (6), paris twice (1). Rows 0 and 1 share both.
    private static readonly MatchRecords Six = SmallRecords.Of(
        ("name", ["ann", "ann", "ann", "bob", "bob", null]),
        ("city", ["rome", "rome", "paris", "rome", "paris", "rome"]));

    [Fact]
    public void Counts_by_hand()
    {
        var result = Blocking.Count(Six, [ByName, ByCity, ByBoth], largestBlock: 5000);
        Assert.Equal(new BlockingRuleCount(ByName, WithKey: 5, Keys: 2, LargestBlock: 3, Pairs: 4, NewPairs: 4, LeftOut: 0, PairsLeftOut: 0), result.Rules[0]);
        // Of the seven pairs of a city one shares the name too.
        Assert.Equal(new BlockingRuleCount(ByCity, WithKey: 6, Keys: 2, LargestBlock: 4, Pairs: 7, NewPairs: 6, LeftOut: 0, PairsLeftOut: 0), result.Rules[1]);
        Assert.Equal(new BlockingRuleCount(ByBoth, WithKey: 5, Keys: 4, LargestBlock: 2, Pairs: 1, NewPairs: 0, LeftOut: 0, PairsLeftOut: 0), result.Rules[2]);
        Assert.Equal(15, result.AllPairs);
        Assert.Equal(10, result.Candidates);
        Assert.Equal(4.0 / 15, result.ToTable().Number("share of all pairs").Values[0]);
        Assert.Equal(["ann", "rome", "ann · rome"], Enumerable.Range(0, 3).Select(r => result.ToTable().Text("its key")[r]));
    }

    [Fact]
    public void A_block_as_large_as_allowed_is_kept_and_one_larger_is_left_out_and_counted()
    {
        Assert.Equal((7, 0), (Blocking.Count(Six, [ByCity], largestBlock: 4).Rules[0].Pairs, 0));
        var rule = Blocking.Count(Six, [ByCity], largestBlock: 3).Rules[0];
        Assert.Equal((1L, 1, 6L, 4), (rule.Pairs, rule.LeftOut, rule.PairsLeftOut, rule.LargestBlock));
    }

    [Fact]
    public void A_pair_of_a_block_left_out_is_new_to_a_later_rule()
    {
        // The block rome makes nothing, so the pair (0, 1), which shares it, is made by the name.
        var result = Blocking.Count(Six, [ByCity, ByName], largestBlock: 3);
        Assert.Equal((1L, 4L), (result.Rules[0].NewPairs, result.Rules[1].NewPairs));
    }

    [Theory]
    [InlineData(1, 60, 5000)]
    [InlineData(2, 90, 12)]
    [InlineData(3, 40, 3)]
    public void Pairs_are_those_of_all_pairs_that_the_definition_makes(int seed, int count, int largestBlock)
    {
        var records = SmallRecords.Random(seed, count);
        var settings = SmallRecords.Settings([new("d", ["domain"]), new("nc", ["name", "city"]), new("n", ["name"]), new("c", ["city"])], [], largestBlock);
        var rules = SmallRecords.AllPairs(count).Select(p => SmallRecords.RulesOf(records, settings, p.Left, p.Right)).ToArray();
        var result = Blocking.Count(records, settings.Blocking, largestBlock);
        for (var rule = 0; rule < settings.Blocking.Length; rule++)
        {
            Assert.Equal(rules.Count(r => (r >> rule & 1) != 0), result.Rules[rule].Pairs);
            Assert.Equal(rules.Count(r => r != 0 && BitOperations.TrailingZeroCount(r) == rule), result.Rules[rule].NewPairs);
        }
    }

    [Fact]
    public void Few_records_or_no_key_make_no_pair()
    {
        foreach (string?[] names in new string?[][] { [], ["ann"], [null, null], ["ann", "bob"] })
        {
            var result = Blocking.Count(SmallRecords.Of(("name", names)), [ByName], largestBlock: 5000);
            Assert.Equal((0L, 0L), (result.Candidates, result.Rules[0].Pairs));
            Assert.Equal(1, result.ToTable().RowCount);
        }
    }

    [Fact]
    public void The_most_frequent_key_is_hidden_under_a_mask() => Assert.True(Blocking.Count(Six, [ByName], 5000).ToTable()["its key"].IsPersonal);

    [Fact]
    public void A_rule_without_a_field_is_refused() => Assert.StartsWith(
        "Blocking rule 'all' names no field, expected at least one: every record would meet every other.",
        Assert.Throws<ArgumentException>(() => Blocking.Count(Six, [new("all", [])], 5000)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_field_that_is_not_there_is_named() => Assert.Contains(
        "'town'", Assert.Throws<KeyNotFoundException>(() => Blocking.Count(Six, [new("same town", ["town"])], 5000)).Message, StringComparison.Ordinal);
}
