using Segmentation.Load;

namespace Segmentation.Clean;

/// <summary>One export as it was written.</summary>
/// <param name="File">File name in the folder.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Columns">Columns written.</param>
/// <param name="Neutralised">Cells and headers that got an apostrophe in front, so that no spreadsheet runs them and an empty text is told from no value; it is taken off when the folder is opened.</param>
public sealed record CleanFile(string File, EntityKind Kind, int Rows, int Columns, int Neutralised);
