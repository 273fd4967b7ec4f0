namespace Segmentation.Audit;

/// <summary>Which records are one entity: records that share a key are joined, and joined records stay joined (union-find).</summary>
internal sealed class DuplicateEntities
{
    private readonly int[] parent;
    private readonly int[] rules;

    public DuplicateEntities(int records)
    {
        parent = new int[records];
        rules = new int[records];
        for (var row = 0; row < records; row++) parent[row] = row;
    }

    /// <summary>Joins records, and remembers which rule did.</summary>
    /// <param name="rows">Zero-based rows.</param>
    /// <param name="rule">Number of the rule, from 0 to 31.</param>
    public void Join(ReadOnlySpan<int> rows, int rule)
    {
        if (rows.Length < 2) return;
        foreach (var row in rows)
        {
            rules[row] |= 1 << rule;
            var (a, b) = (Of(rows[0]), Of(row));
            // The lowest row stands for its entity, so the result does not depend on the order of the keys.
            if (a != b) parent[Math.Max(a, b)] = Math.Min(a, b);
        }
    }

    /// <summary>Returns the lowest row of the entity that a record belongs to.</summary>
    public int Of(int row)
    {
        while (parent[row] != row) row = parent[row] = parent[parent[row]];
        return row;
    }

    /// <summary>Returns the rules that joined a record to another, as bits.</summary>
    public int Rules(int row) => rules[row];

    /// <summary>Returns the entities of two or more records, each in row order, in order of their first row.</summary>
    public List<int[]> Clusters()
    {
        var sizes = new int[parent.Length];
        for (var row = 0; row < parent.Length; row++) sizes[Of(row)]++;
        var clusters = new List<int[]>();
        var filled = new Dictionary<int, (int[] Rows, int Count)>();
        for (var row = 0; row < parent.Length; row++)
        {
            var entity = Of(row);
            if (sizes[entity] < 2) continue;
            if (!filled.TryGetValue(entity, out var cluster))
            {
                cluster = (new int[sizes[entity]], 0);
                clusters.Add(cluster.Rows);
            }

            cluster.Rows[cluster.Count] = row;
            filled[entity] = (cluster.Rows, cluster.Count + 1);
        }

        return clusters;
    }
}
