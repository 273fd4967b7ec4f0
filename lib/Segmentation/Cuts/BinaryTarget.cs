using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>A yes or no: churned in the window, expanded in the window.</summary>
/// <param name="Event">Length n. Whether it happened.</param>
public sealed record BinaryTarget(ImmutableArray<bool> Event) : CutTarget
{
    /// <inheritdoc/>
    public override int Count => Event.Length;

    /// <inheritdoc/>
    public override CutTarget Take(ReadOnlySpan<int> rows) => new BinaryTarget(Taken(Event, rows));
}
