namespace Segmentation.Clustering;

/// <summary>How the number of clusters is chosen. Change one with <c>with</c>.</summary>
public sealed record ClusterCountOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ClusterCountOptions Default { get; } = new();

    /// <summary>Gets the most clusters looked at. At least 2. Default 8.</summary>
    public int Most { get; init; } = 8;

    /// <summary>Gets the number of reference samples without clusters. At least 19, or no p-value could reach 0.05. Default 100.</summary>
    public int References { get; init; } = 100;

    /// <summary>Gets where the reference samples are drawn. Default <see cref="ReferenceBox.Principal"/>.</summary>
    public ReferenceBox Reference { get; init; } = ReferenceBox.Principal;

    /// <summary>Gets the most points that the gap statistic is taken on; above, a sample is drawn. Default 2,000.</summary>
    public int GapPoints { get; init; } = 2000;

    /// <summary>Gets the largest p-value at which the points are taken to have clusters. Default 0.05.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>Gets the standard errors by which the gap of the number chosen may fall short of the widest. Default 1 (Dudoit and Fridlyand).</summary>
    public double StandardErrors { get; init; } = 1;

    /// <summary>Gets the mean silhouette that clusters have to exceed. Default 0.25 (Kaufman and Rousseeuw: no substantial structure up to it).</summary>
    public double LeastSilhouette { get; init; } = 0.25;

    /// <summary>Gets how each k-means is found.</summary>
    public KMeansOptions Search { get; init; } = KMeansOptions.Default;

    /// <summary>Gets how silhouettes are taken.</summary>
    public SilhouetteOptions Silhouettes { get; init; } = SilhouetteOptions.Default;

    /// <summary>Gets the seed of the reference samples. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
