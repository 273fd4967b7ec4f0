using Segmentation.Playbook;

namespace Segmentation.Clustering;

/// <summary>How a <see cref="DecisionTree"/> grows. Change one with <c>with</c>.</summary>
public sealed record DecisionTreeOptions
{
    /// <summary>Gets the defaults.</summary>
    public static DecisionTreeOptions Default { get; } = new();

    /// <summary>Gets what a split makes smaller. Default <see cref="SplitCriterion.Gini"/>.</summary>
    public SplitCriterion Criterion { get; init; } = SplitCriterion.Gini;

    /// <summary>Gets the most splits from the root to a leaf. At least 0. Default 3: a rule of more conditions is not remembered.</summary>
    public int MaximumDepth { get; init; } = 3;

    /// <summary>Gets the fewest records of a leaf. At least 1. Default: the playbook's smallest segment.</summary>
    public int MinimumLeaf { get; init; } = PlaybookLimits.Default.SmallestSegmentError;

    /// <summary>Gets the least that a split must gain, as a proportion of how mixed all records are. In [0, 1]. Default 0.01.</summary>
    public double MinimumGain { get; init; } = 0.01;

    /// <summary>Gets the number of categories up to which every division in two sets is tried; above, only those along an order of the categories. Default 10.</summary>
    public int ExhaustiveCategories { get; init; } = 10;
}
