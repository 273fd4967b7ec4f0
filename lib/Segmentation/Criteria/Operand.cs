namespace Segmentation.Criteria;

/// <summary>A value that a condition compares with.</summary>
/// <remarks>One of <see cref="NumberOperand"/>, <see cref="TextOperand"/>, <see cref="FlagOperand"/>, <see cref="DateOperand"/> and <see cref="RelativeDateOperand"/>.</remarks>
public abstract record Operand;
