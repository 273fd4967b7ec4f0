using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>One field, or one value of one, over the clusters.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value whose share is taken; null for a number, of which the median is taken.</param>
/// <param name="All">Median or share over all clustered accounts.</param>
/// <param name="ByCluster">The same for each cluster.</param>
/// <param name="Deviations">How far each cluster lies from all, for a number in standard deviations on the scale of the clustering, for a value the difference of the shares.</param>
public sealed record CustomerClustersProfileRow(string Field, string? Value, double All, ImmutableArray<double> ByCluster, ImmutableArray<double> Deviations);
