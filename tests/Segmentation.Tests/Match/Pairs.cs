using System.Globalization;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;

namespace Segmentation.Tests.Match;

/// <summary>Records and scored pairs made by hand: <c>a-b 5</c> is a pair of weight 5.</summary>
internal static class Pairs
{
    public static MatchRecords Records(EntityKind kind, params string[] ids) => new()
    {
        Kind = kind,
        Ids = [.. ids],
        Fields = new Table("records", Column.Of("name", ids.Select(i => "name of " + i)).AsPersonal()),
    };

    public static ScoredPairs Of(MatchRecords records, params string[] pairs) => Of(records, pairs.Select(p =>
    {
        var parts = p.Split('-', ' ');
        return (records.Ids.IndexOf(parts[0]), records.Ids.IndexOf(parts[1]), double.Parse(parts[2], CultureInfo.InvariantCulture));
    }));

    public static ScoredPairs Of(MatchRecords records, IEnumerable<(int Left, int Right, double Weight)> pairs)
    {
        var all = pairs.ToArray();
        return new()
        {
            Records = records,
            Left = [.. all.Select(p => p.Left)],
            Right = [.. all.Select(p => p.Right)],
            Weight = [.. all.Select(p => p.Weight)],
            Levels = [.. all.Select(_ => 0UL)],
            Candidates = all.Length,
            LowestWeight = 0,
        };
    }

    /// <summary>Returns the clusters of hand-made pairs at a threshold of 0 unless told otherwise.</summary>
    public static ClustersResult Cluster(ScoredPairs pairs, MatchDecisions? decisions = null, HierarchyGuard? guard = null, double threshold = 0) =>
        MatchClusters.Of(pairs, threshold, decisions ?? MatchDecisions.Empty, guard ?? HierarchyGuard.None);

    /// <summary>Returns the groups of a result as text: <c>a b | c</c>, each and all in order of id.</summary>
    public static string Shown(ClustersResult clusters) => string.Join(" | ", Enumerable.Range(0, clusters.Records.Ids.Length)
        .GroupBy(r => clusters.Group[r])
        .Select(g => string.Join(' ', g.Select(r => clusters.Records.Ids[r]).Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal));

    public static MatchDecision Same(params string[] records) => new(EntityKind.Accounts, true, [.. records]);

    public static MatchDecision Different(params string[] records) => new(EntityKind.Accounts, false, [.. records]);
}
