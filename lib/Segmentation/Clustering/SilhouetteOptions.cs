namespace Segmentation.Clustering;

/// <summary>How much of the points a silhouette is taken on. Change one with <c>with</c>.</summary>
public sealed record SilhouetteOptions
{
    /// <summary>Gets the defaults.</summary>
    public static SilhouetteOptions Default { get; } = new();

    /// <summary>Gets the most points that are held against each other; above, a sample of about so many is drawn, of each cluster in proportion. At least 2. Default 5,000.</summary>
    public int MaximumPoints { get; init; } = 5000;

    /// <summary>Gets the seed of the sample. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the most threads; -1 for as many as there are processors. It changes no answer. Default -1.</summary>
    public int MaximumThreads { get; init; } = -1;
}
