namespace Segmentation.Clustering;

/// <summary>How stability is measured and read. Change one with <c>with</c>.</summary>
public sealed record ClusterStabilityOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ClusterStabilityOptions Default { get; } = new();

    /// <summary>Gets the number of resamples. At least 1. Default 100.</summary>
    public int Resamples { get; init; } = 100;

    /// <summary>Gets the seed of the resamples. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the mean similarity below which a cluster is not to be trusted; exactly this is a pattern. Default 0.6 (Hennig).</summary>
    public double PatternFrom { get; init; } = 0.6;

    /// <summary>Gets the mean similarity from which a cluster is stable; also that from which one resample is said to have recovered it. Default 0.75 (Hennig).</summary>
    public double StableFrom { get; init; } = 0.75;

    /// <summary>Gets the similarity at which one resample is said to have dissolved the cluster; at most. Default 0.5 (Hennig).</summary>
    public double DissolvedAt { get; init; } = 0.5;

    /// <summary>Gets the most threads; -1 for as many as there are processors. It changes no answer. Default -1.</summary>
    public int MaximumThreads { get; init; } = -1;
}
