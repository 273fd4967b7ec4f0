using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>All parts hold: <c>a and b</c>.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AllOf(ImmutableArray<Condition> Parts) : Condition;
