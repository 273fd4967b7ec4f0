using System.Text;

namespace Segmentation.Tables;

/// <summary>Draws a table as aligned text. Nothing computes here.</summary>
internal static class TableText
{
    private const int LongestCell = 40;

    public static string Write(Table table, RenderOptions options)
    {
        var rows = Math.Min(table.RowCount, options.RowLimit);
        var cells = table.Columns.Select(column => Enumerable.Range(0, rows)
            .Select(row => Cell.Show(column, row, options, LongestCell).ReplaceLineEndings("␊")).Prepend(column.Name).ToArray()).ToArray();
        var widths = cells.Select(column => column.Max(c => c.Length)).ToArray();
        var text = new StringBuilder(table.Name).Append('\n');
        for (var line = 0; line <= rows; line++)
        {
            text.Append(Line(line)).Append('\n');
            if (line == 0) text.Append(string.Join("  ", widths.Select(w => new string('-', w)))).Append('\n');
        }

        if (Cell.RowsLeftOut(table, rows) is { } note) text.Append(note).Append('\n');
        return text.ToString();

        string Line(int line) => string.Join("  ", cells.Select((c, i) =>
            table.Columns[i] is NumberColumn ? c[line].PadLeft(widths[i]) : c[line].PadRight(widths[i]))).TrimEnd();
    }
}
