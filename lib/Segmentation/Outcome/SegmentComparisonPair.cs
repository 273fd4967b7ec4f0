namespace Segmentation.Outcome;

/// <summary>Two segments of a dimension side by side.</summary>
/// <param name="Segment">The first.</param>
/// <param name="Other">The second.</param>
/// <param name="Against">The rates.</param>
public sealed record SegmentComparisonPair(string Segment, string Other, SegmentComparisonRate Against);
