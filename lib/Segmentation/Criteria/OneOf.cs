using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>A field is one of several values: <c>industry in [Technology, Healthcare]</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Values">One or more.</param>
public sealed record OneOf(string Field, ImmutableArray<Operand> Values) : Condition;
