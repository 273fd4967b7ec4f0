using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Audit;

/// <summary>Breaks the completeness of the framework's fields down by segment, owner or creation month.</summary>
public static class CompletenessBreakdown
{
    /// <summary>Returns the completeness by existing segment. Contacts without a segment of their own take that of their account.</summary>
    /// <param name="workspace">The exports, with the limits in force.</param>
    /// <param name="options">The fields looked at. Default <see cref="AuditOptions.Default"/>.</param>
    public static CompletenessByGroup BySegment(Workspace workspace, AuditOptions? options = null) => BySegment(new AuditContext(workspace, options));

    /// <summary>Returns the completeness by owner, named as the users' export names them. Contacts without an owner column take that of their account.</summary>
    /// <param name="workspace">The exports, with the limits in force.</param>
    /// <param name="options">The fields looked at. Default <see cref="AuditOptions.Default"/>.</param>
    public static CompletenessByGroup ByOwner(Workspace workspace, AuditOptions? options = null) => ByOwner(new AuditContext(workspace, options));

    /// <summary>Returns the completeness by month of creation; months before the curve's reach are added up in one group.</summary>
    /// <param name="workspace">The exports, with the limits in force.</param>
    /// <param name="options">The fields looked at. Default <see cref="AuditOptions.Default"/>.</param>
    public static CompletenessByGroup ByMonth(Workspace workspace, AuditOptions? options = null) => ByMonth(new AuditContext(workspace, options));

    internal static CompletenessByGroup BySegment(AuditContext context) =>
        Run(context, "segment", e => Largest(RecordGroups.ByRole(context, e, Role.Segment), context.Options.MostGroups));

    internal static CompletenessByGroup ByOwner(AuditContext context) =>
        Run(context, "owner", e => Largest(RecordGroups.ByRole(context, e, Role.OwnerName, Role.OwnerId), context.Options.MostGroups));

    internal static CompletenessByGroup ByMonth(AuditContext context) =>
        Run(context, "month", e => Latest(RecordGroups.ByMonth(e, Role.CreatedDate), context.Options.CurveMonths));

    private static CompletenessByGroup Run(AuditContext context, string by, Func<Export, RecordGroups?> groupsOf)
    {
        string[] fields = [.. context.People.SelectMany(e => context.FieldsOf(e).Where(f => context.ColumnsOf(e, f).Any()).Select(f => f.Name)).Distinct().Where(name => name != by)];
        var groups = ImmutableArray.CreateBuilder<CompletenessGroup>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var isPersonal = false;
        foreach (var export in context.People)
        {
            if (groupsOf(export) is not { } records)
            {
                findings.Add(Missing(export, by));
                continue;
            }

            isPersonal |= records.IsPersonal;
            var first = groups.Count;
            groups.AddRange(Measure(context, export, records, fields));
            findings.AddRange(Holes(context, export, by, records, fields, groups.Skip(first).ToArray()));
        }

        return new CompletenessByGroup { By = by, Fields = [.. fields], Groups = groups.ToImmutable(), IsPersonal = isPersonal, Findings = findings.ToImmutable() };
    }

    private static IEnumerable<CompletenessGroup> Measure(AuditContext context, Export export, RecordGroups records, string[] fields)
    {
        var sizes = records.Sizes();
        var arr = Amounts(context, export, records);
        var valid = fields.Select(name => ValidityOf(context, export, name) is { } v ? Count(records, v) : null).ToArray();
        return records.Names.Select((name, g) => new CompletenessGroup(export.Kind, name, sizes[g], arr?[g], [.. valid.Select(v => v?[g])]));
    }

    private static FieldValidity? ValidityOf(AuditContext context, Export export, string name) =>
        context.FieldsOf(export).FirstOrDefault(f => f.Name == name) is { } field && context.ColumnsOf(export, field).FirstOrDefault().Column is { } column
            ? context.Validity(export, column)
            : null;

    private static int[] Count(RecordGroups records, FieldValidity validity)
    {
        var counts = records.Sizes();
        foreach (var row in FieldValidity.RowsOf(validity.Unusable)) counts[records.GroupOfRow[row]]--;
        return counts;
    }

    private static double[]? Amounts(AuditContext context, Export export, RecordGroups records)
    {
        if (context.Arr.AccountArr is not { } arr) return null;
        if (export.Kind == EntityKind.Accounts)
        {
            var sums = new double[records.Names.Length];
            for (var row = 0; row < arr.Length; row++)
            {
                if (arr.Values[row] > 0) sums[records.GroupOfRow[row]] += arr.Values[row];
            }

            return sums;
        }

        var rows = records.Sizes().Select(size => new List<int>(size)).ToArray();
        for (var row = 0; row < records.GroupOfRow.Length; row++) rows[records.GroupOfRow[row]].Add(row);
        var amounts = new double[rows.Length];
        for (var g = 0; g < rows.Length; g++)
        {
            if (context.Arr.Of(export, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows[g])) is not { } amount) return null;
            amounts[g] = amount;
        }

