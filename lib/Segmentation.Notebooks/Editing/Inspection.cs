namespace Segmentation.Notebooks.Editing;

/// <summary>What is known of the name at a cursor.</summary>
/// <param name="Start">Where the name begins: a UTF-16 offset into the cell, included.</param>
/// <param name="End">Where it ends, excluded.</param>
/// <param name="Signature">Its declaration, in the language of the cell.</param>
/// <param name="Summary">Its documentation as plain text; null where it has none.</param>
/// <param name="Value">The present value of a session's variable, in a line; null for other names.</param>
public sealed record Inspection(int Start, int End, string Signature, string? Summary, string? Value);
