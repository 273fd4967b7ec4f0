using Segmentation.Clustering;

namespace Segmentation.Calibrate;

/// <summary>How customer clusters are found and described. Change one with <c>with</c>.</summary>
public sealed record CustomerClustersOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CustomerClustersOptions Default { get; } = new();

    /// <summary>Gets the number of clusters; null to choose it, between the playbook's fewest and most values of a dimension where so many are apart. A number given is found whether the data support it or not, and the result says so.</summary>
    public int? Clusters { get; init; }

    /// <summary>Gets the skewness of the positive values of a number above which it stands on a logarithmic scale, where that is less skewed. Default 1.</summary>
    public double LogSkewness { get; init; } = 1;

    /// <summary>Gets the share of its accounts with different values from which a text is a name and not used. Default 0.5.</summary>
    public double NameShare { get; init; } = 0.5;

    /// <summary>Gets the correlation of two used numbers from which it is said that they count twice, up or down. Default 0.7.</summary>
    public double Alike { get; init; } = 0.7;

    /// <summary>Gets the significant digits of the cuts in rules. Default 2.</summary>
    public int Digits { get; init; } = 2;

    /// <summary>Gets what is watched of each cluster. Default <see cref="OutcomeMeasure.Churned"/>.</summary>
    public OutcomeMeasure Outcome { get; init; } = OutcomeMeasure.Churned;

    /// <summary>Gets how the number of clusters is chosen; the most and the seed come from the playbook's limits and the data. Default: that of <see cref="ClusterCountOptions"/>, with 50 references:
    /// a p-value of 0.02 can be reached.</summary>
    public ClusterCountOptions Count { get; init; } = ClusterCountOptions.Default with { References = 50 };

    /// <summary>Gets how stability is measured; the seed comes from the data.</summary>
    public ClusterStabilityOptions Stability { get; init; } = ClusterStabilityOptions.Default;

    /// <summary>Gets how the tree grows whose leaves are the rules; the smallest leaf comes from the playbook's limits.</summary>
    public DecisionTreeOptions Tree { get; init; } = DecisionTreeOptions.Default;
}