        return amounts;
    }

    /// <summary>
    /// A hole is a group of enough records in which a field is surely below the red flag (the upper end of its interval) though the
    /// field is not below it over all records.
    /// </summary>
    private static IEnumerable<Finding> Holes(AuditContext context, Export export, string by, RecordGroups records, string[] fields, CompletenessGroup[] groups)
    {
        var limits = context.Limits;
        for (var f = 0; f < fields.Length; f++)
        {
            if (ValidityOf(context, export, fields[f]) is not { } validity || (double)validity.Usable / Math.Max(1, export.Table.RowCount) < limits.CompletenessRedFlag) continue;
            // Records that carry no segment or owner are no group that somebody could be asked about.
            var holes = Enumerable.Range(0, groups.Length).Where(g => groups[g].Group != RecordGroups.None && groups[g].Records >= limits.SmallestSegmentWarn
                && ProportionInterval.Wilson(groups[g].Valid[f] ?? 0, groups[g].Records, limits.Confidence).High < limits.CompletenessRedFlag).ToArray();
            if (holes.Length == 0) continue;
            var rows = FieldValidity.RowsOf(validity.Unusable).Where(row => holes.Contains(records.GroupOfRow[row])).ToArray();
            var worst = holes.MinBy(g => groups[g].Share(f));
            var named = records.IsPersonal ? $"one {by}" : $"{by} {groups[worst].Group}";
            yield return context.About(
                export,
                $"completeness-by-{by}",
                $"{Phrase.Name(export.Kind)}: {validity.Column.Name}",
                Severity.Warn,
                $"{Phrase.Name(export.Kind)}: {fields[f]} looks complete ({Phrase.Share((double)validity.Usable / export.Table.RowCount)}) but has holes in {Phrase.Count(holes.Length, by)}; "
                    + $"the deepest is {named} with {Phrase.Share(groups[worst].Share(f) ?? 0)} of {Phrase.Count(groups[worst].Records, "record")}.",
                rows,
                export.Table.RowCount,
                $"red flag below {Phrase.Share(limits.CompletenessRedFlag)} on any dimension, in groups of at least {Phrase.Count(limits.SmallestSegmentWarn)} records");
        }
    }

    private static Finding Missing(Export export, string by) => new(
        $"missing-role-for-completeness-by-{by}",
        $"{Phrase.Name(export.Kind)}: {by}",
        Severity.Info,
        $"{Phrase.Name(export.Kind)} cannot be broken down by {by}: looked for {(by == "month" ? "a creation date" : by == "owner" ? "an owner name or id" : "a segment")} on them{(export.Kind == EntityKind.Contacts && by != "month" ? " and on their accounts" : string.Empty)}.",
        export.Table.RowCount,
        null,
        null,
        null,
        OffendingRows.None);

    /// <summary>Orders groups by falling size, ties by name, and adds up those after the limit.</summary>
    private static RecordGroups? Largest(RecordGroups? records, int most)
    {
        if (records is null) return null;
        var sizes = records.Sizes();
        int[] order = [.. Enumerable.Range(0, sizes.Length).Where(g => sizes[g] > 0).OrderByDescending(g => sizes[g]).ThenBy(g => records.Names[g], StringComparer.Ordinal)];
        var rest = order.Length - most;
        return Recode(records, order, rest <= 0 ? order.Length : most, $"({Phrase.Count(rest)} more)", restFirst: false);
    }

    private static RecordGroups? Latest(RecordGroups? records, int most)
    {
        if (records is null || records.Names.Length == 0) return records;
        int[] order = [.. Enumerable.Range(0, records.Names.Length).Reverse()];
        var kept = Math.Min(order.Length, most + (records.Names.Contains(RecordGroups.None) ? 1 : 0));
        return Recode(records, order, kept, $"before {records.Names[order[Math.Max(0, kept - 1)]]}", restFirst: true);
    }

    private static RecordGroups Recode(RecordGroups records, int[] order, int kept, string rest, bool restFirst)
    {
        var hasRest = kept < order.Length;
        var shown = order.Take(kept);
        if (restFirst) shown = shown.Reverse();
        var names = shown.Select(g => records.Names[g]).ToList();
        if (hasRest) names.Insert(restFirst ? 0 : names.Count, rest);
        var recode = Enumerable.Repeat(restFirst ? 0 : names.Count - 1, records.Names.Length).ToArray();
        foreach (var (g, i) in shown.Select((g, i) => (g, i))) recode[g] = i + (restFirst && hasRest ? 1 : 0);
        var group = new int[records.GroupOfRow.Length];
        for (var row = 0; row < group.Length; row++) group[row] = recode[records.GroupOfRow[row]];
        return new RecordGroups(group, [.. names], records.IsPersonal);
    }
}
