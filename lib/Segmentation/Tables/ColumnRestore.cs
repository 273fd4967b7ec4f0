using System.Globalization;
using System.Runtime.InteropServices;

namespace Segmentation.Tables;

/// <summary>Puts the values of a column back on the rows they came from, and single cells beside them. What stays is copied as it is stored:
/// only the cells written pass through text.</summary>
internal static class ColumnRestore
{
    /// <summary>Returns a column of <paramref name="rows"/> rows with the name, type, format and marking of <paramref name="column"/>.</summary>
    /// <param name="column">The values that stay.</param>
    /// <param name="places">Row of each of them in the result; as long as the column, without repeats.</param>
    /// <param name="rows">Rows of the result; a row that neither <paramref name="places"/> nor <paramref name="cells"/> names is null.</param>
    /// <param name="cells">Cells to write on top, as <see cref="Column.Raw"/> writes them; null is no value. The last one on a row counts.</param>
    /// <exception cref="FormatException">A cell is not one of the column's type.</exception>
    public static Column Of(Column column, ReadOnlySpan<int> places, int rows, IEnumerable<(int Row, string? Raw)> cells)
    {
        var isNull = new bool[rows];
        Array.Fill(isNull, true);
        for (var i = 0; i < places.Length; i++) isNull[places[i]] = column.IsNull(i);
        return column switch
        {
            NumberColumn number => new NumberColumn(number.Name, Values(number.Values, double.NaN, places, rows, cells, isNull, r => double.Parse(r, NumberStyles.Float, CultureInfo.InvariantCulture)), Nulls(isNull), number.Format, number.IsPersonal),
            DateColumn date => new DateColumn(date.Name, Values(date.Values, default, places, rows, cells, isNull, r => DateTime.Parse(r, CultureInfo.InvariantCulture, DateTimeStyles.None)), Nulls(isNull), date.IsPersonal),
            BooleanColumn flag => new BooleanColumn(flag.Name, Values(flag.Values, false, places, rows, cells, isNull, bool.Parse), Nulls(isNull), flag.IsPersonal),
            TextColumn text => Text(text, places, rows, cells),
            _ => throw new InvalidOperationException($"A column of type {column.Type} cannot be restored."),
        };
    }

    private static NullMask Nulls(bool[] isNull) => NullMask.Where(isNull.Length, r => isNull[r]);

    private static T[] Values<T>(ReadOnlySpan<T> stay, T empty, ReadOnlySpan<int> places, int rows, IEnumerable<(int Row, string? Raw)> cells, bool[] isNull, Func<string, T> parse)
    {
        var values = new T[rows];
        Array.Fill(values, empty);
        for (var i = 0; i < places.Length; i++) values[places[i]] = stay[i];
        foreach (var (row, raw) in cells)
        {
            isNull[row] = raw is null;
            values[row] = raw is null ? empty : parse(raw);
        }

        return values;
    }

    private static Column Text(TextColumn text, ReadOnlySpan<int> places, int rows, IEnumerable<(int Row, string? Raw)> cells)
    {
        var codes = new int[rows];
        Array.Fill(codes, -1);
        var stay = text.Codes;
        for (var i = 0; i < places.Length; i++) codes[places[i]] = stay[i];
        var dictionary = text.Dictionary.ToArray().ToList();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 0; code < dictionary.Count; code++) known[dictionary[code]] = code;
        foreach (var (row, raw) in cells)
        {
            if (raw is null)
            {
                codes[row] = -1;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, raw, out var exists);
            if (!exists)
            {
                code = dictionary.Count;
                dictionary.Add(raw);
            }

            codes[row] = code;
        }

        // A value that only the step wrote has no row left: the dictionary is made anew from the rows, in their order.
        var first = new int[dictionary.Count];
        Array.Fill(first, -1);
        var values = new List<string>();
        for (var row = 0; row < rows; row++)
        {
            if (codes[row] < 0) continue;
            if (first[codes[row]] < 0)
            {
                first[codes[row]] = values.Count;
                values.Add(dictionary[codes[row]]);
            }

            codes[row] = first[codes[row]];
        }

        return TextColumn.FromCodes(text.Name, codes, [.. values]).AsPersonal(text.IsPersonal);
    }
}
