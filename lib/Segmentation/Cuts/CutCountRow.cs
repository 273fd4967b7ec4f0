using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>What speaks for one number of bands.</summary>
/// <param name="Bands">Number of bands k.</param>
/// <param name="Cuts">The optimal k-means cuts within the limits, ascending.</param>
/// <param name="Within">Weighted squares about the centres of the bands, on the scale of the distances.</param>
/// <param name="GoodnessOfVarianceFit">1 - within(k) / within(1), in [0, 1]; grows with k (G. F. Jenks).</param>
/// <param name="Bic">Bayesian information criterion of bands that are normal with one variance; lower is better. D. Pelleg and A. Moore, "X-means", ICML 2000, 727-734.</param>
/// <param name="Silhouette">Mean silhouette width of the records on the scale, in [-1, 1], higher is better; null for one band. P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20, 1987, 53-65.</param>
/// <param name="Gap">How much less is left within than in even spreads, as a difference of natural logarithms; of the best cuts without limits, because limits say what is wanted and not what the values are.</param>
/// <param name="GapError">Standard error of <paramref name="Gap"/> over the even spreads, s(k).</param>
public sealed record CutCountRow(int Bands, ImmutableArray<double> Cuts, double Within, double GoodnessOfVarianceFit, double Bic, double? Silhouette, double Gap, double GapError)
{
    /// <summary>Gets the limits that so many bands cannot meet.</summary>
    public ImmutableArray<BandShortfall> Shortfalls { get; init; } = [];

    /// <summary>Gets a value indicating whether so many bands can meet the limits on what a band holds and on the number of bands.</summary>
    public required bool MeetsLimits { get; init; }
}
