using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Merge;

/// <summary>What a person should know before records are merged.</summary>
internal static class MergeFindings
{
    public static ImmutableArray<Finding> Of(MergePlan plan) =>
    [
        .. plan.Merged.SelectMany(m => LeftOut(m)),
        .. SameArr(plan),
        .. plan.Exports.SelectMany(e => SamePeriod(plan, e)),
        .. plan.Exports.SelectMany(Loops),
        .. plan.Merged.SelectMany(Undated),
        .. plan.Merged.SelectMany(WithoutId),
        .. plan.Merged.SelectMany(m => m.Misfits).Distinct(StringComparer.Ordinal).Select(m =>
            new Finding("merge-rule-not-applied", "survivorship.yaml", Severity.Warn, $"A rule was not applied: {m}; '{SnakeName.Of(plan.Rules.Otherwise.Rule)}' decided instead.", 0, null, null, null, OffendingRows.None)),
    ];

    private static IEnumerable<Finding> LeftOut(MergedExport merged)
    {
        if (merged.Groups!.LeftOut is not { Length: > 0 } groups) yield break;
        int[] rows = [.. groups.SelectMany(g => g).Order()];
        var noun = Phrase.Noun(merged.Export.Kind);
        yield return Of(
            merged.Export, "merge-id-in-two-entities", Severity.Error, rows,
            Invariant($"{Phrase.Count(groups.Length, "group")} of {noun}s ({Phrase.Count(rows.Length, "record")}) are left as they are: an id of theirs also stands in another entity, so no reference could tell which it means. Join the two in matches.yaml, or correct the id."));
    }

    /// <summary>Two records with the same amount are two contracts of one price, or one contract counted twice: only a person can tell.</summary>
    private static IEnumerable<Finding> SameArr(MergePlan plan)
    {
        if (plan.AccountGroups is not { } accounts || plan.Workspace.AccountArr is not { } arr) yield break;
        var twice = new List<(MergeGroup Group, double Amount, int[] Rows)>();
        foreach (var group in accounts.Groups)
        {
            twice.AddRange(group.Rows.Where(r => !arr.IsNull(r) && Math.Round(arr.Values[r], 2) != 0).GroupBy(r => Math.Round(arr.Values[r], 2)).Where(g => g.Count() > 1)
                .Select(g => (group, g.Key, g.ToArray())));
        }

        if (twice.Count == 0) yield break;
        var surplus = twice.Sum(t => t.Amount * (t.Rows.Length - 1));
        yield return new Finding(
            "merge-same-arr", accounts.Export.File, Severity.Warn,
            Invariant($"{Phrase.Count(twice.Count, "group")} of duplicates hold the same ARR on more than one record: maybe one contract counted twice, {Phrase.Money(surplus, plan.Workspace)} in all. The merge adds amounts up and changes no total; where it is one contract, correct it in the CRM."),
            twice.Sum(t => t.Rows.Length), null, surplus, null,
            new Table(
                "same ARR on duplicates",
                Column.Of("entity", twice.Select(t => t.Group.Entity)),
                Column.Of("records", twice.Select(t => string.Join(", ", t.Rows.Select(accounts.Order.Name)))),
                Column.Of("ARR of each", twice.Select(t => t.Amount), NumberFormat.Money),
                Column.Of("maybe counted twice", twice.Select(t => t.Amount * (t.Rows.Length - 1)), NumberFormat.Money)));
    }

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
        yield return Of(
            merged.Export, "merge-same-period", Severity.Info, [.. twice.SelectMany(r => r).Order()],
            Invariant($"{Phrase.Count(twice.Length, "period")} of merged accounts stand on more than one row of {merged.Export.File}: both rows are kept, so sums stay the same; count accounts, not rows."),
            merged.Export.Find(Role.AccountId), period);
    }

    private static IEnumerable<Finding> Loops(MergedExport merged)
    {
        if (merged.Loops.Count == 0) yield break;
        yield return Of(
            merged.Export, "merge-own-parent", Severity.Warn, [.. merged.Loops.Order()],
            Invariant($"{Phrase.Count(merged.Loops.Count, "account")} had a parent that is the same company: the parent is taken away, as the merged record would be its own. If it is a parent and its subsidiary, keep them apart in matches.yaml."),
            merged.Export.Find(Role.ParentAccountId));
    }

    private static IEnumerable<Finding> Undated(MergedExport merged)
    {
        var groups = merged.Groups!;
        var undated = groups.Groups.Where(g => g.Rows.All(groups.Order.IsUndated)).ToArray();
        if (undated.Length == 0) yield break;
        var decided = undated.GroupBy(g => g.DecidedBy, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Invariant($"{g.Key} {g.Count():#,0}"));
        yield return new Finding(
            $"merge-{SnakeName.Of(merged.Export.Kind)}-undated", merged.Export.File, Severity.Info,
            Invariant($"{Phrase.Count(undated.Length, "group")} of {groups.Groups.Length:#,0} have no date of activity or modification on any record, so no value is the most recent: the master's stands. What chose the master: {string.Join(", ", decided)}."),
            undated.Length, (double)undated.Length / groups.Groups.Length, null, null, OffendingRows.None);
    }

    private static IEnumerable<Finding> WithoutId(MergedExport merged)
    {
        int[] rows = [.. merged.Groups!.Groups.SelectMany(g => g.Rows).Where(r => merged.Groups.Order.Id(r) is null).Order()];
        if (rows.Length == 0) yield break;
        yield return Of(
            merged.Export, $"merge-{SnakeName.Of(merged.Export.Kind)}-without-id", Severity.Warn, rows,
            Invariant($"{Phrase.Count(rows.Length, "record")} in groups have no id: they are merged here, but no call can merge them in the CRM."));
    }

    private static Finding Of(Export export, string check, Severity severity, int[] rows, string message, params Column?[] show) =>
        new(check, export.File, severity, message, rows.Length, export.Table.RowCount == 0 ? null : (double)rows.Length / export.Table.RowCount, null, null, OffendingRows.None)
        { RowsOnDemand = () => OffendingRows.Of(export, check, rows, null, show) };
}
