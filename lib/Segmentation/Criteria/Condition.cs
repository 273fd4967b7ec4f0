using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>A node of a parsed criterion: one of the records below. It is evaluated, analysed, explained and translated; nothing is parsed twice.</summary>
public abstract record Condition
{
    /// <summary>Gets where the node begins in the criterion's text, zero-based.</summary>
    public int Start { get; init; }

    /// <summary>Gets the number of characters it takes.</summary>
    public int Length { get; init; }
}

/// <summary>All parts hold: <c>a and b</c>.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AllOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>At least one part holds: <c>a or b</c>.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AnyOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>The inner condition does not hold: <c>not a</c>.</summary>
/// <param name="Inner">The condition.</param>
public sealed record NotOf(Condition Inner) : Condition;

/// <summary>A field compared with a value: <c>employees &gt;= 1000</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Comparison">How.</param>
/// <param name="Value">With what.</param>
public sealed record Compared(string Field, Comparison Comparison, Operand Value) : Condition;

/// <summary>A field between two values, both included: <c>employees between 51 and 200</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="From">Lowest value, included.</param>
/// <param name="To">Highest value, included.</param>
public sealed record Between(string Field, Operand From, Operand To) : Condition;

/// <summary>A field is one of several values: <c>industry in [Technology, Healthcare]</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Values">One or more.</param>
public sealed record OneOf(string Field, ImmutableArray<Operand> Values) : Condition;

/// <summary>A field holds no value: <c>industry is blank</c>. Never unknown.</summary>
/// <param name="Field">The field's name as declared.</param>
public sealed record IsBlank(string Field) : Condition;

/// <summary>A text holds another, without regard to case: <c>title contains "sales"</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Part">What it holds; not empty.</param>
public sealed record Contains(string Field, string Part) : Condition;

/// <summary>Holds for every record: <c>otherwise</c>, the last segment of a dimension.</summary>
public sealed record Always : Condition;
