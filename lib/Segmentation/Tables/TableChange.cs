using System.Collections.Immutable;

namespace Segmentation.Tables;

/// <summary>
/// What one step did to one table: the cells it changed, the rows it removed (kept whole) and the columns it added. Whoever holds it and
/// the table after the step can make the table before it.
/// </summary>
public sealed record TableChange : Result
{
    /// <inheritdoc/>
    public override string ResultName => "changes";

    /// <summary>Gets the step, in words: <c>standardise industry</c>.</summary>
    public required string Step { get; init; }

    /// <summary>Gets the name of the table: <c>accounts</c>.</summary>
    public required string Table { get; init; }

    /// <summary>Gets the number of rows before the step.</summary>
    public required int RowsBefore { get; init; }

    /// <summary>Gets the cells changed in rows that stayed, by row, then in column order.</summary>
    public required ImmutableArray<CellChange> Cells { get; init; }

    /// <summary>Gets the zero-based rows removed, ascending, as numbered before the step.</summary>
    public ImmutableArray<int> RemovedRows { get; init; } = [];

    /// <summary>Gets the rows removed with the columns of the table before the step; null where none was.</summary>
    public Table? Removed { get; init; }

    /// <summary>Gets the names of the columns added.</summary>
    public ImmutableArray<string> AddedColumns { get; init; } = [];

    /// <summary>Returns what turned one table into another, found by comparing them cell by cell.</summary>
    /// <param name="step">The step, in words.</param>
    /// <param name="before">The table before.</param>
    /// <param name="after">The table after: every column of the table before with the same type, columns added at will, and the rows of the table before without those removed, in order.</param>
    /// <param name="key">Name of the column of <paramref name="before"/> that identifies a record; null where there is none.</param>
    /// <param name="reason">Why a cell changed, by zero-based row before and column name.</param>
    /// <param name="removed">Zero-based rows removed, ascending, as numbered before.</param>
    /// <exception cref="ArgumentException">A column is gone or has another type, or the rows do not add up.</exception>
    public static TableChange Between(string step, Table before, Table after, string? key, Func<int, string, string> reason, IEnumerable<int>? removed = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(reason);
        ImmutableArray<int> gone = [.. removed ?? []];
        for (var i = 0; i < gone.Length; i++)
        {
            if (gone[i] < 0 || gone[i] >= before.RowCount || (i > 0 && gone[i] <= gone[i - 1]))
                throw new ArgumentException($"Step '{step}' on '{before.Name}': removed row {gone[i]} at place {i}; expected rows from 0 to {before.RowCount - 1}, each once, ascending.", nameof(removed));
        }

        if (before.RowCount - gone.Length != after.RowCount)
            throw new ArgumentException($"Step '{step}' on '{before.Name}': {before.RowCount} rows without the {gone.Length} removed are not the {after.RowCount} rows after it; name every removed row.", nameof(removed));
        var kept = Kept(before.RowCount, gone);
        var ids = key is null ? null : before[key];
        var cells = ImmutableArray.CreateBuilder<CellChange>();
        foreach (var was in before.Columns)
        {
            var column = after.Find(was.Name) ?? throw new ArgumentException($"Step '{step}' on '{before.Name}': column '{was.Name}' is gone; keep it, so that the step can be undone.", nameof(after));
            if (column.Type != was.Type) throw new ArgumentException($"Step '{step}' on '{before.Name}': column '{was.Name}' held {was.Type} and holds {column.Type} now; add a column instead.", nameof(after));
            if (ReferenceEquals(was, column)) continue;
            for (var i = 0; i < kept.Length; i++)
            {
                var row = kept[i];
                if (was.IsNull(row) == column.IsNull(i) && (was.IsNull(row) || Same(was, row, column, i))) continue;
                cells.Add(new(row, ids is null || ids.IsNull(row) ? null : ids.Raw(row), was.Name, Text(was, row), Text(column, i), reason(row, was.Name)));
            }
        }

        return new TableChange
        {
            Step = step,
            Table = before.Name,
            RowsBefore = before.RowCount,
            Cells = [.. cells.OrderBy(c => c.Row)],
            RemovedRows = gone,
            Removed = gone.Length == 0 ? null : before.Take(gone.AsSpan()),
            AddedColumns = [.. after.Columns.Select(c => c.Name).Where(n => before.Find(n) is null)],
        };
    }

    /// <summary>Returns the table as it was before the step.</summary>
    /// <param name="after">The table after the step, with its rows in the same order.</param>
    /// <exception cref="ArgumentException">The table does not have the rows that the step left.</exception>
    public Table Undo(Table after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.RowCount != RowsBefore - RemovedRows.Length)
            throw new ArgumentException($"Step '{Step}' left {RowsBefore - RemovedRows.Length} rows in '{Table}', but the table to undo it on has {after.RowCount}; undo the later steps first.", nameof(after));
        var kept = Kept(RowsBefore, RemovedRows);
        var byColumn = Cells.ToLookup(c => c.Column, StringComparer.OrdinalIgnoreCase);
        return new Table(after.Name, after.Columns.Where(c => !AddedColumns.Contains(c.Name, StringComparer.OrdinalIgnoreCase)).Select(c => Restore(c, kept, byColumn[c.Name])));
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Step}: cells changed",
        Column.Of("table", Cells.Select(_ => Table)),
        Column.Of("record", Cells.Select(c => c.Record)),
        Column.Of("column", Cells.Select(c => c.Column)),
        Column.Of("before", Cells.Select(c => c.Before)).AsPersonal(),
        Column.Of("after", Cells.Select(c => c.After)).AsPersonal(),
        Column.Of("why", Cells.Select(c => c.Reason)));

    private Column Restore(Column column, int[] kept, IEnumerable<CellChange> cells)
    {
        var all = cells.ToArray();
        if (all.Length == 0 && RemovedRows.Length == 0) return column;
        var gone = RemovedRows.IsEmpty ? null : Removed![column.Name];
        var removed = RemovedRows.Select((row, i) => (row, Text(gone!, i)));
        return ColumnRestore.Of(column, kept, RowsBefore, removed.Concat(all.Select(c => (c.Row, c.Before))));
    }

    private static int[] Kept(int rows, ImmutableArray<int> removed)
    {
        var kept = new int[rows - removed.Length];
        for (int row = 0, gone = 0; row < rows; row++)
        {
            if (gone < removed.Length && removed[gone] == row) gone++;
            else kept[row - gone] = row;
        }

        return kept;
    }

    private static bool Same(Column a, int rowA, Column b, int rowB) => (a, b) switch
    {
        (NumberColumn x, NumberColumn y) => x.Values[rowA].Equals(y.Values[rowB]),
        (DateColumn x, DateColumn y) => x.Values[rowA] == y.Values[rowB],
        (BooleanColumn x, BooleanColumn y) => x.Values[rowA] == y.Values[rowB],
        (TextColumn x, TextColumn y) => x.HasSameText(rowA, y, rowB),
        _ => throw new InvalidOperationException($"No equality is defined for columns of type {a.Type}."),
    };

    private static string? Text(Column column, int row) => column.IsNull(row) ? null : column.Raw(row);
}
