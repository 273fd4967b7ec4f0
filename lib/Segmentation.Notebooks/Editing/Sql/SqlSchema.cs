using System.Collections.Immutable;
using System.Reflection;
using Segmentation.Load;
using Segmentation.Notebooks.CSharp;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>
/// The tables that a SQL cell would see now: those of C# variables, by what the variables hold, and those that SQL itself has made, by how
/// they were made. The database that cells run on is theirs alone, and is not touched.
/// </summary>
internal sealed class SqlSchema(SessionVariables variables, ImmutableArray<string> created)
{
    private readonly ImmutableSortedDictionary<string, (string From, Func<Table> Read)> tables = Tables(variables);

    /// <summary>Gets the statements that made the tables and views of SQL.</summary>
    public ImmutableArray<string> Created => created;

    /// <summary>Gets the names of the tables that C# holds.</summary>
    public IEnumerable<string> Names => tables.Keys;

    /// <summary>Returns the variable that a table comes from; null where C# holds none of this name.</summary>
    public string? From(string name) => tables.TryGetValue(name, out var found) ? found.From : null;

    /// <summary>Returns a table of C#; null where there is none, or it cannot be read.</summary>
    public Table? Find(string name)
    {
        if (!tables.TryGetValue(name, out var found)) return null;
        try
        {
            return found.Read();
        }
        catch (WorkspaceException)
        {
            return null;
        }
    }

    // Only the library's own types are asked for their tables: a property of another could run a cell's code.
    private static ImmutableSortedDictionary<string, (string From, Func<Table> Read)> Tables(SessionVariables variables)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, (string, Func<Table>)>(StringComparer.OrdinalIgnoreCase);
        var values = variables.Names.Select(n => (Name: n, Value: variables.TryGet(n, out var v) ? v : null)).ToArray();
        foreach (var (from, value) in values)
        {
            if (TablesOf(value) is not { } several) continue;
            foreach (var name in several.Keys) found[name] = (from, () => several[name]);
        }

        foreach (var (name, value) in values)
        {
            if (value is Table table) found[name] = (name, () => table);
        }

        return found.ToImmutable();
    }

    private static IReadOnlyDictionary<string, Table>? TablesOf(object? value)
    {
        if (value is null || value.GetType().Assembly != typeof(Table).Assembly) return null;
        try
        {
            return value.GetType().GetProperty(nameof(Workspace.Tables))?.GetValue(value) as IReadOnlyDictionary<string, Table>;
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
