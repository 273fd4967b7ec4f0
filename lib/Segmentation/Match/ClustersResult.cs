using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Match;

/// <summary>The clusters of records that are one, with how sure each is, and what was refused and why.</summary>
public sealed record ClustersResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"{(Records.Kind == EntityKind.Accounts ? "account" : "contact")}-clusters";

    /// <summary>Gets the records clustered.</summary>
    public required MatchRecords Records { get; init; }

    /// <summary>Gets the match weight from which a pair is a match; at or above.</summary>
    public required double Threshold { get; init; }

    /// <summary>Gets which clusters are to be reviewed.</summary>
    public required ClusterOptions Options { get; init; }

    /// <summary>Gets the zero-based group of each record; length n, numbered by first appearance. A record without duplicates is a group of its own.</summary>
    public required ImmutableArray<int> Group { get; init; }

    /// <summary>Gets the number of groups, those of one record included.</summary>
    public required int GroupCount { get; init; }

    /// <summary>Gets the groups of two or more records, by first row.</summary>
    public required ImmutableArray<Cluster> Clusters { get; init; }

    /// <summary>Gets the pairs at or above the threshold that were refused, the strongest first.</summary>
    public required ImmutableArray<ClusterRefusal> Refusals { get; init; }

    /// <summary>Gets the pairs joined although neither weight nor guard can decide them (one name and two mailboxes at one company), the strongest first.</summary>
    public required ImmutableArray<(ClusterLink Link, string Doubt)> Doubts { get; init; }

    /// <summary>Gets the ids that decisions name and the export lacks; not an error, as records come and go.</summary>
    public required ImmutableArray<(MatchDecision Decision, string Id)> UnknownIds { get; init; }

    /// <summary>Gets the clusters that a person should look at.</summary>
    public IEnumerable<Cluster> ToReview => Clusters.Where(c => c.Review.Length > 0);

    /// <summary>Gets one row a record in a cluster, by cluster, then row: cluster, id, and the fields as they are compared.</summary>
    public Table Members
    {
        get
        {
            int[] rows = [.. Clusters.SelectMany(c => c.Rows)];
            Column[] own = [Column.Of("cluster", Clusters.SelectMany(c => c.Rows.Select(_ => (double)c.Number))), Column.Of("record", rows.Select(Id))];
            return new Table("records in clusters", own.Concat(Records.Fields.Take(rows).Columns.Where(c => !own.Any(o => o.Name.Equals(c.Name, StringComparison.OrdinalIgnoreCase)))));
        }
    }

    /// <summary>Gets one row a pair refused: the pair, its weight, why, and between which two records. They are the pair itself, or records joined to it before.</summary>
    public Table Refused => new(
        "pairs refused",
        Column.Of("left", Refusals.Select(r => Id(r.Left))),
        Column.Of("right", Refusals.Select(r => Id(r.Right))),
        Column.Of("weight", Refusals.Select(r => r.Weight), NumberFormat.Score),
        Column.Of("probability", Refusals.Select(r => MatchParameters.Probability(r.Weight)), NumberFormat.Share),
        Column.Of("kind", Refusals.Select(r => r.IsVeto ? "veto" : "conflict")),
        Column.Of("why", Refusals.Select(r => r.Reason)),
        Column.Of("between", Refusals.Select(r => $"{Id(r.ForbiddenLeft)}; {Id(r.ForbiddenRight)}")));

    /// <summary>Gets one row a pair in <see cref="Doubts"/>.</summary>
    public Table Doubtful => new(
        "pairs joined in doubt",
        Column.Of("left", Doubts.Select(d => Id(d.Link.Left))),
        Column.Of("right", Doubts.Select(d => Id(d.Link.Right))),
        Column.Of("weight", Doubts.Select(d => d.Link.Weight), NumberFormat.Score),
        Column.Of("doubt", Doubts.Select(d => d.Doubt)));

    /// <summary>Gets one row an id in <see cref="UnknownIds"/>.</summary>
    public Table Unknown => new(
        "decided, but not in the export",
        Column.Of("record", UnknownIds.Select(u => u.Id)),
        Column.Of("decision", UnknownIds.Select(u => u.Decision.Words)));

    /// <summary>Returns the clusters, those to review first, then the largest, then by first row.</summary>
    public override Table ToTable()
    {
        Cluster[] sorted = [.. Clusters.OrderByDescending(c => c.Review.Length > 0).ThenByDescending(c => c.Rows.Length).ThenBy(c => c.Number)];
        return new Table(
            "clusters",
            Column.Of("cluster", sorted.Select(c => (double)c.Number)),
            Column.Of("records", sorted.Select(c => c.Rows.Length)),
            Column.Of("density", sorted.Select(c => c.Density), NumberFormat.Share),
            Column.Of("weakest link", sorted.Select(c => c.Weakest), NumberFormat.Score),
            Column.Of("its probability", sorted.Select(c => c.Weakest is { } weight ? MatchParameters.Probability(weight) : (double?)null), NumberFormat.Share),
            Column.Of("bridges", sorted.Select(c => c.Bridges.Length)),
            Column.Of("review", sorted.Select(c => c.Review.Length == 0 ? null : string.Join("; ", c.Review))),
            Column.Of("ids", sorted.Select(c => Listed([.. c.Rows.Select(Id)]))));
    }

    private string Id(int row) => Records.Ids[row];

    private string Listed(string[] ids) => string.Join("; ", ids.Take(Options.ListedRecords)) + (ids.Length > Options.ListedRecords ? Invariant($"; and {ids.Length - Options.ListedRecords:#,0} more") : string.Empty);
}
