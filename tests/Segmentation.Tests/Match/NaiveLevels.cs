using System.Collections.Immutable;
using Segmentation.Match;
using Segmentation.Text;

namespace Segmentation.Tests.Match;

/// <summary>The levels of a pair read off the definition, value by value, to check the fast way against.</summary>
internal static class NaiveLevels
{
    /// <summary>Gets comparisons over the fields of <see cref="SmallRecords.Random"/> in which every test occurs, thresholds are shared and levels ask several fields.</summary>
    public static ImmutableArray<Comparison> Comparisons { get; } =
    [
        new("name", "name", [
            ComparisonLevel.Of("same", "name", LevelTest.Exact),
            ComparisonLevel.Of("begins", "name", LevelTest.Prefix, 3),
            ComparisonLevel.Of("one letter", "name", LevelTest.Levenshtein, 1),
            ComparisonLevel.Of("two letters", "name", LevelTest.Damerau, 2),
            ComparisonLevel.Of("alike", "name", LevelTest.JaroWinkler, .85),
            ComparisonLevel.Of("a word", "name", LevelTest.Jaccard, .3)], TermFrequency: true),
        new("domain", "domain", [
            ComparisonLevel.Of("same", "domain", LevelTest.Exact),
            new("alike, same city", [new("domain", LevelTest.JaroWinkler, .9), new("city", LevelTest.Exact)]),
            ComparisonLevel.Of("alike", "domain", LevelTest.JaroWinkler, .95)]),
        new("city", "city", [ComparisonLevel.Of("alike", "city", LevelTest.JaroWinkler, .7)], TermFrequency: true),
        new("words", "name", [ComparisonLevel.Of("same words", "name", LevelTest.Jaccard, 1), ComparisonLevel.Of("alike", "name", LevelTest.JaroWinkler, .7)]),
    ];

    public static ulong Of(MatchRecords records, ImmutableArray<Comparison> comparisons, int left, int right) =>
        comparisons.Select((c, i) => (ulong)Level(records, c, left, right) << (4 * i)).Aggregate(0UL, (all, level) => all | level);

    private static int Level(MatchRecords records, Comparison comparison, int left, int right)
    {
        if (Value(comparison.Field, left) is null || Value(comparison.Field, right) is null) return 0;
        for (var level = 0; level < comparison.Levels.Length; level++)
        {
            if (comparison.Levels[level].Conditions.All(c => Holds(c, Value(c.Field, left), Value(c.Field, right)))) return level + 1;
        }

        return comparison.Else;

        string? Value(string field, int row) => records.Fields.Text(field)[row];
    }

    private static bool Holds(LevelCondition condition, string? a, string? b) => a is not null && b is not null && condition.Test switch
    {
        LevelTest.Exact => a == b,
        LevelTest.JaroWinkler => JaroWinkler.Similarity(a, b) >= condition.Threshold,
        LevelTest.Levenshtein => EditDistance.Levenshtein(a, b) <= condition.Threshold,
        LevelTest.Damerau => EditDistance.Damerau(a, b) <= condition.Threshold,
        LevelTest.Jaccard => Jaccard([.. a.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)], [.. b.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)], a == b) >= condition.Threshold,
        LevelTest.Prefix => (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)) && Math.Min(a.Length, b.Length) >= condition.Threshold,
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static double Jaccard(HashSet<string> a, HashSet<string> b, bool equal) =>
        equal ? 1 : a.Count + b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
}
