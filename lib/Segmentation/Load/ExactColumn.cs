using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Reads a column of a file that the clean-up wrote: a cell without a byte is no value, every other is one, as <see cref="TableCsv"/> writes it.
/// No token stands for a null, no space is taken off, and nothing is guessed.</summary>
internal static class ExactColumn
{
    private const string Why = "as the clean-up wrote it";

    /// <summary>Returns the column; cells that someone has since made something else of are kept aside like any that does not read.</summary>
    public static TypedColumn Read(string name, string header, ColumnCells cells, ColumnType type)
    {
        switch (type)
        {
            case ColumnType.Number:
                var numbers = cells.Read<double>(Number, double.NaN);
                return Typed(new NumberColumn(name, numbers.Values, numbers.Nulls), numbers.Unreadable, "a number");
            case ColumnType.Date:
                var dates = cells.Read<DateTime>(Date, default);
                return Typed(new DateColumn(name, dates.Values, dates.Nulls), dates.Unreadable, "a date, year first");
            case ColumnType.Boolean:
                var flags = cells.Read<bool>(Flag, false);
                return Typed(new BooleanColumn(name, flags.Values, flags.Nulls), flags.Unreadable, "true or false");
            default:
                var guarded = false;
                cells.Each((cell, _) => guarded |= cell.StartsWith("'"u8));
                var text = cells.ReadText(name, null);
                return Typed(guarded ? text.Map(TableCsv.Read) : text, [], "text");
        }

        TypedColumn Typed(Column column, List<(int Row, string Cell)> unreadable, string expected) => new(
            column,
            new ColumnDecision(name, header, type, Why, null, Undecidable: false, Overridden: true, column.Length - column.NullCount, column.NullCount - unreadable.Count, ImmutableSortedDictionary<string, int>.Empty, unreadable.Count),
            unreadable,
            expected);
    }

    private static CellState Number(ReadOnlySpan<byte> cell, out double value)
    {
        value = double.NaN;
        if (cell.IsEmpty) return CellState.Empty;
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value) ? CellState.Value : CellState.Unreadable;
    }

    private static CellState Date(ReadOnlySpan<byte> cell, out DateTime value)
    {
        value = default;
        if (cell.IsEmpty) return CellState.Empty;
        return DateTime.TryParseExact(Encoding.UTF8.GetString(cell), ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ss.fffffff"], CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            ? CellState.Value
            : CellState.Unreadable;
    }

    private static CellState Flag(ReadOnlySpan<byte> cell, out bool value)
    {
        if (BooleanText.TryRead(cell, out value)) return CellState.Value;
        return cell.IsEmpty ? CellState.Empty : CellState.Unreadable;
    }
}
