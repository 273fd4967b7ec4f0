using Segmentation.Clustering;
using Segmentation.Criteria;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>One cluster of customers and the rule that finds it.</summary>
/// <param name="Name">Its name, from its rule.</param>
/// <param name="Accounts">Accounts in it.</param>
public sealed record CustomerCluster(string Name, int Accounts)
{
    /// <summary>Gets the share of the clustered accounts.</summary>
    public required double Share { get; init; }

    /// <summary>Gets what its accounts pay; null where the exports hold no ARR.</summary>
    public double? Arr { get; init; }

    /// <summary>Gets the share of the ARR of the clustered accounts; null where there is none.</summary>
    public double? ArrShare { get; init; }

    /// <summary>Gets how much nearer its accounts are to each other than to the nearest other cluster, in [-1, 1].</summary>
    public required double Silhouette { get; init; }

    /// <summary>Gets how it fared in resamples.</summary>
    public required ClusterRecovery Recovery { get; init; }

    /// <summary>Gets the rule, its cuts rounded; null where no leaf of the tree is mostly of this cluster.</summary>
    public Criterion? Rule { get; init; }

    /// <summary>Gets the rule in words; null where there is none.</summary>
    public string? RuleWords { get; init; }

    /// <summary>Gets the clustered accounts that the rule finds.</summary>
    public int Found { get; init; }

    /// <summary>Gets those of them that are in the cluster.</summary>
    public int Correct { get; init; }

    /// <summary>Gets the share of the accounts found that are in the cluster; null where none is found.</summary>
    public double? Precision => Found == 0 ? null : (double)Correct / Found;

    /// <summary>Gets the share of the cluster's accounts that the rule finds.</summary>
    public double Recall => (double)Correct / Accounts;

    /// <summary>Gets all accounts of today that the rule finds, those that were left out of the clustering too.</summary>
    public int ByRule { get; init; }

    /// <summary>Gets the accounts that the rule found at the start of the window; 0 where it could not be asked.</summary>
    public int Watched { get; init; }

    /// <summary>Gets what became of those: the share that churned or expanded, or what they pay at the end over what they paid at the start. Null where it could not be asked.</summary>
    public double? Outcome { get; init; }

    /// <summary>Gets the interval of a share; null where there is none.</summary>
    public Interval? OutcomeInterval { get; init; }
}
