using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;

namespace Segmentation.Tests.Match;

/// <summary>Records for a test, and pairs told the slow way.</summary>
internal static class SmallRecords
{
    public static MatchRecords Of(params (string Field, string?[] Values)[] fields) => new()
    {
        Kind = EntityKind.Contacts,
        Ids = [.. Enumerable.Range(1, fields[0].Values.Length).Select(i => $"row {i}")],
        Fields = new Table("records", fields.Select(f => Column.Of(f.Field, f.Values))),
    };

    /// <summary>Returns records of three fields with few values, one in seven missing, so that every rule and level occurs.</summary>
    public static MatchRecords Random(int seed, int records)
    {
        var random = new Random(seed);
        string[] names = ["anna", "ana", "hanna", "ann", "bob", "bobby", "rob", "maria jose", "jose maria", "maria", "x", ""];
        string[] domains = ["a.example", "b.example", "c.example", "ab.example"];
        string[] cities = ["rome", "roma", "paris"];
        return Of(("name", Draw(names)), ("domain", Draw(domains)), ("city", Draw(cities)));

        string?[] Draw(string[] values) => [.. Enumerable.Range(0, records).Select(_ => random.Next(7) == 0 ? null : values[random.Next(values.Length)])];
    }

    public static MatchSettings Settings(ImmutableArray<BlockingRule> blocking, ImmutableArray<Comparison> comparisons, int largestBlock = 5000) =>
        new() { Blocking = blocking, Comparisons = comparisons, Deterministic = [], LargestBlock = largestBlock };

    /// <summary>Returns the rules that make a pair, bit by bit, from the definition: all fields present and the same, and no more records than allowed share them.</summary>
    public static uint RulesOf(MatchRecords records, MatchSettings settings, int left, int right)
    {
        var rules = 0u;
        for (var rule = 0; rule < settings.Blocking.Length; rule++)
        {
            var fields = settings.Blocking[rule].Fields.Select(records.Fields.Text).ToArray();
            var sharing = Enumerable.Range(0, records.Fields.RowCount).Count(r => Share(left, r));
            if (Share(left, right) && sharing <= settings.LargestBlock) rules |= 1u << rule;

            bool Share(int a, int b) => fields.All(f => f[a] is { } value && value == f[b]);
        }

        return rules;
    }

    public static IEnumerable<(int Left, int Right)> AllPairs(int records) =>
        from left in Enumerable.Range(0, records)
        from right in Enumerable.Range(left + 1, records - left - 1)
        select (left, right);
}
