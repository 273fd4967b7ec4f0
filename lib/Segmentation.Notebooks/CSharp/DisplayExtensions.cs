namespace Segmentation.Notebooks.CSharp;

/// <summary>Lets a C# cell show a value at the end of a chain of calls.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell, at this point of its output; null shows nothing.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The output: <c>Update</c> shows another value in its place.</returns>
    public static DisplayHandle Display(this object? value) => CellFunctions.display(value);
}
