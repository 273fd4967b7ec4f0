namespace Segmentation.Clustering;

/// <summary>How <see cref="KMeans"/> searches. Change one with <c>with</c>.</summary>
public sealed record KMeansOptions
{
    /// <summary>Gets the defaults.</summary>
    public static KMeansOptions Default { get; } = new();

    /// <summary>Gets the seed of the starts: the same seed gives the same answer on every machine and any number of threads. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the number of starts, each from other random centres; the one with the smallest within sum counts. At least 1. Default 10.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>Gets the most iterations of a start. At least 1. Default 300.</summary>
    public int MaximumIterations { get; init; } = 300;

    /// <summary>Gets when a start is near enough to its end to be compared with the others: the centres' squared moves in one iteration add up to at most this times the mean variance of the coordinates.
    /// The best start is then continued until no point changes its cluster. Default 0.0001; 0 takes every start to its very end.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Gets the most threads; -1 for as many as there are processors. It changes no answer. Default -1.</summary>
    public int MaximumThreads { get; init; } = -1;
}
