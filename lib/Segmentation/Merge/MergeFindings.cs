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
        .. plan.Exports.SelectMany(e => ReferenceFindings.Of(plan, e)),
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

    private static IEnumerable<Finding> Undated(MergedExport merged)
    {
        var groups = merged.Groups!;
        var undated = groups.Groups.Where(g => g.Rows.All(groups.Order.IsUndated)).ToArray();
        if (undated.Length == 0) yield break;
        var decided = undated.GroupBy(g => g.DecidedBy, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Invariant($"{g.Key} {g.Count():#,0}"));
        yield return new Finding(
            $"merge-{SnakeName.Of(merged.Export.Kind)}-undated", merged.Export.File, Severity.Info,
            Invariant($"No record of {Phrase.Count(undated.Length, "group")} (of {groups.Groups.Length:#,0}) has a date of activity or modification, so no value is the most recent: the master's comes first. What chose the master: {string.Join(", ", decided)}."),
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

    /// <summary>Returns a finding about rows of an export.</summary>
    internal static Finding Of(Export export, string check, Severity severity, int[] rows, string message, params Column?[] show) =>
        new(check, export.File, severity, message, rows.Length, export.Table.RowCount == 0 ? null : (double)rows.Length / export.Table.RowCount, null, null, OffendingRows.None)
        { RowsOnDemand = () => OffendingRows.Of(export, check, rows, null, show) };
}
