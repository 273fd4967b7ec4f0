namespace Segmentation.Criteria;

/// <summary>A day.</summary>
/// <param name="Value">The day, at midnight.</param>
public sealed record DateOperand(DateTime Value) : Operand;
