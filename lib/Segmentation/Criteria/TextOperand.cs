namespace Segmentation.Criteria;

/// <summary>A text.</summary>
/// <param name="Value">The text as written.</param>
public sealed record TextOperand(string Value) : Operand;
