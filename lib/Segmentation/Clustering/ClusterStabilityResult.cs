using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>Whether clusters come back in resamples of their points.</summary>
/// <param name="Clusters">One a cluster, in the order of the labels.</param>
/// <param name="Options">The options.</param>
public sealed record ClusterStabilityResult(ImmutableArray<ClusterRecovery> Clusters, ClusterStabilityOptions Options)
{
    /// <summary>Gets the reading of the least stable cluster.</summary>
    public ClusterReading Weakest => Clusters.Min(c => c.Reading);
}
