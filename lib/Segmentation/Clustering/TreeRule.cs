using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>The way to a leaf: all conditions together.</summary>
/// <param name="Label">The label that most of the leaf's records have; the lowest of equals.</param>
/// <param name="Conditions">One a column, in the order of the splits; none where the tree has no split.</param>
/// <param name="Records">Records of the leaf.</param>
/// <param name="Correct">Those of them with the label.</param>
public sealed record TreeRule(int Label, ImmutableArray<TreeCondition> Conditions, int Records, int Correct)
{
    /// <inheritdoc/>
    public override string ToString() => Conditions.IsEmpty ? "every record" : string.Join(" and ", Conditions);
}
