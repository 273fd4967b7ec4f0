namespace Segmentation.Clustering;

/// <summary>How mixed the labels of some records are.</summary>
public enum SplitCriterion
{
    /// <summary>The chance that two records drawn with replacement have different labels: 1 - Σ p².</summary>
    Gini,

    /// <summary>The entropy of the labels: -Σ p ln p.</summary>
    Entropy,
}
