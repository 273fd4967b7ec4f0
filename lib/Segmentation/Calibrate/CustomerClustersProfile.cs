using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>What each customer cluster is like: the median of every number, the share of every value, beside those of all.</summary>
public sealed record CustomerClustersProfile : Result
{
    /// <inheritdoc/>
    public override string ResultName => "customer-clusters-profile";

    /// <summary>Gets the clusters.</summary>
    public required ImmutableArray<string> Clusters { get; init; }

    /// <summary>Gets the fields and values, in the order of the fields used; then ARR where it is not one of them.</summary>
    public required ImmutableArray<CustomerClustersProfileRow> Rows { get; init; }

    /// <summary>Returns one row a field or value: all, then each cluster. A share is a proportion.</summary>
    public override Table ToTable() => new(
        "profile of the clusters",
        RecordAssignment.Distinct([
            Column.Of("field", Rows.Select(r => r.Field)),
            Column.Of("is", Rows.Select(r => r.Value is null ? "median" : $"share of {r.Value}")),
            Column.Of("all", Rows.Select(r => Readable(r.All))),
            .. Clusters.Select((name, c) => Column.Of(name, Rows.Select(r => Readable(r.ByCluster[c])))),
        ]));

    // Four digits are as sharp as a profile is.
    private static double Readable(double value) => double.IsFinite(value) ? double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : double.NaN;
}
