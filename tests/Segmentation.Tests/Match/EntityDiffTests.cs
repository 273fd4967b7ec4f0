using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class EntityDiffTests
{
    private static EntityDiff Between(string now, params string[] runs)
    {
        var memory = EntityIdsTests.After(runs);
        return EntityDiff.Between(memory, EntityIdsTests.Assign(now, memory));
    }

    private static string[] Shown(EntityDiff diff) =>
        [.. diff.Changes.Select(c => $"{c.Kind} {c.Entity}: {string.Join(' ', c.Records)}{(c.Others.Length == 0 ? string.Empty : " / " + string.Join(' ', c.Others))}")];

    [Fact]
    public void The_same_entities_are_unchanged()
    {
        var diff = Between("c | b a", "a b | c");
        Assert.Empty(diff.Changes);
        Assert.Equal((2, 2, 2), (diff.Before, diff.After, diff.Unchanged));
    }

    [Fact]
    public void A_first_run_has_only_new_entities() => Assert.Equal(["New A-a: a b", "New A-c: c"], Shown(Between("a b | c")));

    [Fact]
    public void What_the_export_brings_and_takes_is_told_from_what_the_matching_does()
    {
        var diff = Between("a n | c d | g | h i", "a | b | c | d | e f g | h i");
        Assert.Equal(
            ["Gone A-b: b", "Grown A-a: n", "Shrunk A-e: e f", "Merged A-c: d / A-d"],
            Shown(diff));
        Assert.Equal([false, false, false, true], diff.Changes.Select(c => c.ByMatching));
        Assert.Equal(1, diff.Unchanged);
    }

    [Fact]
    public void A_split_names_the_records_that_left_and_where_they_went() =>
        Assert.Equal(["Split A-a: c d / A-c A-d"], Shown(Between("a b | c | d", "a b c d")));

    [Fact]
    public void A_record_that_changes_its_entity_splits_the_one_and_merges_into_the_other() =>
        Assert.Equal(["Split A-a: d / A-x", "Merged A-x: d / A-a"], Shown(Between("a b c | d x", "a b c d | x")));

    [Fact]
    public void A_record_that_comes_back_grows_its_entity_and_is_not_reported_gone_twice()
    {
        Assert.Equal(["Grown A-a: b"], Shown(Between("a b", "a b", "a")));
        Assert.Empty(Between("a", "a b", "a").Changes);
    }

    [Fact]
    public void An_entity_that_comes_back_whole_is_new_to_the_export() => Assert.Equal(["New A-b: b"], Shown(Between("a | b", "a | b", "a")));

    [Fact]
    public void Records_without_an_id_are_counted_and_not_followed()
    {
        var entities = EntityIds.Assign(Pairs.Cluster(Pairs.Of(Pairs.Records(EntityKind.Accounts, "a", "row 2"), Array.Empty<string>())), EntityMemory.Empty);
        var diff = EntityDiff.Between(EntityMemory.Empty, entities);
        Assert.Equal(["New A-a: a"], Shown(diff));
        Assert.Equal(1, diff.NotFollowed);
    }

    [Fact]
    public void Every_kind_of_change_is_a_row_also_without_entities()
    {
        var table = Between("a", "a").ToTable();
        Assert.Equal(["new", "gone", "grown", "shrunk", "split", "merged", "unchanged"], Enumerable.Range(0, table.RowCount).Select(r => table.Text("change")[r]!));
        Assert.Equal([0, 0, 0, 0, 0, 0, 1.0], table.Number("entities").Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_changes_account_for_every_record_that_came_went_or_moved(int seed)
    {
        var random = new Random(seed);
        var memory = EntityMemory.Empty;
        for (var run = 0; run < 60; run++)
        {
            var groups = Enumerable.Range(0, 14).Where(_ => random.Next(4) > 0).Select(i => $"r{i:00}").GroupBy(_ => random.Next(6)).Select(g => string.Join(' ', g));
            var entities = EntityIdsTests.Assign(string.Join(" | ", groups), memory);
            var diff = EntityDiff.Between(memory, entities);
            var was = memory.Rows.Where(r => r.State == EntityMemoryState.Present).ToDictionary(r => r.Record!, r => r.Entity);
            var now = entities.RecordIds.Select((id, r) => (id, entities.EntityIds[entities.Entity[r]])).ToDictionary(p => p.id, p => p.Item2);
            Assert.Equal(now.Keys.Except(was.Keys).Order(StringComparer.Ordinal), Records(diff, EntityChangeKind.New, EntityChangeKind.Grown));
            Assert.Equal(was.Keys.Except(now.Keys).Order(StringComparer.Ordinal), Records(diff, EntityChangeKind.Gone, EntityChangeKind.Shrunk));
            Assert.Equal(was.Keys.Where(r => now.TryGetValue(r, out var e) && e != was[r]).Order(StringComparer.Ordinal), Records(diff, EntityChangeKind.Split, EntityChangeKind.Merged));
            memory = memory.After(entities);
            Assert.Empty(EntityDiff.Between(memory, entities).Changes);
        }

        static IEnumerable<string> Records(EntityDiff diff, params EntityChangeKind[] kinds) =>
            diff.Changes.Where(c => kinds.Contains(c.Kind)).SelectMany(c => c.Records).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}
