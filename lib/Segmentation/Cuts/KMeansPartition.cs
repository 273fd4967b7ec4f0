using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>An optimal one-dimensional k-means of one number of bands.</summary>
/// <param name="Cuts">k - 1 cuts, ascending: the lowest value of each band but the first.</param>
/// <param name="Records">Length k: the records of each band. On the log scale the first counts the values of 0 or below too.</param>
/// <param name="Centres">Length k: the weighted mean of each band, on the scale of the distances.</param>
/// <param name="Within">Length k: the weighted squares about the centre of each band, on that scale squared.</param>
public sealed record KMeansPartition(ImmutableArray<double> Cuts, ImmutableArray<int> Records, ImmutableArray<double> Centres, ImmutableArray<double> Within)
{
    /// <summary>Gets the limits that no cuts into so many bands can meet; the partition is the best with them eased as little as that takes.</summary>
    public ImmutableArray<BandShortfall> Shortfalls { get; init; } = [];

    /// <summary>Gets the number of bands k.</summary>
    public int Bands => Centres.Length;

    /// <summary>Gets the sum of <see cref="Within"/>: what k-means makes as small as can be.</summary>
    public double TotalWithin => Within.Sum();
}
