using Segmentation.Match;
using Segmentation.Text;

namespace Segmentation.Tests.Match;

public sealed class PairComparerTests
{
    private static int Level(string? left, string? right, LevelTest test, double threshold)
    {
        var records = SmallRecords.Of(("field", [left, right]));
        return (int)PairComparer.Of(records, [new("c", "field", [ComparisonLevel.Of("level", "field", test, threshold)])]).Levels(0, 1);
    }

    // MARTHA/MARHTA: Jaro-Winkler .961111 (Winkler 1990). kitten/sitting: Levenshtein 3. helathcare: one swap, two substitutions.
    // {a b c}/{b c d}: 2 of 4 words shared. "anna" begins with "ann": three letters.
    [Theory]
    [InlineData("ann", "ann", LevelTest.Exact, 0, 1)]
    [InlineData("ann", "Ann", LevelTest.Exact, 0, 2)]
    [InlineData("MARTHA", "MARHTA", LevelTest.JaroWinkler, .96, 1)]
    [InlineData("MARTHA", "MARHTA", LevelTest.JaroWinkler, .97, 2)]
    [InlineData("ann", "ann", LevelTest.JaroWinkler, 1, 1)]
    [InlineData("kitten", "sitting", LevelTest.Levenshtein, 3, 1)]
    [InlineData("kitten", "sitting", LevelTest.Levenshtein, 2, 2)]
    [InlineData("helathcare", "healthcare", LevelTest.Damerau, 1, 1)]
    [InlineData("helathcare", "healthcare", LevelTest.Levenshtein, 1, 2)]
    [InlineData("ann", "ann", LevelTest.Damerau, 0, 1)]
    [InlineData("a b c", "b  c d", LevelTest.Jaccard, .5, 1)]
    [InlineData("a b c", "b c d", LevelTest.Jaccard, .51, 2)]
    [InlineData("a b a", "b a", LevelTest.Jaccard, 1, 1)]
    [InlineData(" ", "", LevelTest.Jaccard, .1, 2)]
    [InlineData("ann", "anna", LevelTest.Prefix, 3, 1)]
    [InlineData("anna", "ann", LevelTest.Prefix, 4, 2)]
    [InlineData("anna", "anno", LevelTest.Prefix, 1, 2)]
    [InlineData("ann", "ann", LevelTest.Prefix, 3, 1)]
    [InlineData("ann", "ann", LevelTest.Prefix, 4, 2)]
    public void A_value_on_the_bound_is_on_the_level(string left, string right, LevelTest test, double threshold, int level)
    {
        Assert.Equal(level, Level(left, right, test, threshold));
        Assert.Equal(level, Level(right, left, test, threshold));
    }

    [Fact]
    public void The_exact_similarity_is_on_its_own_bound()
    {
        var similarity = JaroWinkler.Similarity("DWAYNE", "DUANE");
        Assert.Equal(1, Level("DWAYNE", "DUANE", LevelTest.JaroWinkler, similarity));
        Assert.Equal(2, Level("DWAYNE", "DUANE", LevelTest.JaroWinkler, Math.BitIncrement(similarity)));
    }

    [Theory]
    [InlineData(null, "ann")]
    [InlineData("ann", null)]
    [InlineData(null, null)]
    public void A_missing_value_is_level_0(string? left, string? right)
    {
        foreach (var test in Enum.GetValues<LevelTest>()) Assert.Equal(0, Level(left, right, test, 1));
    }

    [Fact]
    public void A_condition_on_a_missing_value_fails_and_the_next_level_is_asked()
    {
        var records = SmallRecords.Of(("name", ["anna", "hanna"]), ("domain", ["a.example", null]));
        Comparison name = new("name", "name", [
            new("same domain, similar name", [new("domain", LevelTest.Exact), new("name", LevelTest.JaroWinkler, .8)]),
            ComparisonLevel.Of("similar name", "name", LevelTest.JaroWinkler, .8)]);
        Assert.Equal(2UL, PairComparer.Of(records, [name]).Levels(0, 1));
    }

    [Fact]
    public void Each_comparison_has_its_four_bits()
    {
        var records = SmallRecords.Of(("a", ["x", "x"]), ("b", ["x", "y"]), ("c", ["x", null]));
        var comparisons = new[] { "a", "b", "c", "a" }.Select(f => new Comparison(f, f, [ComparisonLevel.Of("same", f, LevelTest.Exact)]));
        var levels = PairComparer.Of(records, [.. comparisons]).Levels(0, 1);
        Assert.Equal(0x1021UL, levels);
        Assert.Equal([1, 2, 0, 1], Enumerable.Range(0, 4).Select(c => PairComparer.LevelOf(levels, c)));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Levels_are_those_of_the_definition_on_every_pair(int seed)
    {
        var records = SmallRecords.Random(seed, 70);
        var comparisons = NaiveLevels.Comparisons;
        var comparer = PairComparer.Of(records, comparisons);
        foreach (var (left, right) in SmallRecords.AllPairs(70)) Assert.Equal(NaiveLevels.Of(records, comparisons, left, right), comparer.Levels(left, right));
    }

    [Fact]
    public void Long_and_foreign_texts_are_compared_too()
    {
        var random = new Random(5);
        string[] letters = ["a", "b", "ä", "é", "Ж", "名", "😀", "\u0000", "\u0141", " "];
        int[] lengths = [0, 1, 2, 7, 15, 16, 17, 31, 32, 33, 63, 64, 65, 90, 130, 260];
        var values = lengths.Select(length => string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]))).ToArray();
        var records = SmallRecords.Of(("name", [.. values, .. values.Select(v => v.Length > 2 ? v[1..] + "q" : v)]), ("domain", new string?[32]), ("city", new string?[32]));
        var comparer = PairComparer.Of(records, NaiveLevels.Comparisons);
        foreach (var (left, right) in SmallRecords.AllPairs(32)) Assert.Equal(NaiveLevels.Of(records, NaiveLevels.Comparisons, left, right), comparer.Levels(left, right));
    }

    [Fact]
    public void A_pair_is_compared_without_allocating()
    {
        var records = SmallRecords.Random(13, 50);
        var comparer = PairComparer.Of(records, NaiveLevels.Comparisons);
        var levels = 0UL;
        foreach (var (left, right) in SmallRecords.AllPairs(50)) levels |= comparer.Levels(left, right);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var right = 1; right < 50; right++) levels |= comparer.Levels(0, right);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.NotEqual(0UL, levels);
    }

    [Fact]
    public void Too_many_comparisons_or_levels_are_refused()
    {
        var records = SmallRecords.Of(("a", ["x"]));
        var level = ComparisonLevel.Of("same", "a", LevelTest.Exact);
        Comparison one = new("a", "a", [level]);
        Assert.Throws<ArgumentException>(() => PairComparer.Of(records, [.. Enumerable.Repeat(one, 17)]));
        Assert.Throws<ArgumentException>(() => PairComparer.Of(records, [one with { Levels = [.. Enumerable.Repeat(level, 15)] }]));
        Assert.Throws<ArgumentException>(() => PairComparer.Of(records, [one with { Levels = [new("empty", [])] }]));
    }
}
