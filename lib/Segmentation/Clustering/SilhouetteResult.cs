using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>How much nearer points are to their own cluster than to the nearest other.</summary>
/// <param name="Mean">Mean over all points, in [-1, 1]; higher is better; NaN where there are fewer than two clusters. L. Kaufman and P. J. Rousseeuw read above .5 as a reasonable, above .7 as a strong structure,
/// and at most .25 as none.</param>
/// <param name="ByCluster">The mean of each cluster, in the order of the labels; NaN where it has no points.</param>
/// <param name="PointsUsed">Points that were held against each other: all, or those of a sample.</param>
/// <param name="Points">All points.</param>
public sealed record SilhouetteResult(double Mean, ImmutableArray<double> ByCluster, int PointsUsed, int Points)
{
    /// <summary>Gets whether all points were used.</summary>
    public bool IsExact => PointsUsed == Points;
}
