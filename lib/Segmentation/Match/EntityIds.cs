using System.Collections.Immutable;
using Segmentation.Load;
using static System.FormattableString;

namespace Segmentation.Match;

/// <summary>Gives each cluster the id of an entity, the same from run to run.</summary>
public static class EntityIds
{
    /// <summary>Returns the entities that clusters are: a cluster keeps the id that most of its records had, and of several parts of one
    /// entity the one with most of its records keeps the id. Others get a new id, made from their smallest record id.</summary>
    /// <param name="clusters">The clusters.</param>
    /// <param name="memory">Which record belonged to which entity before.</param>
    /// <returns>One entity a group of records, those of one record included. Ids begin with <c>A-</c> for accounts and <c>C-</c> for contacts.
    /// Neither the order of rows nor new records change an id; an id that was ever given is not given to anything else.</returns>
    /// <remarks>Shares of records are taken from the largest down: of those that tie, the smallest entity id first, then the part with the smallest
    /// record id; all by ordinal. A part that loses the id to a larger one takes the next it has a share in, if that is free.</remarks>
    public static EntityAssignment Assign(ClustersResult clusters, EntityMemory memory)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(memory);
        var (kind, recordIds) = (clusters.Records.Kind, clusters.Records.Ids);
        var smallest = Smallest(clusters);
        var ids = new string?[clusters.GroupCount];
        var given = memory.Rows.Where(r => r.Kind == kind).Select(r => r.Entity).ToHashSet(StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (group, entity, _) in Shares(clusters, memory)
            .OrderByDescending(s => s.Records).ThenBy(s => s.Entity, StringComparer.Ordinal).ThenBy(s => smallest[s.Group], StringComparer.Ordinal))
        {
            if (ids[group] is null && kept.Add(entity)) ids[group] = entity;
        }

        var unnamed = Enumerable.Range(0, ids.Length).Where(g => ids[g] is null).ToList();
        OrdinalOrder.Sort(unnamed, (a, b) => string.CompareOrdinal(smallest[a], smallest[b]));
        given.EnsureCapacity(given.Count + unnamed.Count);
        foreach (var group in unnamed) ids[group] = New(smallest[group]);
        return new EntityAssignment { Kind = kind, RecordIds = recordIds, Entity = clusters.Group, EntityIds = [.. ids.Select(i => i!)] };

        string New(string record)
        {
            var id = $"{(kind == EntityKind.Accounts ? 'A' : 'C')}-{record}";
            for (var number = 2; !given.Add(id); number++) id = Invariant($"{(kind == EntityKind.Accounts ? 'A' : 'C')}-{record}-{number}");
            return id;
        }
    }

    /// <summary>Returns how many records each group has of each entity that was; a repeated id is one record.</summary>
    private static IEnumerable<(int Group, string Entity, int Records)> Shares(ClustersResult clusters, EntityMemory memory)
    {
        var entityOf = memory.Rows.Where(r => r.Kind == clusters.Records.Kind && r.Record is not null).ToDictionary(r => r.Record!, r => r.Entity, StringComparer.Ordinal);
        if (entityOf.Count == 0) return [];
        var counted = new HashSet<string>(StringComparer.Ordinal);
        var shares = new Dictionary<(int Group, string Entity), int>();
        for (var row = 0; row < clusters.Group.Length; row++)
        {
            var record = clusters.Records.Ids[row];
            if (entityOf.TryGetValue(record, out var entity) && counted.Add(record)) shares[(clusters.Group[row], entity)] = shares.GetValueOrDefault((clusters.Group[row], entity)) + 1;
        }

        return shares.Select(s => (s.Key.Group, s.Key.Entity, s.Value));
    }

    /// <summary>Returns the smallest record id of each group; a row without an id counts only where the group has no other.</summary>
    private static string[] Smallest(ClustersResult clusters)
    {
        var smallest = new (string Id, bool IsRow)[clusters.GroupCount];
        for (var row = 0; row < clusters.Group.Length; row++)
        {
            var (id, known) = (clusters.Records.Ids[row], smallest[clusters.Group[row]]);
            var isRow = EntityAssignment.IsNameOfRow(id, row);
            if (known.Id is null || (known.IsRow && !isRow) || (known.IsRow == isRow && string.CompareOrdinal(id, known.Id) < 0)) smallest[clusters.Group[row]] = (id, isRow);
        }

        return [.. smallest.Select(s => s.Id)];
    }
}
