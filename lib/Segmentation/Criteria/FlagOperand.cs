namespace Segmentation.Criteria;

/// <summary>Yes or no.</summary>
/// <param name="Value">Which.</param>
public sealed record FlagOperand(bool Value) : Operand;
