using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>Some records of a tree, and how they are split.</summary>
/// <param name="Counts">Records of each label.</param>
public sealed record TreeNode(ImmutableArray<int> Counts)
{
    /// <summary>Gets the condition of the first side; null in a leaf.</summary>
    public TreeCondition? FirstCondition { get; init; }

    /// <summary>Gets the condition of the second side; null in a leaf.</summary>
    public TreeCondition? SecondCondition { get; init; }

    /// <summary>Gets the records that meet the first condition: the lower numbers, or some categories; null in a leaf.</summary>
    public TreeNode? First { get; init; }

    /// <summary>Gets the records that meet the second condition: the numbers from the cut on, or the other categories; null in a leaf.</summary>
    public TreeNode? Second { get; init; }

    /// <summary>Gets the number of records.</summary>
    public int Records => Counts.Sum();

    /// <summary>Gets the label that most records have; the lowest of equals.</summary>
    public int Label => Counts.IndexOf(Counts.Max());
}
