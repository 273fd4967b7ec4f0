using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>A number: net retention over the window.</summary>
/// <param name="Value">Length n. Finite.</param>
public sealed record ContinuousTarget(ImmutableArray<double> Value) : CutTarget
{
    /// <inheritdoc/>
    public override int Count => Value.Length;

    /// <inheritdoc/>
    public override CutTarget Take(ReadOnlySpan<int> rows) => new ContinuousTarget(Taken(Value, rows));
}
