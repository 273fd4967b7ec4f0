using System.Buffers;
using System.Globalization;

namespace Segmentation.Tables;

/// <summary>
/// Writes a table as CSV (RFC 4180, LF) that a spreadsheet does not execute, and reads its texts back. A text that a spreadsheet would run as a
/// formula, and one that starts with an apostrophe itself, is written behind an apostrophe: taking one apostrophe off a text that starts with
/// one gives every text back unchanged.
/// </summary>
internal static class TableCsv
{
    private const char Guard = '\'';

    /// <summary>OWASP "CSV injection": what starts a formula, the full-width forms that some spreadsheets read alike included.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20");

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\"\r\n\uFEFF");

    /// <summary>Returns a table as text; an empty text is written as nothing, like a null.</summary>
    public static string Write(Table table)
    {
        var csv = new StringWriter(CultureInfo.InvariantCulture);
        Write(csv, table, ',', exact: false);
        return csv.ToString();
    }

    /// <summary>Writes a table.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="delimiter">Comma or tab.</param>
    /// <param name="exact">Whether an empty text is told from a null: it is written as one apostrophe.</param>
    /// <returns>The number of cells, headers included, that got an apostrophe.</returns>
    public static int Write(TextWriter to, Table table, char delimiter, bool exact)
    {
        var guarded = 0;
        var cells = new Func<int, string>[table.Columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var column = table.Columns[i];
            if (i > 0) to.Write(delimiter);
            to.Write(Text(column.Name));
            cells[i] = column switch
            {
                // Each distinct value is made safe once.
                TextColumn { IsEncoded: true } text => Encoded(text),
                TextColumn text => row => text.IsNull(row) ? string.Empty : Text(text[row]!),
                _ => column.Raw,
            };
        }

        to.Write('\n');
        for (var row = 0; row < table.RowCount; row++)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (i > 0) to.Write(delimiter);
                to.Write(cells[i](row));
            }

            // A lone empty cell would be a blank line, which is no row.
            if (cells.Length == 1 && cells[0](row).Length == 0) to.Write("\"\"");
            to.Write('\n');
        }

        return guarded;

        Func<int, string> Encoded(TextColumn text)
        {
            var safe = new (string? Field, int Guarded)[text.Dictionary.Length];
            return row =>
            {
                var code = text.Codes[row];
                if (code < 0) return string.Empty;
                if (safe[code].Field is not { } field)
                {
                    var before = guarded;
                    field = Text(text.Dictionary[code]);
                    safe[code] = (field, guarded - before);
                }
                else
                {
                    guarded += safe[code].Guarded;
                }

                return field;
            };
        }

        string Text(string text)
        {
            if (text.Length == 0 && !exact) return text;
            if (!IsGuarded(text)) return Quoted(text);
            guarded++;
            return Quoted(Guard + text);
        }

        string Quoted(string text) => text.Contains(delimiter, StringComparison.Ordinal) || text.AsSpan().ContainsAny(NeedsQuotes) || text.Length != text.AsSpan().Trim().Length
            ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : text;
    }

    /// <summary>Returns a text as it was before it was written, from its cell without quotes.</summary>
    public static string Read(string cell) => cell.StartsWith(Guard) ? cell[1..] : cell;

    /// <summary>Tells whether a text is written behind an apostrophe: an empty one, so that it is no null, one that starts with an apostrophe, and any that
    /// a spreadsheet may run, where white space in front may not count.</summary>
    private static bool IsGuarded(string text)
    {
        if (text.Length == 0 || text[0] is Guard or '\t' or '\r' or '\n') return true;
        var start = text.AsSpan().TrimStart();
        return start.Length > 0 && Formula.Contains(start[0]);
    }
}
