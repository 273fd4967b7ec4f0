namespace Segmentation.Notebooks.Session;

/// <summary>How long an interrupt waits before it takes the next, rougher way to stop a cell. Every time counts from the interrupt.</summary>
public sealed record InterruptOptions
{
    /// <summary>Gets the options of every session that states none.</summary>
    public static InterruptOptions Default { get; } = new();

    /// <summary>Gets when threads that sleep or wait are woken. Until then the cell's own loops and functions may end it. Default: 20 ms.</summary>
    public TimeSpan WakeAfter { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Gets how long a cell whose threads all rest may take to go on by itself; after that it counts as waiting, and nothing is waited for. Default: 60 ms.</summary>
    public TimeSpan RestAfter { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>Gets when a cell that nothing stops is left behind. Default: 3 s.</summary>
    public TimeSpan AbandonAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Gets how often the state of the cell is looked at in between. Default: 10 ms.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMilliseconds(10);
}
