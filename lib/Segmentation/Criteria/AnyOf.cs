using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>At least one part holds: <c>a or b</c>.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AnyOf(ImmutableArray<Condition> Parts) : Condition;
