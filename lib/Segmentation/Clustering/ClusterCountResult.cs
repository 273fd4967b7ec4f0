using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>How many clusters points have, if any.</summary>
/// <param name="Clusters">The number chosen; 1 where no clusters are supported.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Rows">One a number of clusters, from 1.</param>
/// <param name="PValue">How often points without clusters gain as much by being divided as these; a proportion; NaN where nothing could be divided.</param>
/// <param name="GapPoints">Points that the gap was taken on.</param>
/// <param name="Best">The grouping into <paramref name="Clusters"/>.</param>
/// <param name="Options">The options.</param>
public sealed record ClusterCountResult(int Clusters, string Reason, ImmutableArray<ClusterCountRow> Rows, double PValue, int GapPoints, KMeansResult Best, ClusterCountOptions Options)
{
    /// <summary>Gets whether the points have clusters.</summary>
    public bool HasClusters => Clusters > 1;
}
