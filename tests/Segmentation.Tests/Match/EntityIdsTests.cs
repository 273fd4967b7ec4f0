using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class EntityIdsTests
{
    /// <summary>Returns the entities of groups written as <c>a b | c</c>: each group is held together by a decision.</summary>
    internal static EntityAssignment Assign(string groups, EntityMemory? memory = null, EntityKind kind = EntityKind.Accounts)
    {
        string[][] parts = [.. groups.Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(g => g.Split(' '))];
        var records = Pairs.Records(kind, [.. parts.SelectMany(p => p)]);
        var decisions = MatchDecisions.Of(parts.Where(p => p.Length > 1).Select(p => new MatchDecision(kind, true, [.. p])));
        return EntityIds.Assign(Pairs.Cluster(Pairs.Of(records, Array.Empty<string>()), decisions), memory ?? EntityMemory.Empty);
    }

    /// <summary>Returns entities as text: <c>A-a: a b | A-c: c</c>.</summary>
    internal static string Shown(EntityAssignment entities) => string.Join(" | ", entities.Rows()
        .Select((rows, e) => (Id: entities.EntityIds[e], Records: string.Join(' ', rows.Select(r => entities.RecordIds[r]).Order(StringComparer.Ordinal))))
        .OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => $"{e.Id}: {e.Records}"));

    internal static EntityMemory After(params string[] runs) => runs.Aggregate(EntityMemory.Empty, (memory, run) => memory.After(Assign(run, memory)));

    [Fact]
    public void A_first_run_names_entities_by_their_smallest_record()
    {
        Assert.Equal("A-a: a c | A-b: b", Shown(Assign("c a | b")));
        Assert.Equal("C-a: a", Shown(Assign("a", kind: EntityKind.Contacts)));
    }

    [Fact]
    public void No_records_are_no_entities() => Assert.Empty(Assign("").EntityIds);

    [Fact]
    public void New_records_do_not_change_ids_even_where_their_own_id_is_smaller() =>
        Assert.Equal("A-aa: aa | A-b: a b c | A-d: d", Shown(Assign("aa | a b c | d", After("b c | d"))));

    [Fact]
    public void The_part_with_most_records_keeps_the_id_and_the_other_gets_one_of_its_own() =>
        Assert.Equal("A-a: b c d | A-a-2: a", Shown(Assign("a | b c d", After("a b c d"))));

    [Fact]
    public void Of_parts_of_one_size_that_with_the_smallest_record_keeps_the_id() =>
        Assert.Equal("A-a: a d | A-b: b c", Shown(Assign("b c | a d", After("a b c d"))));

    [Fact]
    public void A_merged_entity_has_the_id_that_most_of_its_records_had_and_of_equals_the_smallest()
    {
        Assert.Equal("A-b: a b c", Shown(Assign("a b c", After("a | b c"))));
        Assert.Equal("A-a: a b", Shown(Assign("a b", After("a | b"))));
    }

    [Fact]
    public void A_part_that_loses_its_id_to_a_larger_one_keeps_the_next_it_has_a_share_in() =>
        // d was with a, b, c and is with x now: x's entity goes on.
        Assert.Equal("A-a: a b c | A-x: d x", Shown(Assign("a b c | d x", After("a b c d | x"))));

    [Fact]
    public void A_retired_id_is_never_given_to_anything_else()
    {
        // a is merged into b's entity, which the other two make larger; later all three leave the export and a new record is called a.
        var memory = After("a | b c", "a b c");
        Assert.Contains(memory.Rows, r => r is { Entity: "A-a", Record: null, State: EntityMemoryState.Retired });
        Assert.Equal("A-a-2: a | A-b: b c", Shown(Assign("a | b c", memory)));
    }

    [Fact]
    public void A_record_that_comes_back_has_its_entity_back() =>
        Assert.Equal("A-a: a b | A-c: c", Shown(Assign("a b | c", After("a b | c", "c"))));

    [Fact]
    public void An_id_that_a_record_spells_already_is_not_taken_twice() =>
        Assert.Equal("A-a: b | A-a-2: a | A-a-2-2: a-2 | A-a-2-2-2: a-2-2", Shown(Assign("a | b | a-2 | a-2-2", EntityMemory.Read("kind,record,entity,state\naccounts,b,A-a,present\n", "entities.csv"))));

    [Fact]
    public void Records_without_an_id_are_not_remembered_but_their_entitys_id_is()
    {
        var records = Pairs.Records(EntityKind.Accounts, "row 1", "b", "row 3");
        var clusters = Pairs.Cluster(Pairs.Of(records, [(0, 1, 5)]));
        var entities = EntityIds.Assign(clusters, EntityMemory.Empty);
        Assert.Equal("A-b: b row 1 | A-row 3: row 3", Shown(entities));
        Assert.Equal("accounts,,A-row 3,retired\naccounts,b,A-b,present\n", EntityMemory.Empty.After(entities).Write()["kind,record,entity,state\n".Length..]);
    }

    [Fact]
    public void A_repeated_id_counts_once()
    {
        // Three rows of x would outvote y and z.
        var records = Pairs.Records(EntityKind.Accounts, "x", "x", "x", "y", "z");
        var clusters = Pairs.Cluster(Pairs.Of(records, [(0, 3, 5), (3, 4, 5)]));
        Assert.Equal("A-y", EntityIds.Assign(clusters, After("x | y z")).EntityIds.Single());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ids_are_unique_stable_and_never_reused_over_runs_that_join_part_and_renew_at_random(int seed)
    {
        var random = new Random(seed);
        for (var story = 0; story < 30; story++)
        {
            var memory = EntityMemory.Empty;
            var ever = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
            for (var run = 0; run < 8; run++)
            {
                var groups = Drawn(random);
                var entities = Assign(string.Join(" | ", groups.Select(g => string.Join(' ', g))), memory);
                Assert.Equal(groups.Length, entities.EntityIds.Distinct(StringComparer.Ordinal).Count());

                // Order of rows and groups does not matter.
                random.Shuffle(groups);
                foreach (var group in groups) random.Shuffle(group);
                Assert.Equal(Shown(entities), Shown(Assign(string.Join(" | ", groups.Select(g => string.Join(' ', g))), memory)));

                // An id goes on only where a record that once had it does.
                foreach (var (rows, e) in entities.Rows().Select((rows, e) => (rows, e)))
                {
                    string[] records = [.. rows.Select(r => entities.RecordIds[r])];
                    if (ever.TryGetValue(entities.EntityIds[e], out var had)) Assert.Contains(records, had.Contains);
                    else ever[entities.EntityIds[e]] = had = new HashSet<string>(StringComparer.Ordinal);
                    had.UnionWith(records);
                }

                memory = memory.After(entities);
                Assert.Equal(Shown(entities), Shown(Assign(string.Join(" | ", groups.Select(g => string.Join(' ', g))), memory)));
                Assert.Equal(memory.Write(), EntityMemory.Read(memory.Write(), "entities.csv").Write());
                Assert.Equal(memory.Write(), memory.After(entities).Write());

                // New records change nothing for the old.
                var grown = Assign(string.Join(" | ", groups.Select((g, i) => string.Join(' ', i % 2 == 0 ? [.. g, $"a{i}", $"z{i}"] : g)).Append("0new")), memory);
                Assert.All(Enumerable.Range(0, grown.RecordIds.Length), r =>
                {
                    var before = entities.RecordIds.IndexOf(grown.RecordIds[r]);
                    if (before >= 0) Assert.Equal(entities.EntityIds[entities.Entity[before]], grown.EntityIds[grown.Entity[r]]);
                });
            }
        }
    }

    private static string[][] Drawn(Random random) => [.. Enumerable.Range(0, 14).Where(_ => random.Next(5) > 0).Select(i => $"r{i:00}")
        .GroupBy(_ => random.Next(7)).Select(g => g.ToArray())];
}
