namespace Segmentation.Criteria;

/// <summary>A number.</summary>
/// <param name="Value">The number, finite.</param>
public sealed record NumberOperand(double Value) : Operand;
