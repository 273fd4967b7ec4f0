using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>Turns matching pairs into clusters of records that are one.</summary>
public static class MatchClusters
{
    /// <summary>Returns the clusters that pairs make: the strongest pair first, two records become one unless something between any record
    /// joined to the one and any joined to the other forbids it.</summary>
    /// <param name="pairs">The scored pairs.</param>
    /// <param name="threshold">Match weight from which a pair is a match; at or above.</param>
    /// <param name="decisions">What a person decided: "same" joins first and whatever else forbids it, "different" is never joined, also not by way of others.</param>
    /// <param name="guard">What tells records apart that look alike.</param>
    /// <param name="options">Which clusters are to be reviewed, and how many ids a cell lists. Default: <see cref="ClusterOptions.Default"/>.</param>
    /// <returns>One cluster for every group of two or more records, and every pair that was refused with the reason. Rows of one id are one
    /// record. Neither the order of the pairs nor that of the rows changes which records are one: ties in weight go by record id.</returns>
    public static ClustersResult Of(ScoredPairs pairs, double threshold, MatchDecisions decisions, HierarchyGuard guard, ClusterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(guard);
        if (double.IsNaN(threshold)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be a match weight.");
        options ??= ClusterOptions.Default;
        var records = pairs.Records;
        var (rowsOf, repeated) = RowsById(records.Ids);
        var unknown = decisions.All.Where(d => d.Kind == records.Kind).SelectMany(d => d.Records.Where(id => !rowsOf.ContainsKey(id)).Select(id => (d, id))).ToImmutableArray();

        ImmutableArray<MatchDecision> apart = [.. decisions.Of(records.Kind, same: false)];
        var apartOf = apart.SelectMany((decision, i) => decision.Records.SelectMany(RowsOf).Select(row => (row, i))).ToLookup(p => p.row, p => p.i);
        var matches = InOrder(pairs, threshold);
        var union = new ClusterUnion(
            records.Ids.Length, guard, apart, apartOf, (a, b) => string.CompareOrdinal(records.Ids[a], records.Ids[b]), matches.SelectMany(m => new[] { m.Left, m.Right }));
        foreach (var (first, others) in repeated)
        {
            foreach (var row in others) union.Join(first, row);
        }

        JoinDecided(union, rowsOf, decisions.Of(records.Kind, same: true));
        var decided = union.Roots();

        var refusals = ImmutableArray.CreateBuilder<ClusterRefusal>();
        foreach (var (left, right, weight) in matches)
        {
            if (union.TryJoin(left, right, weight) is { } refusal) refusals.Add(refusal);
        }

        var roots = union.Roots();
        var links = matches.Where(m => roots[m.Left] == roots[m.Right] && decided[m.Left] != decided[m.Right]).Select(m => new ClusterLink(m.Left, m.Right, m.Weight)).ToImmutableArray();
        var (group, groups) = Numbered(roots);
        return new ClustersResult
        {
            Records = records,
            Threshold = threshold,
            Options = options,
            Group = group,
            GroupCount = groups,
            Clusters = ClusterReview.Of(group, groups, decided, links, union.Weakest, refusals, options),
            Refusals = refusals.ToImmutable(),
            Doubts = [.. links.Select(l => (Link: l, Doubt: union.Doubt(l.Left, l.Right))).Where(l => l.Doubt is not null).Select(l => (l.Link, l.Doubt!))],
            UnknownIds = unknown,
        };

        IEnumerable<int> RowsOf(string id) => rowsOf.TryGetValue(id, out var first) ? repeated.GetValueOrDefault(first, []).Prepend(first) : [];
    }

    /// <summary>Returns the first row of each id, and by first row the other rows of the ids that repeat.</summary>
    private static (Dictionary<string, int> First, Dictionary<int, List<int>> Others) RowsById(ImmutableArray<string> ids)
    {
        var (rowsOf, others) = (new Dictionary<string, int>(ids.Length, StringComparer.Ordinal), new Dictionary<int, List<int>>());
        for (var row = 0; row < ids.Length; row++)
        {
            if (rowsOf.TryAdd(ids[row], row)) continue;
            var first = rowsOf[ids[row]];
            if (!others.TryGetValue(first, out var rows)) others[first] = rows = [];
            rows.Add(row);
        }

        return (rowsOf, others);
    }

    /// <summary>Joins records that a person says are the same; ids that the export lacks still join those listed with them.</summary>
    private static void JoinDecided(ClusterUnion union, Dictionary<string, int> rowsOf, IEnumerable<MatchDecision> same)
    {
        foreach (var component in MatchDecisionsCheck.Components(same).GroupBy(r => r.Value, r => r.Key, StringComparer.Ordinal))
        {
            int[] rows = [.. component.Where(rowsOf.ContainsKey).Select(id => rowsOf[id])];
            foreach (var row in rows.Skip(1)) union.Join(rows[0], row);
        }
    }

    /// <summary>Returns the matches, the strongest first; ties by record id, the smaller of the two first.</summary>
    private static (int Left, int Right, double Weight)[] InOrder(ScoredPairs pairs, double threshold)
    {
        var ids = pairs.Records.Ids;
        var matches = new List<(int Left, int Right, double Weight)>();
        for (var i = 0; i < pairs.Weight.Length; i++)
        {
            if (!(pairs.Weight[i] >= threshold)) continue;
            var (left, right) = (pairs.Left[i], pairs.Right[i]);
            matches.Add(string.CompareOrdinal(ids[left], ids[right]) <= 0 ? (left, right, pairs.Weight[i]) : (right, left, pairs.Weight[i]));
        }

        matches.Sort((a, b) => b.Weight.CompareTo(a.Weight) is not 0 and var byWeight ? byWeight
            : string.CompareOrdinal(ids[a.Left], ids[b.Left]) is not 0 and var byLeft ? byLeft
            : string.CompareOrdinal(ids[a.Right], ids[b.Right]) is not 0 and var byRight ? byRight
            : a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));
        return [.. matches];
    }

    private static (ImmutableArray<int> Group, int Count) Numbered(int[] roots)
    {
        var number = new int[roots.Length];
        Array.Fill(number, -1);
        var (group, count) = (new int[roots.Length], 0);
        for (var row = 0; row < roots.Length; row++)
        {
            if (number[roots[row]] < 0) number[roots[row]] = count++;
            group[row] = number[roots[row]];
        }

        return ([.. group], count);
    }
}
