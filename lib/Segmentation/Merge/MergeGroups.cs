using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Merge;

/// <summary>The groups of one export that are merged: who stays, who goes, and where each id leads.</summary>
internal sealed class MergeGroups
{
    private readonly Dictionary<string, string> survivors = new(StringComparer.Ordinal);

    private MergeGroups(Export export, EntityAssignment entities, RecordOrder order)
    {
        (Export, Entities, Order) = (export, entities, order);
        var rowsOf = new List<int>[entities.EntityIds.Length];
        for (var row = 0; row < entities.Entity.Length; row++) (rowsOf[entities.Entity[row]] ??= []).Add(row);
        TornIds = Torn();
        var groups = ImmutableArray.CreateBuilder<MergeGroup>();
        var leftOut = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var entity = 0; entity < rowsOf.Length; entity++)
        {
            if (rowsOf[entity] is not { Count: > 1 } rows) continue;
            if (rows.Any(r => order.Id(r) is { } id && TornIds.Contains(id)))
            {
                leftOut.Add([.. rows]);
                continue;
            }

            rows.Sort(order.Compare);
            groups.Add(new(entities.EntityIds[entity], [.. rows], order.Decided(rows[0], rows[1])));
        }

        (Groups, LeftOut) = (groups.ToImmutable(), leftOut.ToImmutable());
        Ids = Enumerable.Range(0, entities.Entity.Length).Select(order.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Removed = [.. Groups.SelectMany(g => g.Rows.Skip(1)).Order()];
        foreach (var group in Groups)
        {
            foreach (var row in group.Rows)
            {
                // A record with an id comes before those without, so the master has one where any has.
                if (order.Id(row) is { } id && id != order.Id(group.Master)) survivors[id] = order.Id(group.Master)!;
            }
        }
    }

    public Export Export { get; }

    public EntityAssignment Entities { get; }

    public RecordOrder Order { get; }

    /// <summary>Gets the groups merged, in the order of their entities.</summary>
    public ImmutableArray<MergeGroup> Groups { get; }

    /// <summary>Gets the zero-based rows of groups that are not merged, because an id of theirs also stands in another entity.</summary>
    public ImmutableArray<ImmutableArray<int>> LeftOut { get; }

    /// <summary>Gets the zero-based rows that go, ascending.</summary>
    public ImmutableArray<int> Removed { get; }

    /// <summary>Gets the ids of the records, those that go and those that stay.</summary>
    public IReadOnlySet<string> Ids { get; }

    /// <summary>Gets the ids that rows of more than one entity have.</summary>
    public IReadOnlySet<string> TornIds { get; }

    /// <summary>Gets the ids that go with the id that stays in their place.</summary>
    public IReadOnlyDictionary<string, string> Survivors => survivors;

    /// <summary>Returns the groups of an assignment.</summary>
    /// <exception cref="MergeException">The assignment was made for other records.</exception>
    public static MergeGroups Of(Workspace workspace, EntityAssignment entities, EntityKind kind, SurvivorshipRules rules)
    {
        if (entities.Kind != kind) throw new ArgumentException($"The entities are of {SnakeName.Words(entities.Kind)}; {SnakeName.Words(kind)} are merged by entities of {SnakeName.Words(kind)}.", nameof(entities));
        var export = workspace.Require(kind);
        var order = new RecordOrder(workspace, export, rules);
        if (entities.Entity.Length != export.Table.RowCount || entities.RecordIds.Length != export.Table.RowCount)
            throw Foreign(FormattableString.Invariant($"entities for {entities.Entity.Length} records"), FormattableString.Invariant($"one for each of the {export.Table.RowCount} rows of {export.File}"));
        for (var row = 0; row < entities.Entity.Length; row++)
        {
            if (entities.Entity[row] < 0 || entities.Entity[row] >= entities.EntityIds.Length)
                throw Foreign(FormattableString.Invariant($"entity {entities.Entity[row]} on row {row + 1}"), FormattableString.Invariant($"a number from 0 to {entities.EntityIds.Length - 1}"));
            if (order.Id(row) is { } id && id != entities.RecordIds[row])
                throw Foreign($"'{entities.RecordIds[row]}' on row {FormattableString.Invariant($"{row + 1}")}", $"'{id}', the id in {export.File}");
        }

        return new MergeGroups(export, entities, order);

        MergeException Foreign(string found, string expected) =>
            new($"the entities of {SnakeName.Words(kind)} were not made from this export", found, expected, "Match the workspace that is merged, and merge before anything else changes it.");
    }

    /// <summary>Returns the id of the entity of a record.</summary>
    public string EntityOf(int row) => Entities.EntityIds[Entities.Entity[row]];

    /// <summary>Returns the ids that rows of more than one entity have.</summary>
    private HashSet<string> Torn()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var torn = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < Entities.Entity.Length; row++)
        {
            if (Order.Id(row) is { } id && !first.TryAdd(id, Entities.Entity[row]) && first[id] != Entities.Entity[row]) torn.Add(id);
        }

        return torn;
    }
}
