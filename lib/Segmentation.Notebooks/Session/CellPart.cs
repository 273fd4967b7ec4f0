namespace Segmentation.Notebooks.Session;

/// <summary>A stretch of a cell in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Code">The text; lines before it in the cell are blank, so that line numbers are those of the cell.</param>
/// <param name="ResultName">The variable that a SQL result goes to (<c>--name</c>); null for the default.</param>
internal sealed record CellPart(CellLanguage Language, string Code, string? ResultName);
