namespace Segmentation.Criteria;

/// <summary>Holds for every record: <c>otherwise</c>, the last segment of a dimension.</summary>
public sealed record Always : Condition;
