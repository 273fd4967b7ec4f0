using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>Groups of points around centres.</summary>
/// <param name="Centres">One centre a cluster, in the order of their first coordinate, then of the next; the mean of the cluster's points.</param>
/// <param name="Labels">Length n, aligned with the points: zero-based cluster of each.</param>
/// <param name="Sizes">Points of each cluster, by count whatever they weigh.</param>
/// <param name="WithinSum">Sum of the squared distances of the points to the centre of their cluster, each times its weight; lower is closer.</param>
/// <param name="Iterations">Iterations of the start that counts.</param>
/// <param name="Converged">Whether the last iteration moved no point to another cluster; false where <see cref="KMeansOptions.MaximumIterations"/> ended it.</param>
/// <param name="Requested">Clusters asked for. There are fewer where the points have fewer distinct places.</param>
/// <param name="Options">The options.</param>
public sealed record KMeansResult(PointSet Centres, ImmutableArray<int> Labels, ImmutableArray<int> Sizes, double WithinSum, int Iterations, bool Converged, int Requested, KMeansOptions Options)
{
    /// <summary>Gets the number of clusters k.</summary>
    public int Clusters => Centres.Count;
}
