using System.Buffers;
using System.Text;

namespace Segmentation.Tables;

/// <summary>Writes a table as CSV (RFC 4180, LF) that a spreadsheet does not execute.</summary>
internal static class TableCsv
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    public static string Write(Table table)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', table.Columns.Select(c => Field(c.Name))).Append('\n');
        for (var row = 0; row < table.RowCount; row++)
        {
            csv.AppendJoin(',', table.Columns.Select(c => c is TextColumn ? Field(c.Raw(row)) : c.Raw(row))).Append('\n');
        }

        return csv.ToString();
    }

    private static string Field(string text)
    {
        // OWASP "CSV injection": a cell that starts with one of these is run as a formula by spreadsheets.
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedsQuotes) || safe.Length != safe.Trim().Length
            ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : safe;
    }
}
