using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Functions that every C# cell can call by their bare name.</summary>
public static class CellFunctions
{
    /// <summary>Shows a value below the cell, at this point of its output; null shows nothing.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void display(object? value) => (CellScope.Current ?? throw new InvalidOperationException(
        "Nothing can be shown here: no notebook cell is running. 'display' is for code in cells.")).Show(value);
}
