using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>A shallow tree that says in conditions which records have which label.</summary>
/// <param name="Root">All records.</param>
/// <param name="Labels">One a label, in the order of the labels: its rules, and how well they find it.</param>
/// <param name="Predicted">Length n: the label that the rules give each record; -1 where a blank in a column that is split on keeps it from every leaf.</param>
/// <param name="Options">The options.</param>
public sealed record DecisionTreeResult(TreeNode Root, ImmutableArray<TreeLabel> Labels, ImmutableArray<int> Predicted, DecisionTreeOptions Options)
{
    /// <summary>Gets the number of records.</summary>
    public int Records => Predicted.Length;

    /// <summary>Gets the records that no rule reaches because of a blank.</summary>
    public int Unplaced => Predicted.Count(p => p < 0);

    /// <summary>Gets the records that the rules give their own label.</summary>
    public int Correct => Labels.Sum(l => l.Correct);

    /// <summary>Gets the share of all records that the rules give their own label; a proportion. Records that no rule reaches are not right.</summary>
    public double Accuracy => (double)Correct / Records;

    /// <summary>Gets what saying the commonest label of every record would reach: what an accuracy is to be held against.</summary>
    public double LargestShare => (double)Labels.Max(l => l.Records) / Records;
}
