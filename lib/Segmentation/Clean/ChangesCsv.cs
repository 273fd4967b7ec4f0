using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>Changes as one table that a person can read and a program can undo: a line for each cell changed, each cell of a row removed, and each column added.</summary>
internal static class ChangesCsv
{
    private const string Rows = "rows";
    private const string Added = "column added";
    private const string Changed = "cell changed";
    private const string Removed = "row removed";

    private static readonly ImmutableDictionary<string, ColumnType> Types = new[]
    {
        ("change", ColumnType.Number), ("step", ColumnType.Text), ("table", ColumnType.Text), ("what", ColumnType.Text), ("row", ColumnType.Number),
        ("record", ColumnType.Text), ("column", ColumnType.Text), ("before", ColumnType.Text), ("after", ColumnType.Text), ("why", ColumnType.Text),
    }.ToImmutableDictionary(c => c.Item1, c => c.Item2);

    private sealed record Line(int Change, string Step, string Table, string What, int? Row, string? Record, string? Column, string? Before, string? After, string? Why);

    public static StreamWriter Writer(string path) => new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    /// <summary>Returns the table. Rows are zero-based, as numbered before the change; changes are numbered from 1 in the order they were made.</summary>
    public static Table Of(ImmutableArray<TableChange> changes)
    {
        var lines = changes.SelectMany((change, i) => Lines(change, i + 1)).ToArray();
        return new Table(
            "changes",
            Column.Of("change", lines.Select(l => (double)l.Change)),
            Column.Of("step", lines.Select(l => l.Step)),
            Column.Of("table", lines.Select(l => l.Table)),
            Column.Of("what", lines.Select(l => l.What)),
            Column.Of("row", lines.Select(l => (double?)l.Row)),
            Column.Of("record", lines.Select(l => l.Record)),
            Column.Of("column", lines.Select(l => l.Column)),
            Column.Of("before", lines.Select(l => l.Before)),
            Column.Of("after", lines.Select(l => l.After)),
            Column.Of("why", lines.Select(l => l.Why)));
    }

    /// <summary>Returns the changes in a file.</summary>
    /// <exception cref="WorkspaceException">It does not hold what <see cref="Of"/> gives.</exception>
    public static ImmutableArray<TableChange> Read(string path)
    {
        var loaded = CsvFile.Read(path, CsvOptions.Default with { Exact = true, Delimiter = ',', Encoding = "utf-8", Types = Types });
        var (table, file) = (loaded.Table, Path.GetFileName(path));
        foreach (var column in Types.Keys.Where(c => table.Find(c) is null)) throw Broken(file, $"no column '{column}'");
        if (loaded.Report.RowsAside.RowCount + loaded.Report.CellsAside.RowCount > 0)
            throw Broken(file, string.Create(CultureInfo.InvariantCulture, $"{loaded.Report.RowsAside.RowCount} rows and {loaded.Report.CellsAside.RowCount} cells that cannot be read"));
        var (change, row) = (table.Number("change"), table.Number("row"));
        var (step, name, what, record, at, before, after, why) =
            (table.Text("step"), table.Text("table"), table.Text("what"), table.Text("record"), table.Text("column"), table.Text("before"), table.Text("after"), table.Text("why"));
        return
        [
            .. Enumerable.Range(0, table.RowCount)
                .Select(r => new Line((int)(change[r] ?? 0), step[r] ?? string.Empty, name[r] ?? string.Empty, what[r] ?? string.Empty, (int?)row[r], record[r], at[r], before[r], after[r], why[r]))
                .GroupBy(l => l.Change).OrderBy(g => g.Key).Select(g => Change([.. g], file)),
        ];
    }

    private static IEnumerable<Line> Lines(TableChange change, int number)
    {
        Line Of(string what, int? row, string? column, string? before, string? after, string? record = null, string? why = null) =>
            new(number, change.Step, change.Table, what, row, record, column, before, after, why);
        yield return Of(Rows, null, null, Whole(change.RowsBefore), Whole(change.RowsBefore - change.RemovedRows.Length));
        foreach (var column in change.AddedColumns) yield return Of(Added, null, column, null, null);
        foreach (var cell in change.Cells) yield return Of(Changed, cell.Row, cell.Column, cell.Before, cell.After, cell.Record, cell.Reason);
        for (var i = 0; i < change.RemovedRows.Length; i++)
        {
            foreach (var column in change.Removed!.Columns)
                yield return Of(Removed, change.RemovedRows[i], column.Name, column.IsNull(i) ? null : column.Raw(i), null);
        }
    }

    private static TableChange Change(ImmutableArray<Line> lines, string file)
    {
        if (lines.Where(l => l.What == Rows).ToArray() is not [{ Before: { } before } rows] || !int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw Broken(file, string.Create(CultureInfo.InvariantCulture, $"no number of rows before change {lines[0].Change}"));
        var gone = lines.Where(l => l.What == Removed).ToArray();
        var removed = gone.Select(l => l.Row ?? 0).Distinct().Order().ToImmutableArray();
        var columns = gone.GroupBy(l => l.Column!).Select(g => (Column)Column.Of(g.Key, g.OrderBy(l => l.Row).Select(l => l.Before))).ToArray();
        return new TableChange
        {
            Step = rows.Step,
            Table = rows.Table,
            RowsBefore = count,
            Cells = [.. lines.Where(l => l.What == Changed).Select(l => new CellChange(l.Row ?? 0, l.Record, l.Column!, l.Before, l.After, l.Why ?? string.Empty))],
            RemovedRows = removed,
            Removed = removed.IsEmpty ? null : new Table(rows.Table, columns),
            AddedColumns = [.. lines.Where(l => l.What == Added).Select(l => l.Column!)],
        };
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static WorkspaceException Broken(string file, string found) => new(
        "the changes cannot be undone", found, "the file as the clean-up wrote it", "Take it from a copy, or run the clean-up again from the original exports.", file);
}
