using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using Segmentation.Notebooks.CSharp;
using Segmentation.Tables;
using SQLitePCL;

namespace Segmentation.Notebooks.Sql;

/// <summary>
/// Runs SQL cells on an in-memory SQLite over the session's tables. Tables are loaded when a statement first mentions them; what a
/// cell creates stays until the session ends.
/// </summary>
internal sealed class SqlCells(SessionVariables variables) : IDisposable
{
    private readonly SqlParameters parameters = new(variables);
    private SqliteConnection? connection;
    private SqlTables? tables;
    private SqlWatch? watch;
    private volatile ImmutableList<string> created = [];

    /// <summary>Gets the statements that made the tables and views that cells have left in the database; may be read from any thread.</summary>
    public ImmutableArray<string> Created => [.. created];

    /// <summary>Runs the statements of a cell in order, and returns a table for each that has a result.</summary>
    /// <param name="code">The statements; blank lines before them stand for the lines of the cell above.</param>
    /// <param name="name">Name of the tables returned.</param>
    /// <param name="cancellation">Interrupts a statement.</param>
    public IEnumerable<Table> Run(string code, string name, CancellationToken cancellation)
    {
        Open();
        tables!.Load(code, cancellation);
        using var interrupt = cancellation.Register(() => raw.sqlite3_interrupt(connection!.Handle!));
        var bytes = Encoding.UTF8.GetBytes(code);
        for (var start = 0; start < bytes.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var (table, end) = One(bytes, start, name, cancellation);
            if (table is not null) yield return table;
            start = end;
        }
    }

    public void Dispose() => connection?.Dispose();

    private void Open()
    {
        if (connection is not null) return;
        Batteries_V2.Init();
        connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        watch = new SqlWatch(connection.Handle!);
        tables = new SqlTables(connection.Handle!, variables, watch);
    }

    private ImmutableList<string> Made()
    {
        var made = ImmutableList.CreateBuilder<string>();
        if (raw.sqlite3_prepare_v2(connection!.Handle!, "select name, sql from sqlite_master where type in ('table', 'view') and sql is not null order by rowid"u8, out var statement, out _) != raw.SQLITE_OK) return created;
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                if (!tables!.IsLoaded(raw.sqlite3_column_text(statement, 0).utf8_to_string())) made.Add(raw.sqlite3_column_text(statement, 1).utf8_to_string());
            }
        }

        return made.ToImmutable();
    }

    private (Table? Result, int End) One(byte[] code, int start, string name, CancellationToken cancellation)
    {
        var db = connection!.Handle!;
        watch!.Begin(tables!.IsLoaded);
        var prepared = raw.sqlite3_prepare_v2(db, code.AsSpan(start), out var statement, out var tail);
        var end = code.Length - tail.Length;
        var errors = new SqlErrors(tables, watch, code, start, end);
        if (prepared != raw.SQLITE_OK) throw errors.Failure(raw.sqlite3_errmsg(db).utf8_to_string());
        if (statement is null || statement.IsInvalid) return (null, code.Length);
        try
        {
            var boundText = parameters.Bind(statement, errors);
            var reader = new SqlReader(statement, tables, watch, boundText);
            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) reader.Read();
            cancellation.ThrowIfCancellationRequested();
            if (step != raw.SQLITE_DONE) throw errors.Failure(raw.sqlite3_errmsg(db).utf8_to_string());
            tables.Wrote(statement, boundText);
            if (raw.sqlite3_stmt_readonly(statement) == 0) created = Made();
            return (reader.ColumnCount > 0 ? reader.ToTable(name) : null, end);
        }
        finally
        {
            statement.Dispose();
        }
    }
}
