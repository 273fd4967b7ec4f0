using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Duplicates among accounts and contacts, by keys that are equal after normalisation.</summary>
public sealed record DuplicatesResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "duplicates";

    /// <summary>Gets the duplicates among accounts; null where no export holds accounts.</summary>
    public required DuplicateClusters? Accounts { get; init; }

    /// <summary>Gets the duplicates among contacts; null where no export holds contacts.</summary>
    public required DuplicateClusters? Contacts { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        DuplicateClusters[] found = [.. new[] { Accounts, Contacts }.OfType<DuplicateClusters>()];
        return new Table(
            "duplicates",
            Column.Of("records of", found.Select(f => f.Kind.ToString().ToLowerInvariant())),
            Column.Of("records", found.Select(f => f.Records)),
            Column.Of("entities", found.Select(f => f.Entities)),
            Column.Of("duplicate rate", found.Select(f => f.DuplicateRate), NumberFormat.Share),
            Column.Of("in clusters", found.Select(f => f.InClusters)),
            Column.Of("share in clusters", found.Select(f => f.InClustersShare), NumberFormat.Share),
            Column.Of("limit: below", found.Select(f => f.Limit), NumberFormat.Share),
            Column.Of("clusters", found.Select(f => f.ClusterCount)),
            Column.Of("possible groups", found.Select(f => f.Possible.RowCount)),
            Column.Of("nothing to compare by", found.Select(f => f.WithoutKey)));
    }
}
