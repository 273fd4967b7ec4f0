using System.Collections.Immutable;
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

    /// <summary>Returns the tables there are, by name.</summary>
    public ImmutableSortedDictionary<string, Table> Available() => Available(variables);

    /// <summary>Returns the tables that variables hold, by name; case does not count. A variable wins over a table of a workspace.</summary>
    public static ImmutableSortedDictionary<string, Table> Available(SessionVariables variables)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Table>(StringComparer.OrdinalIgnoreCase);
        var values = variables.Names.Select(n => (Name: n, Value: variables.TryGet(n, out var v) ? v : null)).ToArray();
        foreach (var (_, value) in values)
        {
            foreach (var (name, table) in TablesOf(value)) found[name] = table;
        }

        foreach (var (name, value) in values)
        {
            if (value is Table table) found[name] = table;
        }

        return found.ToImmutable();
    }

    /// <summary>Loads the tables that a cell mentions and that are not there yet, or no longer the same.</summary>
    public void Load(string code, CancellationToken cancellation)
    {
        var available = Available();
        watch.AllowAll();
        foreach (var gone in loaded.Keys.Where(k => !available.ContainsKey(k)).ToArray()) Drop(gone);
        foreach (var (name, table) in SqlText.Names(code).Where(available.ContainsKey).Select(n => (n, available[n])))
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

    private static IEnumerable<KeyValuePair<string, Table>> TablesOf(object? value)
    {
        try
        {
            return value?.GetType().GetProperty("Tables")?.GetValue(value) as IReadOnlyDictionary<string, Table> ?? Enumerable.Empty<KeyValuePair<string, Table>>();
        }
        catch (Exception e) when (e is System.Reflection.TargetInvocationException or System.Reflection.AmbiguousMatchException)
        {
            throw new CellFailure("SQL", $"The tables of a {value!.GetType().Name} cannot be read: {(e.InnerException ?? e).Message}", null);
        }
    }
}
