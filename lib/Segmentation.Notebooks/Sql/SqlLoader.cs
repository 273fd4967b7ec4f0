using System.Text;
using Segmentation.Notebooks.Session;
using Segmentation.Tables;
using SQLitePCL;

namespace Segmentation.Notebooks.Sql;

/// <summary>
/// Loads a table into SQLite. Text is TEXT, counts are INTEGER, other numbers REAL whatever their values (so that <c>arr / employees</c>
/// never turns into a whole-number division because today's values happen to be whole), dates are ISO text, booleans 0 and 1.
/// </summary>
internal static class SqlLoader
{
    private const int RowsBetweenChecks = 10_000;

    public static void Load(sqlite3 db, string name, Table table, CancellationToken cancellation)
    {
        if (table.Columns.Length == 0) throw new CellFailure("SQL", $"Table '{name}' has no columns, which SQL cannot hold. Give it a column before querying it.", null);
        Check(raw.sqlite3_exec(db, Declaration(name, table)), db, name);
        Check(raw.sqlite3_exec(db, "begin"), db, name);
        var insert = $"insert into {SqlText.Quote(name)} values ({string.Join(",", Enumerable.Repeat("?", table.Columns.Length))})";
        Check(raw.sqlite3_prepare_v2(db, insert, out var statement), db, name);
        try
        {
            for (var row = 0; row < table.RowCount; row++)
            {
                if (row % RowsBetweenChecks == 0) cancellation.ThrowIfCancellationRequested();
                for (var c = 0; c < table.Columns.Length; c++) Bind(statement, c + 1, table.Columns[c], row);
                if (raw.sqlite3_step(statement) != raw.SQLITE_DONE) Check(raw.SQLITE_ERROR, db, name);
                raw.sqlite3_reset(statement);
            }
        }
        catch
        {
            statement.Dispose();
            raw.sqlite3_exec(db, "rollback");
            raw.sqlite3_exec(db, $"drop table {SqlText.Quote(name)}");
            throw;
        }

        statement.Dispose();
        Check(raw.sqlite3_exec(db, "commit"), db, name);
    }

    /// <summary>Returns the statement that makes a table, without its rows.</summary>
    public static string Declaration(string name, Table table) =>
        $"create table {SqlText.Quote(name)} ({string.Join(", ", table.Columns.Select(c => $"{SqlText.Quote(c.Name)} {TypeOf(c)}"))})";

    private static string TypeOf(Column column) => column switch
    {
        NumberColumn { Format: NumberFormat.Count } => "INTEGER",
        NumberColumn => "REAL",
        DateColumn => "DATE TEXT",
        BooleanColumn => "BOOLEAN",
        _ => "TEXT",
    };

    private static void Bind(sqlite3_stmt statement, int at, Column column, int row)
    {
        if (column.IsNull(row))
        {
            raw.sqlite3_bind_null(statement, at);
            return;
        }

        switch (column)
        {
            case TextColumn text: raw.sqlite3_bind_text(statement, at, text.Utf8(row)); break;
            case NumberColumn number: raw.sqlite3_bind_double(statement, at, number.Values[row]); break;
            case BooleanColumn flag: raw.sqlite3_bind_int(statement, at, flag.Values[row] ? 1 : 0); break;
            case DateColumn date: raw.sqlite3_bind_text(statement, at, Encoding.ASCII.GetBytes(DateColumn.Show(date.Values[row]))); break;
            default: throw new InvalidOperationException($"SQL has no type for a column of type {column.Type}.");
        }
    }

    private static void Check(int code, sqlite3 db, string table)
    {
        if (code != raw.SQLITE_OK) throw new CellFailure("SQL", $"Table '{table}' cannot be loaded into SQL: {raw.sqlite3_errmsg(db).utf8_to_string()}.", null);
    }
}
