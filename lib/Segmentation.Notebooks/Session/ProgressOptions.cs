namespace Segmentation.Notebooks.Session;

/// <summary>How progress bars are drawn.</summary>
public sealed record ProgressOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ProgressOptions Default { get; } = new();

    /// <summary>Gets the shortest time between two drawings of a bar; the last state is drawn whatever the time. Default 100 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(100);
}
