namespace Segmentation.Notebooks.Kernel;

/// <summary>The limits of a kernel.</summary>
public sealed record KernelOptions
{
    /// <summary>Gets the defaults.</summary>
    public static KernelOptions Default { get; } = new();

    /// <summary>Gets the longest message that is read from standard input, in bytes; a longer one is left out with a note. Default 64 MiB.</summary>
    public int LongestMessage { get; init; } = 64 * 1024 * 1024;

    /// <summary>Gets how many cells the history remembers; older ones are forgotten first. Default 10,000.</summary>
    public int MostHistory { get; init; } = 10_000;

    /// <summary>Gets the longest result that the history remembers, in characters; a longer one is cut. Default 10,000.</summary>
    public int LongestHistoryOutput { get; init; } = 10_000;
}
