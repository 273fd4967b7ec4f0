namespace Segmentation.Match;

/// <summary>A link between two records of a cluster.</summary>
/// <param name="Left">Zero-based row of one record.</param>
/// <param name="Right">Zero-based row of the other.</param>
/// <param name="Weight">Match weight of the pair.</param>
public sealed record ClusterLink(int Left, int Right, double Weight);
