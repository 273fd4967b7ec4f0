namespace Segmentation.Notebooks.Session;

/// <summary>How text that a cell writes to the console is passed on.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ConsoleOptions Default { get; } = new();

    /// <summary>Gets how long text waits for more before it is passed on. Default 20 ms: too short to see, long enough to gather thousands of lines.</summary>
    public TimeSpan FlushAfter { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Gets the length at which text waits no longer, in characters. Default 65,536.</summary>
    public int FlushAt { get; init; } = 64 * 1024;

    /// <summary>
    /// Gets how much text a cell may write, in characters, since it began or last cleared its output; what follows is counted and left out. Default
    /// 1,000,000: some ten thousand lines, more than anybody reads and about as much as front ends draw without stalling.
    /// </summary>
    public int MostText { get; init; } = 1_000_000;

    /// <summary>Gets the longest unfinished line that is taken for the prompt when a cell reads from the console, in characters. Default 500.</summary>
    public int LongestPrompt { get; init; } = 500;
}
