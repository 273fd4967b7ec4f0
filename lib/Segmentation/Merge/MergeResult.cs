using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Merge;

/// <summary>A merge that is done: the workspace after it, what changed, and where every id leads.</summary>
public sealed record MergeResult : Result
{
    private MergeResult(MergePlan plan, Workspace workspace, Table arr)
    {
        (Plan, Workspace, Arr) = (plan, workspace, arr);
        ChangesByExport = [.. plan.Exports.Select(e => e.Change())];
    }

    /// <inheritdoc/>
    public override string ResultName => "merge";

    /// <summary>Gets the plan that was done, with the workspace before it.</summary>
    public MergePlan Plan { get; }

    /// <summary>Gets the workspace after the merge: one row an entity, with its id in the column <c>entity_id</c>, and every reference pointing at a record that is there.</summary>
    public Workspace Workspace { get; }

    /// <summary>Gets what changed, one entry for each table that did.</summary>
    public ImmutableArray<TableChange> Changes => [.. ChangesByExport.OfType<TableChange>()];

    /// <summary>Gets the ARR before and after by source: the accounts' own columns, the accounts' ARR, and each period of each history (accounts that exist). The two are the same to the cent.</summary>
    public Table Arr { get; }

    /// <summary>Gets every id of the merged kinds before, with the id that stands for it now and the entity.</summary>
    public Table IdMap => Plan.IdMap;

    /// <summary>Gets what a person should know about the merge.</summary>
    public AuditFindings Findings => Plan.Findings;

    /// <summary>Gets what changed in each export, aligned with those of the workspace; null where nothing did.</summary>
    private ImmutableArray<TableChange?> ChangesByExport { get; }

    internal static MergeResult Of(MergePlan plan)
    {
        var after = plan.Workspace;
        for (var i = 0; i < plan.Exports.Length; i++)
        {
            var merged = plan.Exports[i];
            if (!ReferenceEquals(merged.After, merged.Export.Table)) after = after.With(after.Exports[i], merged.After);
        }

        MergeChecks.Records(plan);
        return new MergeResult(plan, after, MergeChecks.Arr(plan.Workspace, after));
    }

    /// <summary>Returns the workspace as it was before the merge: its tables made from those after it and <see cref="Changes"/> alone.</summary>
    public Workspace Undo() => Plan.Workspace with
    {
        Exports = [.. Plan.Workspace.Exports.Select((export, i) => ChangesByExport[i] is { } change ? export with { Table = change.Undo(Workspace.Exports[i].Table) } : export)],
    };

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var shown = Plan.Exports.Zip(ChangesByExport).Where(e => e.First.Groups is not null || e.Second is not null).ToArray();
        return new Table(
            "merge",
            Column.Of("file", shown.Select(e => e.First.Export.File)),
            Column.Of("holds", shown.Select(e => SnakeName.Of(e.First.Export.Kind))),
            Column.Of("records before", shown.Select(e => e.First.Export.Table.RowCount)),
            Column.Of("records after", shown.Select(e => e.First.After.RowCount)),
            Column.Of("groups merged", shown.Select(e => e.First.Groups?.Groups.Length ?? 0)),
            Column.Of("records merged away", shown.Select(e => e.First.Groups?.Removed.Length ?? 0)),
            Column.Of("references re-parented", shown.Select(e => e.First.Moved)),
            Column.Of("cells changed", shown.Select(e => e.Second?.Cells.Length ?? 0)));
    }
}
