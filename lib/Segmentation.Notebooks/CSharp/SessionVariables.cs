using System.Collections.Immutable;
using System.Reflection;

namespace Segmentation.Notebooks.CSharp;

/// <summary>The C# variables of a session: the fields of the classes that cells compile to, the latest of a name winning. May be read from any thread while a cell runs.</summary>
internal sealed class SessionVariables
{
    private volatile ImmutableDictionary<string, (FieldInfo Field, object Cell, int Order)> fields = ImmutableDictionary.Create<string, (FieldInfo, object, int)>(StringComparer.Ordinal);

    private int declared;

    /// <summary>Gets the names, in the order in which they were last declared.</summary>
    public IEnumerable<string> Names => fields.OrderBy(f => f.Value.Order).Select(f => f.Key);

    /// <summary>Returns a variable's present value.</summary>
    public bool TryGet(string name, out object? value)
    {
        var found = fields.TryGetValue(name, out var at);
        value = found ? at.Field.GetValue(at.Cell) : null;
        return found;
    }

    /// <summary>Returns the cell that holds a variable; null where there is no such variable.</summary>
    public object? CellOf(string name) => fields.TryGetValue(name, out var at) ? at.Cell : null;

    /// <summary>Takes in the variables that a cell declared.</summary>
    public void Add(object cell)
    {
        foreach (var field in cell.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (!field.Name.StartsWith('<')) fields = fields.SetItem(field.Name, (field, cell, ++declared));
        }
    }

    /// <summary>Gives a declared variable its value.</summary>
    public void Set(string name, object value)
    {
        var (field, cell, _) = fields[name];
        field.SetValue(cell, value);
    }
}
