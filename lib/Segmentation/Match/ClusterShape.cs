namespace Segmentation.Match;

/// <summary>How a cluster hangs together. Records that a decision or one id makes one are one node.</summary>
internal sealed class ClusterShape
{
    private readonly List<(int To, int Link)>[] neighbours;
    private readonly (int Left, int Right, double Weight)[] links;
    private readonly int[] found;
    private readonly int[] lowest;
    private readonly long[] records;
    private readonly long[] matches;
    private readonly int[] reachedBy;

    private ClusterShape(int[] rows, int[] nodeOfRow, IReadOnlyList<ClusterLink> between)
    {
        var nodes = new Dictionary<int, int>();
        foreach (var node in nodeOfRow) nodes.TryAdd(node, nodes.Count);
        var ofRow = rows.Zip(nodeOfRow, (row, node) => (row, Node: nodes[node])).ToDictionary(p => p.row, p => p.Node);
        links = [.. between.Select(l => (ofRow[l.Left], ofRow[l.Right], l.Weight))];
        neighbours = [.. nodes.Select(_ => new List<(int, int)>())];
        for (var i = 0; i < links.Length; i++)
        {
            neighbours[links[i].Left].Add((links[i].Right, i));
            neighbours[links[i].Right].Add((links[i].Left, i));
        }

        (found, lowest, reachedBy) = (new int[nodes.Count], new int[nodes.Count], new int[nodes.Count]);
        (records, matches) = (new long[nodes.Count], new long[nodes.Count]);
        foreach (var node in nodeOfRow) records[nodes[node]]++;
        for (var node = 0; node < records.Length; node++) matches[node] = records[node] * (records[node] - 1) / 2;
        Matches = matches.Sum() + links.Length;
    }

    /// <summary>Gets the number of pairs that are matches themselves.</summary>
    public long Matches { get; }

    /// <summary>Gets the links without which the cluster falls apart, each with the records and matches on its far side.</summary>
    public List<(int Link, long Records, long Matches)> Bridges { get; } = [];

    /// <summary>Returns the shape of a cluster.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="nodeOfRow">For each of them what stands for the rows that are one with it by decision or id.</param>
    /// <param name="between">The links between different nodes; they connect all of them.</param>
    public static ClusterShape Of(int[] rows, int[] nodeOfRow, IReadOnlyList<ClusterLink> between)
    {
        var shape = new ClusterShape(rows, nodeOfRow, between);
        shape.FindBridges();
        return shape;
    }

    /// <summary>A link down the search tree is a bridge where nothing below it reaches back above: R. E. Tarjan, Information Processing Letters 2(6), 1974, 160-161.
    /// Without recursion: a chain of a million records is one path.</summary>
    private void FindBridges()
    {
        var path = new Stack<(int Node, int Next)>();
        var count = 0;
        Enter(0, -1);
        while (path.TryPop(out var at))
        {
            var (node, next) = at;
            if (next < neighbours[node].Count)
            {
                path.Push((node, next + 1));
                var (to, link) = neighbours[node][next];
                if (link == reachedBy[node]) continue;
                if (found[to] == 0)
                {
                    Enter(to, link);
                }
                else if (found[to] < found[node])
                {
                    // Seen from below: counted once, where the link is deeper.
                    lowest[node] = Math.Min(lowest[node], found[to]);
                    matches[node]++;
                }

                continue;
            }

            if (!path.TryPeek(out var above)) continue;
            lowest[above.Node] = Math.Min(lowest[above.Node], lowest[node]);
            if (lowest[node] > found[above.Node]) Bridges.Add((reachedBy[node], records[node], matches[node]));
            records[above.Node] += records[node];
            matches[above.Node] += matches[node] + 1;
        }

        void Enter(int node, int link)
        {
            found[node] = lowest[node] = ++count;
            reachedBy[node] = link;
            path.Push((node, 0));
        }
    }
}
