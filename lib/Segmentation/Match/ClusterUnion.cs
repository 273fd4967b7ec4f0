using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>Joins records, and refuses what would put two records into one cluster that must not be: forbidden pairs are looked for between all records of both sides.</summary>
internal sealed class ClusterUnion
{
    private readonly int[] parent;
    private readonly int[] size;
    private readonly HierarchyGuard guard;
    private readonly ILookup<int, int> apartOf;
    private readonly ImmutableArray<MatchDecision> apart;
    private readonly Comparison<int> byId;
    private readonly Dictionary<int, Side> sides = [];
    private readonly Dictionary<int, HierarchyGuardProfile?> profiles;
    private readonly Dictionary<(int, int), (int Left, int Right, string Reason)> refused = [];
    private readonly Dictionary<int, double> weakest = [];

    /// <summary>Starts with every row on its own.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="guard">What tells records apart.</param>
    /// <param name="apart">The decisions that say "different".</param>
    /// <param name="apartOf">The decisions, by number, that name a row.</param>
    /// <param name="byId">The order of rows by id, so that nothing depends on the order of the export.</param>
    /// <param name="named">The rows that matches name: what the guard knows of them is made ahead, by several threads.</param>
    public ClusterUnion(
        int rows, HierarchyGuard guard, ImmutableArray<MatchDecision> apart, ILookup<int, int> apartOf, Comparison<int> byId, IEnumerable<int> named)
    {
        int[] ahead = [.. named.Distinct()];
        var made = new HierarchyGuardProfile?[ahead.Length];
        Parallel.For(0, ahead.Length, i => made[i] = guard.ProfileOf(ahead[i]));
        profiles = new(ahead.Length);
        for (var i = 0; i < ahead.Length; i++) profiles[ahead[i]] = made[i];

        parent = [.. Enumerable.Range(0, rows)];
        size = new int[rows];
        Array.Fill(size, 1);
        (this.guard, this.apart, this.apartOf, this.byId) = (guard, apart, apartOf, byId);
    }

    /// <summary>Returns the row that stands for a row's cluster.</summary>
    public int Of(int row)
    {
        while (parent[row] != row) row = parent[row] = parent[parent[row]];
        return row;
    }

    /// <summary>Returns the row that stands for each row's cluster.</summary>
    public int[] Roots()
    {
        var roots = new int[parent.Length];
        for (var row = 0; row < roots.Length; row++) roots[row] = Of(row);
        return roots;
    }

    /// <summary>Returns the weight of the last link that made a row's cluster; null where no weight did.</summary>
    public double? Weakest(int row) => weakest.TryGetValue(Of(row), out var weight) ? weight : null;

    /// <summary>Joins two rows whatever forbids it.</summary>
    public void Join(int left, int right) => Join(Of(left), Of(right), null);

    /// <summary>Joins two rows; weights must come in descending order.</summary>
    /// <returns>Null where they are joined now; else why not.</returns>
    public ClusterRefusal? TryJoin(int left, int right, double weight)
    {
        var (a, b) = (Of(left), Of(right));
        if (a == b) return null;
        var pair = a < b ? (a, b) : (b, a);
        if (!refused.TryGetValue(pair, out var found))
        {
            if (Forbidden(SideOf(a), SideOf(b)) is not { } forbidden)
            {
                Join(a, b, weight);
                return null;
            }

            refused[pair] = found = forbidden;
        }

        if (Forbidden(left, right) is { } reason) return new(left, right, weight, left, right, reason);
        return Of(found.Left) == a ? new(left, right, weight, found.Left, found.Right, found.Reason) : new(left, right, weight, found.Right, found.Left, found.Reason);
    }

    /// <summary>Returns what leaves open whether two rows are one; null where nothing does.</summary>
    public string? Doubt(int left, int right) => ProfileOf(left) is { } profile && ProfileOf(right) is { } other ? profile.Doubt(other) : null;

    private void Join(int a, int b, double? weight)
    {
        if (a == b) return;
        var (into, from) = size[a] > size[b] || (size[a] == size[b] && byId(a, b) <= 0) ? (a, b) : (b, a);
        var (larger, smaller) = (SideOf(into), SideOf(from));
        foreach (var (profile, row) in smaller.Profiles) larger.Add(profile, row, byId);
        foreach (var (decision, row) in smaller.Apart) larger.Name(decision, row);
        sides.Remove(from);
        weakest.Remove(from);
        parent[from] = into;
        size[into] += size[from];
        if (weight is { } w) weakest[into] = w;
    }

    private Side SideOf(int root)
    {
        if (sides.TryGetValue(root, out var side)) return side;
        sides[root] = side = new Side();
        if (ProfileOf(root) is { } profile) side.Add(profile, root, byId);
        foreach (var decision in apartOf[root]) side.Name(decision, root);
        return side;
    }

    /// <summary>Profiles are made from text: once a row, and only of rows that something names.</summary>
    private HierarchyGuardProfile? ProfileOf(int row)
    {
        if (!profiles.TryGetValue(row, out var profile)) profiles[row] = profile = guard.ProfileOf(row);
        return profile;
    }

    private string? Forbidden(int left, int right)
    {
        foreach (var decision in apartOf[left])
        {
            if (apartOf[right].Contains(decision)) return apart[decision].Words;
        }

        return ProfileOf(left) is { } profile && ProfileOf(right) is { } other ? profile.Veto(other) : null;
    }

    /// <summary>Returns the forbidden pair between two sides that comes first by id; null where there is none.</summary>
    private (int Left, int Right, string Reason)? Forbidden(Side one, Side other)
    {
        (int Left, int Right, string Reason)? first = null;
        var (few, many) = one.Apart.Count <= other.Apart.Count ? (one, other) : (other, one);
        foreach (var (decision, row) in few.Apart)
        {
            if (many.Apart.TryGetValue(decision, out var opposite)) Offer(row, opposite, apart[decision].Words);
        }

        if (first is not null) return first;
        foreach (var (mine, row) in one.Profiles)
        {
            foreach (var (theirs, opposite) in other.Profiles)
            {
                if (mine.Veto(theirs) is { } reason) Offer(row, opposite, reason);
            }
        }

        return first;

        void Offer(int row, int opposite, string reason)
        {
            var (left, right) = byId(row, opposite) <= 0 ? (row, opposite) : (opposite, row);
            if (first is not { } best || byId(left, best.Left) < 0 || (byId(left, best.Left) == 0 && byId(right, best.Right) < 0)) first = (left, right, reason);
        }
    }

    /// <summary>What the records of a cluster forbid: their distinct profiles, and the decisions that name them, each with a row. Most sides are one
    /// record that no decision names, so nothing is made for what is not there.</summary>
    private sealed class Side
    {
        private static readonly Dictionary<int, int> None = [];

        public List<(HierarchyGuardProfile Profile, int Row)> Profiles { get; } = new(1);

        public Dictionary<int, int> Apart { get; private set; } = None;

        public void Name(int decision, int row) => (ReferenceEquals(Apart, None) ? Apart = [] : Apart).TryAdd(decision, row);

        public void Add(HierarchyGuardProfile profile, int row, Comparison<int> byId)
        {
            // Each profile was compared with each of the other side's to join them: looking for it here costs no more.
            for (var i = 0; i < Profiles.Count; i++)
            {
                if (!Profiles[i].Profile.Equals(profile)) continue;
                if (byId(row, Profiles[i].Row) < 0) Profiles[i] = (profile, row);
                return;
            }

            Profiles.Add((profile, row));
        }
    }
}
