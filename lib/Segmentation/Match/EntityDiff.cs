using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>What is different among the entities since the last run: what the export brought and took, told apart from what the matching joined and parted.</summary>
public sealed record EntityDiff : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"{(Kind == EntityKind.Accounts ? "account" : "contact")}-entity-changes";

    /// <summary>Gets what the records are: accounts or contacts.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Gets the number of entities in the last run.</summary>
    public required int Before { get; init; }

    /// <summary>Gets the number of entities now; those whose records have no ids, and so cannot be followed, left out.</summary>
    public required int After { get; init; }

    /// <summary>Gets the number of entities with the same records as in the last run.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Gets the number of records without an id: they cannot be followed from run to run.</summary>
    public required int NotFollowed { get; init; }

    /// <summary>Gets the differences, by kind, then entity.</summary>
    public required ImmutableArray<EntityChange> Changes { get; init; }

    /// <summary>Gets one row a difference: entity, what happened, who did it, the records it happened to, the other entities.</summary>
    public Table List => new(
        "entities changed",
        Column.Of("entity", Changes.Select(c => c.Entity)),
        Column.Of("change", Changes.Select(c => SnakeName.Words(c.Kind))),
        Column.Of("by", Changes.Select(c => By(c.ByMatching))),
        Column.Of("records", Changes.Select(c => c.Records.Length)),
        Column.Of("which", Changes.Select(c => string.Join("; ", c.Records))),
        Column.Of("from or to", Changes.Select(c => c.Others.Length == 0 ? null : string.Join("; ", c.Others))));

    /// <summary>Returns the differences between the last run and this one.</summary>
    /// <param name="previous">The memory as the last run left it: <see cref="EntityMemory.After"/> of this run would say that nothing changed.</param>
    /// <param name="current">The entities of this run.</param>
    public static EntityDiff Between(EntityMemory previous, EntityAssignment current)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(current);
        var was = previous.Rows.Where(r => r.Kind == current.Kind && r.State == EntityMemoryState.Present).ToDictionary(r => r.Record!, r => r.Entity, StringComparer.Ordinal);
        // By number, not by id: a first run gives as many ids as there are records, and none of them has to be looked up.
        var now = new Dictionary<string, int>(current.Entity.Length, StringComparer.Ordinal);
        var notFollowed = 0;
        for (var row = 0; row < current.Entity.Length; row++)
        {
            if (current.CanBeFollowed(row)) now[current.RecordIds[row]] = current.Entity[row];
            else notFollowed++;
        }

        var before = was.Values.ToHashSet(StringComparer.Ordinal);
        var lives = new bool[current.EntityIds.Length];
        foreach (var entity in now.Values) lives[entity] = true;
        var after = before.Count == 0 ? [] : current.EntityIds.Where((_, entity) => lives[entity]).ToHashSet(StringComparer.Ordinal);
        var events = new Dictionary<(string Entity, EntityChangeKind Kind), (List<string> Records, HashSet<string> Others)>();
        // An entity whose records all went elsewhere is neither gone nor new, but merged or split off.
        var stayed = was.Where(r => now.ContainsKey(r.Key)).ToArray();
        var (left, came) = (stayed.Select(r => r.Value).ToHashSet(StringComparer.Ordinal), stayed.Select(r => current.EntityIds[now[r.Key]]).ToHashSet(StringComparer.Ordinal));
        foreach (var (record, entity) in was)
        {
            if (!now.TryGetValue(record, out var number)) Add(entity, left.Contains(entity) || after.Contains(entity) ? EntityChangeKind.Shrunk : EntityChangeKind.Gone, record, null);
            else if (current.EntityIds[number] is var to && to != entity) Moved(record, entity, to);
        }

        var changes = events.Select(e => new EntityChange(
            e.Key.Entity, e.Key.Kind, [.. e.Value.Records.Order(StringComparer.Ordinal)], [.. e.Value.Others.Order(StringComparer.Ordinal)])).ToList();
        foreach (var (entity, records) in Arrived(now, was, current.EntityIds.Length))
        {
            var id = current.EntityIds[entity];
            changes.Add(new EntityChange(id, came.Contains(id) || before.Contains(id) ? EntityChangeKind.Grown : EntityChangeKind.New, records, []));
        }

        OrdinalOrder.Sort(changes, static (a, b) => a.Kind.CompareTo(b.Kind) is not 0 and var byKind ? byKind : string.CompareOrdinal(a.Entity, b.Entity));
        return new EntityDiff
        {
            Kind = current.Kind,
            Before = before.Count,
            After = lives.Count(l => l),
            Unchanged = before.Count == 0 ? 0 : before.Intersect(after, StringComparer.Ordinal).Except(changes.Select(c => c.Entity), StringComparer.Ordinal).Count(),
            NotFollowed = notFollowed,
            Changes = [.. changes],
        };

        // A whole entity that another took in is merged; what leaves an entity that lives on is split from it, and merged into another only where that lived before.
        void Moved(string record, string from, string to)
        {
            if (after.Contains(from) || !before.Contains(to)) Add(from, EntityChangeKind.Split, record, to);
            if (before.Contains(to)) Add(to, EntityChangeKind.Merged, record, from);
        }

        void Add(string entity, EntityChangeKind kind, string record, string? other)
        {
            if (!events.TryGetValue((entity, kind), out var found)) events[(entity, kind)] = found = ([], new HashSet<string>(StringComparer.Ordinal));
            found.Records.Add(record);
            if (other is not null) found.Others.Add(other);
        }
    }

    /// <summary>Returns the records that were not there before, by ordinal, for each entity that holds such records; entities in order.</summary>
    private static IEnumerable<(int Entity, ImmutableArray<string> Records)> Arrived(Dictionary<string, int> now, Dictionary<string, string> was, int entities)
    {
        var starts = new int[entities + 1];
        foreach (var (record, entity) in now)
        {
            if (!was.ContainsKey(record)) starts[entity + 1]++;
        }

        for (var entity = 0; entity < entities; entity++) starts[entity + 1] += starts[entity];
        var (records, filled) = (new string[starts[^1]], starts[..^1]);
        foreach (var (record, entity) in now)
        {
            if (!was.ContainsKey(record)) records[filled[entity]++] = record;
        }

        for (var entity = 0; entity < entities; entity++)
        {
            var own = records.AsSpan(starts[entity]..starts[entity + 1]);
            if (own.IsEmpty) continue;
            own.Sort(string.CompareOrdinal);
            yield return (entity, [.. own]);
        }
    }

    /// <summary>Returns one row a kind of difference: entities, records, and who did it. A kind without entities is still a row.</summary>
    public override Table ToTable()
    {
        var kinds = Enum.GetValues<EntityChangeKind>();
        var of = Changes.ToLookup(c => c.Kind);
        return new Table(
            "entities since the last run",
            Column.Of("change", kinds.Select(SnakeName.Words).Append("unchanged")),
            Column.Of("by", kinds.Select(k => (string?)By(new EntityChange(string.Empty, k, [], []).ByMatching)).Append(null)),
            Column.Of("entities", kinds.Select(k => of[k].Count()).Append(Unchanged)),
            Column.Of("records", kinds.Select(k => (double?)of[k].Sum(c => c.Records.Length)).Append(null), NumberFormat.Count));
    }

    private static string By(bool matching) => matching ? "matching" : "export";
}
