namespace Segmentation.Framework;

/// <summary>How far an item is agreed, since when, on what evidence, and what is still open.</summary>
public sealed record Standing
{
    /// <summary>Gets an item that nobody has agreed to yet.</summary>
    public static Standing Assumed { get; } = new();

    /// <summary>Gets the status. Default <see cref="ItemStatus.Assumed"/>.</summary>
    public ItemStatus Status { get; init; }

    /// <summary>Gets the day of the status; null where it is not written.</summary>
    public DateTime? Date { get; init; }

    /// <summary>Gets the notebook result that the item rests on: <c>01-audit: readiness</c>; null where there is none.</summary>
    public string? Evidence { get; init; }

    /// <summary>Gets the question that is still open; null where there is none.</summary>
    public string? Question { get; init; }

    /// <summary>Gets whether sign-off waits for the item; null where the kind of item decides (dimensions, segments, exclusions and fields in use are critical, the rest is not).</summary>
    public bool? IsCritical { get; init; }
}
