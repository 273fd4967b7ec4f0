namespace Segmentation.Clustering;

/// <summary>How <see cref="GaussianMixture"/> is fitted. Change one with <c>with</c>.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>Gets the defaults.</summary>
    public static GaussianMixtureOptions Default { get; } = new();

    /// <summary>Gets what the spread of a component may look like. Default <see cref="CovarianceShape.Full"/>; the same in one dimension.</summary>
    public CovarianceShape Shape { get; init; } = CovarianceShape.Full;

    /// <summary>Gets how the k-means is found that the fit starts from.</summary>
    public KMeansOptions Start { get; init; } = KMeansOptions.Default;

    /// <summary>Gets the most iterations. At least 1. Default 1,000.</summary>
    public int MaximumIterations { get; init; } = 1000;

    /// <summary>Gets the gain of an iteration in mean log-likelihood a point at which the fit ends; at most. Default 0.0000001.</summary>
    public double Tolerance { get; init; } = 1e-7;

    /// <summary>Gets what is added to the variance of a coordinate in every component, as a proportion of its variance over all points: it keeps a component from collapsing onto points of one value. Above 0.
    /// Default 0.000001. Where many values are tied, a larger one (0.001) keeps a component from standing for a single value.</summary>
    public double Ridge { get; init; } = 1e-6;
}
