using System.Collections.Immutable;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace Segmentation.Match;

/// <summary>Describes the clusters, and says which a person should look at.</summary>
internal static class ClusterReview
{
    /// <summary>Returns the groups of two or more rows as clusters, by first row.</summary>
    /// <param name="group">Zero-based group of each row, numbered by first appearance.</param>
    /// <param name="count">Number of groups.</param>
    /// <param name="decided">What stands for the rows that are one with a row by decision or id.</param>
    /// <param name="links">The other links within groups.</param>
    /// <param name="weakest">Weight of the link that holds a row's group together least.</param>
    /// <param name="refusals">The pairs refused.</param>
    /// <param name="options">What asks for review.</param>
    public static ImmutableArray<Cluster> Of(
        ImmutableArray<int> group, int count, int[] decided, ImmutableArray<ClusterLink> links, Func<int, double?> weakest, IReadOnlyCollection<ClusterRefusal> refusals, ClusterOptions options)
    {
        var size = new int[count];
        foreach (var g in group) size[g]++;
        var rows = new int[count][];
        var filled = new int[count];
        for (var row = 0; row < group.Length; row++)
        {
            var g = group[row];
            if (size[g] > 1) (rows[g] ??= new int[size[g]])[filled[g]++] = row;
        }

        var linksOf = links.ToLookup(l => group[l.Left]);
        var conflicts = refusals.Where(r => !r.IsVeto).SelectMany(r => new[] { group[r.Left], group[r.Right] }).ToHashSet();
        int[] several = [.. Enumerable.Range(0, count).Where(g => size[g] > 1)];
        double?[] weakestOf = [.. several.Select(g => weakest(rows[g][0]))];
        var clusters = new Cluster[several.Length];
        Parallel.For(0, several.Length, i =>
        {
            var g = several[i];
            clusters[i] = Describe(i + 1, rows[g], [.. rows[g].Select(r => decided[r])], [.. linksOf[g]], weakestOf[i], conflicts.Contains(g), options);
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(clusters);
    }

    private static Cluster Describe(int number, int[] rows, int[] nodes, ClusterLink[] links, double? weakest, bool inConflict, ClusterOptions options)
    {
        var shape = ClusterShape.Of(rows, nodes, links);
        ImmutableArray<ClusterLink> bridges = [.. shape.Bridges.Select(b => links[b.Link]).OrderBy(l => l.Weight).ThenBy(l => l.Left).ThenBy(l => l.Right)];
        var cluster = new Cluster(number, [.. rows], shape.Matches, weakest, bridges, []);
        var review = ImmutableArray.CreateBuilder<string>();
        if (rows.Length > options.LargestCluster) review.Add(Invariant($"more than {options.LargestCluster} records"));
        if (cluster.Density < options.LowDensity) review.Add(Invariant($"density below {options.LowDensity:0.##}"));
        if (shape.Bridges.Any(b => IsHalf(b.Records, b.Matches) && IsHalf(rows.Length - b.Records, shape.Matches - b.Matches - 1))) review.Add("a bridge between two dense halves");
        if (inConflict) review.Add("a link to it was refused");
        return cluster with { Review = review.ToImmutable() };

        bool IsHalf(long records, long matches) => records >= options.HalfRecords && (records < 2 || matches / (records * (records - 1.0) / 2) >= options.DenseHalf);
    }
}
