using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Merge;

/// <summary>What a person should know about references after a merge: months that stand twice, parents that lead back, columns that nobody knows to be references.</summary>
internal static class ReferenceFindings
{
    public static IEnumerable<Finding> Of(MergePlan plan, MergedExport merged) =>
        [.. SamePeriod(plan, merged), .. Loops(merged), .. Rings(merged), .. Unrecognised(plan, merged)];

    /// <summary>Rows of two records for one period: kept both, as each says its part.</summary>
    private static IEnumerable<Finding> SamePeriod(MergePlan plan, MergedExport merged)
    {
        if (merged.Groups is not null || plan.AccountGroups is not { Survivors.Count: > 0 } accounts || merged.Export.Find(Role.Period) is not { } period) yield break;
        var account = RoleText.Of(merged.Export, Role.AccountId);
        var stays = accounts.Survivors.Values.ToHashSet(StringComparer.Ordinal);
        var rowsOf = new Dictionary<(string Account, string Period), List<int>>();
        for (var row = 0; row < period.Length; row++)
        {
            if (period.IsNull(row) || account(row) is not { } id) continue;
            var now = accounts.Survivors.GetValueOrDefault(id, id);
            if (!stays.Contains(now)) continue;
            var key = (now, period.Raw(row));
            if (!rowsOf.TryGetValue(key, out var rows)) rowsOf[key] = rows = [];
            rows.Add(row);
        }

        var twice = rowsOf.Values.Where(rows => rows.Select(account).Distinct(StringComparer.Ordinal).Skip(1).Any()).ToArray();
        if (twice.Length == 0) yield break;
        yield return MergeFindings.Of(
            merged.Export, "merge-same-period", Severity.Info, [.. twice.SelectMany(r => r).Order()],
            Invariant($"{Phrase.Count(twice.Length, "period")} of merged accounts stand on more than one row of {merged.Export.File}: both rows are kept, so sums stay the same; count accounts, not rows."),
            merged.Export.Find(Role.AccountId), period);
    }

    private static IEnumerable<Finding> Loops(MergedExport merged)
    {
        if (merged.Loops.Count == 0) yield break;
        yield return MergeFindings.Of(
            merged.Export, "merge-own-parent", Severity.Warn, [.. merged.Loops.Order()],
            Invariant($"{Phrase.Count(merged.Loops.Count, "account")} had a parent that is the same company: the parent is taken away, as the merged record would be its own. If it is a parent and its subsidiary, keep them apart in matches.yaml."),
            merged.Export.Find(Role.ParentAccountId));
    }

    /// <summary>A circle of parents that the merge closes: each link was there before, but between records that were not one yet.</summary>
    private static IEnumerable<Finding> Rings(MergedExport merged)
    {
        if (merged.Groups is not { Export.Kind: EntityKind.Accounts } groups || merged.Export.Find(Role.ParentAccountId) is null) yield break;
        var (before, after) = (Parents(merged.Export), Parents(merged.Export with { Table = merged.After }));
        int[] rows = [.. groups.Groups.Where(g => groups.Order.Id(g.Master) is { } id && ComesRound(after, id) && !g.Rows.Any(r => groups.Order.Id(r) is { } member && ComesRound(before, member))).Select(g => g.Master).Order()];
        if (rows.Length == 0) yield break;
        yield return MergeFindings.Of(
            merged.Export, "merge-parent-ring", Severity.Warn, rows,
            Invariant($"{Phrase.Count(rows.Length, "merged account")} would be in a circle of parents that was none before: keep one of the records apart in matches.yaml, or correct a parent."),
            merged.Export.Find(Role.ParentAccountId));
    }

    private static Dictionary<string, string> Parents(Export accounts)
    {
        var (id, parent) = (RoleText.Of(accounts, Role.AccountId), RoleText.Of(accounts, Role.ParentAccountId));
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < accounts.Table.RowCount; row++)
        {
            if (id(row) is { } own && parent(row) is { } above) parents.TryAdd(own, above);
        }

        return parents;
    }

    private static bool ComesRound(Dictionary<string, string> parents, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = start; parents.TryGetValue(at, out var above) && seen.Add(at); at = above)
        {
            if (above == start) return true;
        }

        return false;
    }

    /// <summary>Columns without a role whose values are mostly ids: they still hold ids that went.</summary>
    private static IEnumerable<Finding> Unrecognised(MergePlan plan, MergedExport merged)
    {
        foreach (var groups in new[] { plan.AccountGroups, plan.ContactGroups })
        {
            if (groups is not { Survivors.Count: > 0 }) continue;
            foreach (var column in merged.Export.Table.Columns.OfType<TextColumn>())
            {
                if (column.Name.Equals(MergedExport.EntityColumn, StringComparison.OrdinalIgnoreCase) || merged.Export.Roles.Any(r => r.Column.Equals(column.Name, StringComparison.OrdinalIgnoreCase))) continue;
                var (values, ids, rows) = (0, 0, new List<int>());
                for (var row = 0; row < column.Length; row++)
                {
                    if (RecordOrder.IsBlank(column, row)) continue;
                    values++;
                    var id = column[row]!.Trim();
                    if (groups.Ids.Contains(id)) ids++;
                    if (groups.Survivors.ContainsKey(id)) rows.Add(row);
                }

                if (rows.Count == 0 || ids < WorkspaceOptions.Default.LinkShare * values) continue;
                yield return MergeFindings.Of(
                    merged.Export, "merge-reference-without-role", Severity.Warn, [.. rows],
                    Invariant($"Column '{column.Name}' of {merged.Export.File} holds ids of {SnakeName.Words(groups.Export.Kind)} but plays no role: {Phrase.Count(rows.Count, "row")} still {(rows.Count == 1 ? "points" : "point")} at a record that goes. Give it a role in workspace.yaml, or look the ids up in the id map."),
                    column);
            }
        }
    }
}
