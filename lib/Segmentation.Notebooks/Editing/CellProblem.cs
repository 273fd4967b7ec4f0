namespace Segmentation.Notebooks.Editing;

/// <summary>What the compiler has to say of a stretch of a cell, before it runs.</summary>
/// <param name="Start">Where the stretch begins: a UTF-16 offset into the cell, included.</param>
/// <param name="End">Where it ends, excluded; after <paramref name="Start"/> wherever the cell has text there.</param>
/// <param name="Code">Code of the message, such as <c>CS0103</c>.</param>
/// <param name="Message">What was found and expected.</param>
/// <param name="IsError">Whether the cell would fail; else it is a warning.</param>
public sealed record CellProblem(int Start, int End, string Code, string Message, bool IsError);
