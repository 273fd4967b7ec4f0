using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>The records of one export that are one entity with another record. Exact keys after normalisation only: near-duplicates are the Match stage's.</summary>
public sealed record DuplicateClusters : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"duplicates-{Kind.ToString().ToLowerInvariant()}";

    /// <summary>Gets whether these are accounts or contacts.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Gets the number of records.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the number of records that hold nothing to compare by; each counts as an entity of its own.</summary>
    public required int WithoutKey { get; init; }

    /// <summary>Gets the number of entities that the records are.</summary>
    public required int Entities { get; init; }

    /// <summary>Gets the number of records that share their entity with another record.</summary>
    public required int InClusters { get; init; }

    /// <summary>Gets the limit: the rate a clean database stays below, as a proportion.</summary>
    public required double Limit { get; init; }

    /// <summary>Gets the records that merging would remove.</summary>
    public int Surplus => Records - Entities;

    /// <summary>Gets the duplicate rate (records - entities) / records, a proportion; null without records.</summary>
    public double? DuplicateRate => Records == 0 ? null : (double)Surplus / Records;

    /// <summary>Gets the records in any cluster as a proportion of all, up to twice the duplicate rate; null without records.</summary>
    public double? InClustersShare => Records == 0 ? null : (double)InClusters / Records;

    /// <summary>Gets one row a cluster, largest first, then most ARR: number, records, rules that joined, identifiers, names, ARR.</summary>
    public required Table Clusters { get; init; }

    /// <summary>Gets one row a cluster size: records in a cluster, number of clusters, records in them.</summary>
    public required Table Sizes { get; init; }

    /// <summary>Gets one row a record in a cluster, in the order of <see cref="Clusters"/>, with the cluster's number.</summary>
    public required Table Members { get; init; }

    /// <summary>Gets one row a group that may be one entity and was not joined: same domain under other names, same name in another country.</summary>
    public required Table Possible { get; init; }

    /// <summary>Gets one row a key that too many records share to say anything; it joined nothing.</summary>
    public required Table GenericKeys { get; init; }

    /// <summary>Gets the number of clusters.</summary>
    public int ClusterCount => Clusters.RowCount;

    /// <inheritdoc/>
    public override Table ToTable() => Clusters;
}
