namespace Segmentation.Criteria;

/// <summary>The inner condition does not hold: <c>not a</c>.</summary>
/// <param name="Inner">The condition.</param>
public sealed record NotOf(Condition Inner) : Condition;
