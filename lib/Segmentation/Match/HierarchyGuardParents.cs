using Segmentation.Audit;
using Segmentation.Load;

namespace Segmentation.Match;

/// <summary>Which account stands above which. Rings and parents that are no account end a chain.</summary>
internal sealed class HierarchyGuardParents
{
    private readonly int[] rowOfId;
    private readonly int[] parent;
    private readonly bool[] isParent;
    private readonly int most;

    private HierarchyGuardParents(int[] rowOfId, int[] parent, bool[] isParent, int most) => (this.rowOfId, this.parent, this.isParent, this.most) = (rowOfId, parent, isParent, most);

    public static HierarchyGuardParents Of(Export accounts, HierarchyGuardOptions options)
    {
        if (accounts.Find(Role.ParentAccountId) is not { } parents || accounts.Find(Role.AccountId) is not { } ids) return new([], [], [], 0);
        var index = AccountIndex.Of(ids);
        var (rowOfId, parent) = (index.RowsOf(ids), index.RowsOf(parents));
        var isParent = new bool[parent.Length];
        for (var row = 0; row < parent.Length; row++)
        {
            if (parent[row] == rowOfId[row]) parent[row] = -1;
            if (parent[row] >= 0) isParent[parent[row]] = true;
        }

        return new(rowOfId, parent, isParent, options.MostParents);
    }

    /// <summary>Returns the row that stands for an account in the hierarchy; -1 where it has neither parent nor children.</summary>
    public int NodeOf(int row)
    {
        if (parent.Length == 0) return -1;
        // A repeated id is one account: its first row has the children.
        var first = rowOfId[row] < 0 ? row : rowOfId[row];
        return parent[row] >= 0 ? row : isParent[first] ? first : -1;
    }

    /// <summary>Tells whether an account stands above another, at any distance.</summary>
    public bool IsAbove(int above, int below)
    {
        if (above < 0 || below < 0) return false;
        var target = rowOfId[above] < 0 ? above : rowOfId[above];
        foreach (var row in Above(below))
        {
            if (row == target) return true;
        }

        return false;
    }

    /// <summary>Tells whether a third account stands above both.</summary>
    public bool ShareParent(int left, int right) => left >= 0 && right >= 0 && Above(left).Intersect(Above(right)).Any();

    private IEnumerable<int> Above(int row)
    {
        for (var step = 0; step < most && parent[row] >= 0; step++) yield return row = parent[row];
    }
}
