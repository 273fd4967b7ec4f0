namespace Segmentation.Criteria;

/// <summary>A field between two values, both included: <c>employees between 51 and 200</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="From">Lowest value, included.</param>
/// <param name="To">Highest value, included.</param>
public sealed record Between(string Field, Operand From, Operand To) : Condition;
