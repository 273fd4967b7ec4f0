using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Standardize;

/// <summary>Brings the values of picklists to the values of their lists: industry, segment, account type, country, department and the like, on accounts and contacts.</summary>
public static class PicklistStandardization
{
    /// <summary>Returns what standardising would do, and changes nothing.</summary>
    /// <param name="workspace">The exports and their lists. A role without a list in the decisions or in <c>workspace.yaml</c> has its own values clustered: the most
    /// frequent spelling is the target; countries then have the names of ISO 3166-1.</param>
    /// <param name="decisions">What a person decided. Default: nothing.</param>
    /// <param name="options">Roles, limits, and which methods need no approval. Default: <see cref="PicklistOptions.Default"/>.</param>
    /// <param name="lastRun">The values that the last run saw; null where nothing is remembered.</param>
    /// <exception cref="WorkspaceException">The decisions contradict themselves or the lists; the message names the lines.</exception>
    /// <remarks>Each distinct value is solved once, however many rows hold it. The key methods are those of OpenRefine's clustering; the edit distance is Damerau's, scaled
    /// with the length of each word; the sound is American Soundex.</remarks>
    public static PicklistProposals Propose(Workspace workspace, PicklistDecisions? decisions = null, PicklistOptions? options = null, SeenValues? lastRun = null) =>
        Proposals(Maps(workspace, decisions ??= PicklistDecisions.Empty, options ??= PicklistOptions.Default, lastRun), workspace, decisions, options, lastRun);

    /// <summary>Returns the workspace with every value replaced whose target is approved or needs no approval. Applied twice, it changes nothing more.</summary>
    /// <param name="workspace">The exports and their lists, as for <see cref="Propose"/>.</param>
    /// <param name="decisions">What a person decided. Default: nothing.</param>
    /// <param name="options">Roles, limits, and which methods need no approval. Default: <see cref="PicklistOptions.Default"/>.</param>
    /// <param name="lastRun">The values that the last run saw; null where nothing is remembered.</param>
    /// <exception cref="WorkspaceException">The decisions contradict themselves or the lists; the message names the lines.</exception>
    public static PicklistResult Apply(Workspace workspace, PicklistDecisions? decisions = null, PicklistOptions? options = null, SeenValues? lastRun = null)
    {
        var maps = Maps(workspace, decisions ??= PicklistDecisions.Empty, options ??= PicklistOptions.Default, lastRun);
        var changes = ImmutableArray.CreateBuilder<TableChange>();
        var result = workspace;
        foreach (var byExport in maps.GroupBy(m => m.Export, ReferenceEqualityComparer.Instance).Select(g => g.ToArray()))
        {
            var export = byExport[0].Export;
            var byColumn = byExport.ToDictionary(m => m.Column.Name, StringComparer.OrdinalIgnoreCase);
            var table = byExport.Where(m => m.Field.RecordsMoved > 0).Aggregate(export.Table, (t, map) => t.With(map.Applied()));
            if (ReferenceEquals(table, export.Table)) continue;
            changes.Add(TableChange.Between("standardise picklists", export.Table, table, StandardizeKeys.Of(export), (row, column) => byColumn[column].Reason(row)));
            result = result.With(result.Exports[workspace.Exports.IndexOf(export)], table);
        }

        return new PicklistResult { Workspace = result, Changes = changes.ToImmutable(), Proposals = Proposals(maps, workspace, decisions, options, lastRun) };
    }

    private static List<PicklistFieldMap> Maps(Workspace workspace, PicklistDecisions decisions, PicklistOptions options, SeenValues? lastRun)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var arr = ArrAtStake.Of(workspace);
        var maps = new List<PicklistFieldMap>();
        foreach (var export in new[] { EntityKind.Accounts, EntityKind.Contacts }.Select(workspace.Find).OfType<Export>())
        {
            foreach (var role in options.Roles.Union(decisions.Roles.Keys))
            {
                if (export.Find(role) is TextColumn column) maps.Add(PicklistFieldMap.Of(workspace, export, column, role, decisions, options, lastRun, arr));
            }
        }

        return maps;
    }

    private static PicklistProposals Proposals(List<PicklistFieldMap> maps, Workspace workspace, PicklistDecisions decisions, PicklistOptions options, SeenValues? lastRun)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (maps.Count == 0) notes.Add("No column of accounts or contacts plays a role whose values come from a list.");
        if (lastRun is null) notes.Add("No memory of the last run (values.csv): which values are new cannot be said.");
        foreach (var field in maps.Select(m => m.Field).Where(f => f.KeysOnly > 0))
            notes.Add(Invariant($"{field.Table}, {field.Field}: {field.KeysOnly:#,0} of {field.ValuesBefore:#,0} values, the least frequent, were compared by keys only."));
        foreach (var export in workspace.Exports.Where(e => e.Kind is EntityKind.Accounts or EntityKind.Contacts))
        {
            foreach (var (role, column) in options.Roles.Select(r => (r, export.Find(r))).Where(c => c.Item2 is not null and not TextColumn))
                notes.Add($"{export.File}, {column!.Name}: holds {column.Type.ToString().ToLowerInvariant()} values, so {SnakeName.Words(role)} was left as it is.");
        }

        return new PicklistProposals
        {
            Options = options,
            Decisions = decisions,
            Fields = [.. maps.Select(m => m.Field)],
            Values = [.. maps.SelectMany(m => m.Proposals)],
            Seen = new SeenValues
            {
                Roles = maps.GroupBy(m => m.Role).ToImmutableSortedDictionary(g => g.Key, g => g.SelectMany(m => m.Proposals).Select(p => p.Value).ToImmutableSortedSet(StringComparer.Ordinal)),
            },
            Notes = notes.ToImmutable(),
        };
    }
}
