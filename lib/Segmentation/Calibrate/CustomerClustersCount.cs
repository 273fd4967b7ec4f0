using Segmentation.Clustering;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>What speaks for each number of customer clusters.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Taken">The number taken; 1 where none is.</param>
public sealed record CustomerClustersCount(ClusterCountResult Choice, int Taken) : Result
{
    /// <inheritdoc/>
    public override string ResultName => "customer-clusters-count";

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "number of clusters",
        Column.Of("clusters", Choice.Rows.Select(r => (double)r.Clusters)),
        Column.Of("within sum of squares", Choice.Rows.Select(r => r.WithinSum), NumberFormat.Score),
        Column.Of("gap", Choice.Rows.Select(r => r.Gap), NumberFormat.Score),
        Column.Of("standard error", Choice.Rows.Select(r => r.GapError), NumberFormat.Score),
        Column.Of("silhouette", Choice.Rows.Select(r => r.Silhouette), NumberFormat.Score),
        Column.Of("Calinski-Harabasz", Choice.Rows.Select(r => double.IsFinite(r.CalinskiHarabasz) ? r.CalinskiHarabasz : (double?)null), NumberFormat.Score),
        Column.Of("Davies-Bouldin", Choice.Rows.Select(r => double.IsFinite(r.DaviesBouldin) ? r.DaviesBouldin : (double?)null), NumberFormat.Score),
        Column.Of("taken", Choice.Rows.Select(r => r.Clusters == Taken ? "taken" : null)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Choice.Reason];
}
