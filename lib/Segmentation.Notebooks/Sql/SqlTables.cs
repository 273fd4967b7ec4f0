using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Session;
using Segmentation.Tables;
using SQLitePCL;

namespace Segmentation.Notebooks.Sql;

/// <summary>
/// The tables that SQL sees: every C# variable that is a <see cref="Table"/>, by its name, and the tables of every variable with a
/// property <c>Tables</c> (a workspace), by theirs. A table is loaded when a cell mentions it, and again when C# has another in its place.
/// </summary>
internal sealed class SqlTables(sqlite3 db, SessionVariables variables, SqlWatch watch)
{
    private readonly Dictionary<string, Table> loaded = new(StringComparer.OrdinalIgnoreCase);
    private bool createdMayHoldPersonal;

    /// <summary>Returns the names of the tables there are.</summary>
    public IEnumerable<string> Names() => Sources(variables).Keys;

    /// <summary>Returns the tables that variables hold, by name; case does not count. A variable wins over a table of a workspace.</summary>
    public static ImmutableSortedDictionary<string, Table> Available(SessionVariables variables) => Sources(variables).ToImmutableSortedDictionary(s => s.Key, s => s.Value(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads the tables that a cell mentions and that are not there yet, or no longer the same.</summary>
    public void Load(string code, CancellationToken cancellation)
    {
        var available = Sources(variables);
        watch.AllowAll();
        foreach (var gone in loaded.Keys.Where(k => !available.ContainsKey(k)).ToArray()) Drop(gone);
        foreach (var (name, table) in SqlText.Names(code).Where(available.ContainsKey).Select(n => (n, available[n]())))
        {
            if (loaded.TryGetValue(name, out var present) && ReferenceEquals(present, table)) continue;
            Drop(name);
            SqlLoader.Load(db, name, table, cancellation);
            loaded[name] = table;
        }
    }

    public bool IsLoaded(string name) => loaded.ContainsKey(name);

    /// <summary>Returns the column of C# behind a column of SQL; null where SQL made it.</summary>
    public Column? Find(string? table, string? column) =>
        table is not null && column is not null && loaded.TryGetValue(table, out var found) ? found.Find(column) : null;

    /// <summary>Returns the columns of a table as a message names them; null where nobody knows it.</summary>
    public IEnumerable<string>? ColumnsOf(string table) => loaded.TryGetValue(table, out var found) ? found.Columns.Select(c => c.Name) : null;

    /// <summary>Tells whether the statement last prepared read personal columns, and whether any was other than text.</summary>
    public (bool Any, bool OtherThanText) PersonalReads()
    {
        var columns = watch.Reads.Select(r => Find(r.Table, r.Column)).Where(c => c is { IsPersonal: true }).ToArray();
        var created = createdMayHoldPersonal && watch.Reads.Any(r => !IsLoaded(r.Table));
        return (columns.Length > 0 || created, columns.Any(c => c is not TextColumn));
    }

    /// <summary>Gets whether tables that SQL made may hold values of personal columns.</summary>
    public bool CreatedMayHoldPersonal => createdMayHoldPersonal;

    /// <summary>Notes that a statement ran: what it wrote may have been personal.</summary>
    public void Wrote(sqlite3_stmt statement, bool boundText)
    {
        if (raw.sqlite3_stmt_readonly(statement) == 0 && (boundText || PersonalReads().Any)) createdMayHoldPersonal = true;
    }

    private void Drop(string name)
    {
        if (loaded.Remove(name)) raw.sqlite3_exec(db, $"drop table {SqlText.Quote(name)}");
    }

    /// <summary>Returns where each table comes from. None is asked for yet: a file of snapshots reads one only when a cell mentions it.</summary>
    private static ImmutableSortedDictionary<string, Func<Table>> Sources(SessionVariables variables)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Func<Table>>(StringComparer.OrdinalIgnoreCase);
        var values = variables.Names.Select(n => (Name: n, Value: variables.TryGet(n, out var v) ? v : null)).ToArray();
        foreach (var (_, value) in values)
        {
            if (TablesOf(value) is not { } tables) continue;
            foreach (var name in tables.Keys) found[name] = () => Read(value!, () => tables[name]);
        }

        foreach (var (name, value) in values)
        {
            if (value is Table table) found[name] = () => table;
        }

        return found.ToImmutable();
    }

    private static IReadOnlyDictionary<string, Table>? TablesOf(object? value) =>
        value is null ? null : Read(value, () => value.GetType().GetProperty("Tables")?.GetValue(value) as IReadOnlyDictionary<string, Table>);

    private static T Read<T>(object value, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is System.Reflection.TargetInvocationException or System.Reflection.AmbiguousMatchException or WorkspaceException)
        {
            throw new CellFailure("SQL", $"The tables of a {value.GetType().Name} cannot be read: {(e.InnerException ?? e).Message}", null);
        }
    }
}
