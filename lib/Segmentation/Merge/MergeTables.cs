using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Merge;

/// <summary>The tables of a merge plan.</summary>
internal static class MergeTables
{
    private const int MonthsInAYear = 12;

    /// <summary>Returns one row for each cell of each merged record, or only those for which a value is dropped.</summary>
    public static Table Cells(MergePlan plan, bool conflictsOnly)
    {
        var rows = plan.Merged.SelectMany(m => m.Groups!.Groups.SelectMany((group, g) => m.Reparented.Columns.Select((column, place) =>
            (Merged: m, Group: group, Column: column, Cell: m.Cells[g][place], Dropped: Dropped(m, group, column, m.Cells[g][place])))))
            .Where(r => !conflictsOnly || (r.Dropped is not null && !IsKey(r.Merged, r.Column))).ToArray();
        return new Table(
            conflictsOnly ? "values dropped" : "merge plan",
            Column.Of("records of", rows.Select(r => SnakeName.Of(r.Merged.Export.Kind))),
            Column.Of("entity", rows.Select(r => r.Group.Entity)),
            Column.Of("record", rows.Select(r => r.Merged.Groups!.Order.Name(r.Group.Master))),
            Column.Of("field", rows.Select(r => r.Column.Name)),
            Column.Of("value kept", rows.Select(r => r.Cell.Made ?? Text(r.Column, r.Cell.Row))).AsPersonal(),
            Column.Of("from record", rows.Select(r => r.Cell.Made is not null
                ? string.Join(" + ", r.Group.Rows.Where(row => !RecordOrder.IsBlank(r.Column, row)).Select(r.Merged.Groups!.Order.Name))
                : RecordOrder.IsBlank(r.Column, r.Cell.Row) ? null : r.Merged.Groups!.Order.Name(r.Cell.Row))),
            Column.Of("rule", rows.Select(r => SnakeName.Of(r.Cell.Rule))),
            Column.Of("values dropped", rows.Select(r => r.Dropped)).AsPersonal());
    }

    public static Table Preview(MergePlan plan)
    {
        var rows = plan.Merged.SelectMany(m => m.Groups!.Groups.Select((group, g) => (Merged: m, Group: group, Cells: m.Cells[g]))).ToArray();
        return new Table(
            "merge preview",
            Column.Of("records of", rows.Select(r => SnakeName.Of(r.Merged.Export.Kind))),
            Column.Of("entity", rows.Select(r => r.Group.Entity)),
            Column.Of("master", rows.Select(r => r.Merged.Groups!.Order.Name(r.Group.Master))),
            Column.Of("name", rows.Select(r => NameOf(r.Merged.Export, r.Group.Master))).AsPersonal(),
            Column.Of("decided by", rows.Select(r => r.Group.DecidedBy)),
            Column.Of("records", rows.Select(r => r.Group.Rows.Length)),
            Column.Of("merged into it", rows.Select(r => string.Join(", ", r.Group.Rows.Skip(1).Select(r.Merged.Groups!.Order.Name)))),
            Column.Of("fields changed", rows.Select(r => r.Cells.Where((cell, place) => Changes(r.Merged, r.Group, place, cell)).Count())),
            Column.Of("values dropped", rows.Select(r => r.Cells.Where((cell, place) => r.Merged.Reparented.Columns[place] is var column && !IsKey(r.Merged, column) && Dropped(r.Merged, r.Group, column, cell) is not null).Count())),
            Column.Of("ARR before", rows.Select(r => ArrBefore(plan, r.Merged, r.Group)), NumberFormat.Money),
            Column.Of("ARR after", rows.Select(r => ArrAfter(plan, r.Merged, r.Group, r.Cells)), NumberFormat.Money));
    }

    public static Table Batches(MergePlan plan)
    {
        var calls = new List<(MergedExport Merged, string Master, string[] Others)>();
        foreach (var merged in plan.Merged)
        {
            var others = plan.Rules.RecordsPerCallOf(merged.Export.System) - 1;
            foreach (var group in merged.Groups!.Groups)
            {
                if (merged.Groups.Order.Id(group.Master) is not { } master) continue;

                // A row that repeats an id is the same record to the CRM: there is nothing to call for.
                var ids = group.Rows.Select(merged.Groups.Order.Id).OfType<string>().Where(id => id != master).Distinct(StringComparer.Ordinal);
                calls.AddRange(ids.Chunk(others).Select(chunk => (merged, master, chunk)));
            }
        }

        var most = calls.Count == 0 ? 1 : calls.Max(c => c.Others.Length);
        return new Table(
            "merge calls",
            [
                Column.Of("call", calls.Select((_, i) => (double?)(i + 1))),
                Column.Of("records of", calls.Select(c => SnakeName.Of(c.Merged.Export.Kind))),
                Column.Of("system", calls.Select(c => c.Merged.Export.System)),
                Column.Of("master", calls.Select(c => c.Master)),
                .. Enumerable.Range(0, most).Select(i => Column.Of(string.Create(CultureInfo.InvariantCulture, $"merged {i + 1}"), calls.Select(c => c.Others.ElementAtOrDefault(i)))),
            ]);
    }

