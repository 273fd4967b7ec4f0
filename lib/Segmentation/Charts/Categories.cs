using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The values of a column as the categories of an axis: the largest, and the rest as one.</summary>
/// <param name="Column">The column.</param>
/// <param name="OfRow">Zero-based category of each row; -1 where the row holds no value.</param>
/// <param name="Labels">The categories in the order in which they are drawn.</param>
/// <param name="Values">Number of distinct values, those in "other" included.</param>
/// <param name="HasOther">Whether the last category is the rest.</param>
internal sealed record Categories(Column Column, int[] OfRow, ImmutableArray<string> Labels, int Values, bool HasOther)
{
    public int Count => Labels.Length;

    /// <summary>Gets the categories that are one value each.</summary>
    public int Named => HasOther ? Count - 1 : Count;

    /// <summary>Returns the categories: numbers, dates and yes/no in their own order where all fit, otherwise the largest first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="most">Most categories named.</param>
    /// <param name="size">What makes a category large, from the rows' groups and their number; the larger magnitude comes first.</param>
    public static Categories Of(Table table, Column column, int most, Func<int[], int, double[]> size)
    {
        var groups = table.GroupBy(column.Name);
        var groupOfRow = groups.GroupOfRow.ToArray();
        var first = groups.FirstRow.ToArray();
        var sizes = size(groupOfRow, groups.Count);
        var order = Enumerable.Range(0, groups.Count).Where(g => !column.IsNull(first[g])).ToArray();
        var labels = order.ToDictionary(g => g, g => column.Display(first[g]) is { Length: > 0 } text ? text : "(empty)");
        var natural = column is not TextColumn && order.Length <= most;
        Array.Sort(order, (a, b) => natural
            ? Comparer<object>.Default.Compare(column.Value(first[a]), column.Value(first[b]))
            : Math.Abs(sizes[b]).CompareTo(Math.Abs(sizes[a])) is var larger and not 0 ? larger : string.CompareOrdinal(labels[a], labels[b]));
        var named = Math.Min(order.Length, most);
        var category = new int[groups.Count];
        Array.Fill(category, -1);
        for (var i = 0; i < order.Length; i++) category[order[i]] = Math.Min(i, named);
        for (var row = 0; row < groupOfRow.Length; row++) groupOfRow[row] = category[groupOfRow[row]];
        var rest = order.Length - named;
        ImmutableArray<string> all = [.. order.Take(named).Select(g => labels[g])];
        return rest == 0
            ? new(column, groupOfRow, all, order.Length, false)
            : new(column, groupOfRow, all.Add(string.Create(CultureInfo.InvariantCulture, $"other ({rest:#,0} {(rest == 1 ? "value" : "values")})")), order.Length, true);
    }

    /// <summary>Returns the labels as a channel: hidden one by one under mask where the column is personal.</summary>
    public LabelSeries Series() => new(Labels) { IsPersonal = Column.IsPersonal };

    /// <summary>Returns a label for a title.</summary>
    public Piece Label(int category) => Piece.Label(Labels[category], Column.IsPersonal);

    /// <summary>Returns the number of rows in each category.</summary>
    public double[] Rows()
    {
        var rows = new double[Count];
        foreach (var category in OfRow)
        {
            if (category >= 0) rows[category]++;
        }

        return rows;
    }
}
