using System.Text;
using System.Text.RegularExpressions;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Sql;

/// <summary>Words what SQLite says about a statement with its line, and with the tables or columns there are.</summary>
internal sealed partial class SqlErrors(SqlTables tables, SqlWatch watch, byte[] code, int start, int end)
{
    /// <summary>Returns the error.</summary>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="token">The text to blame; null to look for it in the message.</param>
    public CellFailure Failure(string message, string? token = null)
    {
        token ??= Blamed().Match(message) is { Success: true } blamed ? blamed.Groups["token"].Value : null;
        return new CellFailure(new CellError("SQL", message + Remedy(message, token), Line(token), []) { MayQuoteData = true });
    }

    // "near "x": syntax error", "no such column: a.x", "no such table: x", "ambiguous column name: x", "table x has no column named y".
    [GeneratedRegex("""(near "|no such (column|table|function): |ambiguous column name: |misuse of aggregate( function)? |no column named |unrecognized token: ")(?<token>[^"\s(]+)""")]
    private static partial Regex Blamed();

    private string Remedy(string message, string? token)
    {
        if (watch.Refused is { } refused)
            return $". '{refused}' comes from C# and SQL cannot change it: 'create table mine as select * from {refused}', and change that";
        if (message.StartsWith("no such table", StringComparison.Ordinal))
            return $". Tables: {string.Join(", ", tables.Names().DefaultIfEmpty("none; a C# variable of type Table, or a workspace, gives some"))}";
        if (!message.StartsWith("no such column", StringComparison.Ordinal)) return string.Empty;
        var mentioned = SqlText.Names(Encoding.UTF8.GetString(code, start, end - start));
        var columns = mentioned.Where(tables.IsLoaded).Select(t => $"{t} has: {string.Join(", ", tables.ColumnsOf(t)!)}");
        var quote = token is not null && Encoding.UTF8.GetString(code, start, end - start).Contains($"\"{token}\"", StringComparison.Ordinal)
            ? " (text stands in 'single' quotes)" : string.Empty;
        return string.Concat(columns.Prepend(quote).Select((c, i) => i == 0 ? c : ". " + c));
    }

    private int Line(string? token)
    {
        var before = code.AsSpan(0, start).Count((byte)'\n') + 1;
        var statement = Encoding.UTF8.GetString(code, start, Math.Max(end, start) - start);
        if (end <= start) statement = Encoding.UTF8.GetString(code, start, code.Length - start);
        var at = token is null ? -1 : statement.IndexOf(token.Split('.')[^1], StringComparison.OrdinalIgnoreCase);
        if (at < 0) at = statement.Length - statement.TrimStart().Length;
        return before + statement.AsSpan(0, at).Count('\n');
    }
}
