namespace Segmentation.Notebooks.Run;

/// <summary>A variable that the cell tagged <c>parameters</c> declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# spells it, without <c>?</c>; null where the declaration does not show one that the command line can give.</param>
/// <param name="Declared">The type to declare it with.</param>
internal sealed record Parameter(string Name, string? Type, string Declared);
