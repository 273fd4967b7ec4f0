using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Fits the table that a step made into the place of the one it was made from, so that undoing the step's changes gives exactly the table before.</summary>
internal static class ExportTable
{
    /// <summary>Returns the new table with the old one's name, its columns first and in their order, spelt, shown and marked as they were; added columns follow.</summary>
    /// <exception cref="ArgumentException">A column is gone or has another type.</exception>
    public static Table Fit(string file, Table before, Table after)
    {
        var columns = before.Columns.Select(was =>
        {
            var column = after.Find(was.Name) ?? throw new ArgumentException($"The new table of {file} has no column '{was.Name}', which its table has; keep it.", nameof(after));
            if (column.Type != was.Type) throw new ArgumentException($"The new table of {file} holds {column.Type} in column '{was.Name}', which held {was.Type}; add a column instead.", nameof(after));
            if (ReferenceEquals(column, was)) return was;
            if (column.Name != was.Name) column = column.Rename(was.Name);
            if (column is NumberColumn number && was is NumberColumn { Format: var format } && number.Format != format) column = number.WithFormat(format);
            return column.IsPersonal == was.IsPersonal ? column : column.AsPersonal(was.IsPersonal);
        });
        return new Table(before.Name, columns.Concat(after.Columns.Where(c => before.Find(c.Name) is null)));
    }
}