    public static Table IdMap(MergePlan plan)
    {
        var rows = new List<(MergedExport Merged, string Id, string? Entity)>();
        foreach (var merged in plan.Merged)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var row = 0; row < merged.Export.Table.RowCount; row++)
            {
                if (merged.Groups!.Order.Id(row) is { } id && seen.Add(id)) rows.Add((merged, id, merged.Groups.TornIds.Contains(id) ? null : merged.Groups.EntityOf(row)));
            }
        }

        return new Table(
            "id map",
            Column.Of("records of", rows.Select(r => SnakeName.Of(r.Merged.Export.Kind))),
            Column.Of("old id", rows.Select(r => r.Id)),
            Column.Of("surviving id", rows.Select(r => r.Merged.Groups!.Survivors.GetValueOrDefault(r.Id, r.Id))),
            Column.Of("entity", rows.Select(r => r.Entity)));
    }

    /// <summary>Returns the values that other records have and the merged record has not, each with its record; null where there are none.</summary>
    private static string? Dropped(MergedExport merged, MergeGroup group, Column column, MergedCell cell)
    {
        if (cell.Made is not null) return null;
        var kept = column.Raw(cell.Row);
        var dropped = group.Rows.Where(row => row != cell.Row && !RecordOrder.IsBlank(column, row) && column.Raw(row) != kept)
            .Select(row => $"{column.Raw(row)} ({merged.Groups!.Order.Name(row)})").ToArray();
        return dropped.Length == 0 ? null : string.Join("; ", dropped);
    }

    /// <summary>Tells whether a column is the records' own id: that ids differ is no disagreement.</summary>
    private static bool IsKey(MergedExport merged, Column column) =>
        merged.Export.Find(SurvivorshipRules.KeyOf(merged.Export.Kind)) is { } key && key.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a field of the record that stays is another than it was.</summary>
    private static bool Changes(MergedExport merged, MergeGroup group, int place, MergedCell cell)
    {
        var (before, after) = (merged.Export.Table.Columns[place], merged.Reparented.Columns[place]);
        return cell.Made is not null || Text(before, group.Master) != Text(after, cell.Row);
    }

    private static double? ArrBefore(MergePlan plan, MergedExport merged, MergeGroup group)
    {
        if (merged.Export.Kind != EntityKind.Accounts || plan.Workspace.AccountArr is not { } arr) return null;
        var known = group.Rows.Where(r => !arr.IsNull(r)).Select(r => arr.Values[r]).ToArray();
        return known.Length == 0 ? null : known.Sum();
    }

    /// <summary>Returns the ARR of a merged record: what its own column will say where ARR is the accounts' own, else the sum, as the histories are re-parented and keep every row.</summary>
    private static double? ArrAfter(MergePlan plan, MergedExport merged, MergeGroup group, ImmutableArray<MergedCell> cells)
    {
        if (ArrBefore(plan, merged, group) is not { } before) return null;
        foreach (var (role, times) in new[] { (Role.Arr, 1), (Role.Mrr, MonthsInAYear) })
        {
            if (merged.Export.Find(role) is not NumberColumn own || own.NullCount == own.Length) continue;
            var cell = cells[merged.Export.Table.Columns.IndexOf(own)];
            return (cell.Made is { } made ? double.Parse(made, CultureInfo.InvariantCulture) : own[cell.Row]) * times;
        }

        return before;
    }

    private static string? NameOf(Export export, int row)
    {
        var columns = export.Kind == EntityKind.Accounts ? [Role.AccountName] : export.Find(Role.FullName) is not null ? new[] { Role.FullName } : [Role.FirstName, Role.LastName];
        var name = string.Join(' ', columns.Select(export.Find).OfType<Column>().Where(c => !c.IsNull(row)).Select(c => c.Display(row)));
        return name.Length == 0 ? null : name;
    }

    private static string? Text(Column column, int row) => column.IsNull(row) ? null : column.Raw(row);
}
