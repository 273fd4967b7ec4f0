using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using Segmentation.Notebooks.Sql;
using SQLitePCL;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>A database of its own with the session's tables, empty: SQLite says what it thinks of a statement, and no row is read.</summary>
internal sealed class SchemaDatabase : IDisposable
{
    private const int InstructionsAUnit = 1_000;

    private readonly SqliteConnection connection;
    private readonly strdelegate_authorizer authorizer;
    private readonly delegate_progress progress;
    private int work;

    /// <summary>Makes the tables that a text mentions, and those that SQL made.</summary>
    public SchemaDatabase(SqlSchema schema, IEnumerable<string> mentioned, int mostWork)
    {
        Batteries_V2.Init();
        connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        // Kept in fields: SQLite calls them for as long as the connection lives.
        authorizer = (_, action, _, _, _, _) => action == raw.SQLITE_ATTACH || action == raw.SQLITE_DETACH ? raw.SQLITE_DENY : raw.SQLITE_OK;
        progress = _ => ++work > mostWork ? 1 : 0;
        raw.sqlite3_set_authorizer(Handle, authorizer, null);
        raw.sqlite3_progress_handler(Handle, InstructionsAUnit, progress, null);
        foreach (var name in mentioned.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (schema.Find(name) is { Columns.Length: > 0 } table) raw.sqlite3_exec(Handle, SqlLoader.Declaration(name, table));
        }

        foreach (var statement in schema.Created) raw.sqlite3_exec(Handle, statement);
    }

    public sqlite3 Handle => connection.Handle!;

    /// <summary>Returns the columns of a table or view and their types, as SQLite has them; none where it has no such table.</summary>
    public ImmutableArray<(string Name, string Type)> Columns(string table)
    {
        var columns = ImmutableArray.CreateBuilder<(string, string)>();
        if (raw.sqlite3_prepare_v2(Handle, Encoding.UTF8.GetBytes($"select name, type from pragma_table_info({Text(table)})").AsSpan(), out var statement, out _) != raw.SQLITE_OK) return [];
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) columns.Add((raw.sqlite3_column_text(statement, 0).utf8_to_string(), raw.sqlite3_column_text(statement, 1).utf8_to_string() ?? string.Empty));
        }

        return columns.ToImmutable();
    }

    /// <summary>Returns the tables and views.</summary>
    public ImmutableArray<string> Tables()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        if (raw.sqlite3_prepare_v2(Handle, "select name from sqlite_master where type in ('table', 'view')"u8, out var statement, out _) != raw.SQLITE_OK) return [];
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) names.Add(raw.sqlite3_column_text(statement, 0).utf8_to_string());
        }

        return names.ToImmutable();
    }

    public void Dispose() => connection.Dispose();

    private static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
