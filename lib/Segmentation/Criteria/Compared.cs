namespace Segmentation.Criteria;

/// <summary>A field compared with a value: <c>employees &gt;= 1000</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Operator">How.</param>
/// <param name="Value">With what.</param>
public sealed record Compared(string Field, ComparisonOperator Operator, Operand Value) : Condition;
