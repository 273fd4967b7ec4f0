using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>What the length of a bar or the height of a line stands for: a number of rows, a sum, or for shares and scores a mean.</summary>
/// <param name="Column">The number column; null for a count of rows.</param>
/// <param name="Unit">Unit of the values; null for none.</param>
internal sealed record Measure(NumberColumn? Column, string? Unit)
{
    public NumberFormat Format => Column?.Format ?? NumberFormat.Count;

    public bool IsMean => Format is NumberFormat.Share or NumberFormat.Score;

    /// <summary>Gets its name in a sentence.</summary>
    public string Name => Column?.Name ?? "rows";

    /// <summary>Gets the rows that it leaves out for want of a value.</summary>
    public int Nulls => Column?.NullCount ?? 0;

    /// <summary>Returns the axis title.</summary>
    /// <param name="aggregated">Whether a mark stands for more than one row.</param>
    public string AxisTitle(bool aggregated) => (Column, IsMean, aggregated) switch
    {
        (null, _, _) => "number of rows",
        (_, true, true) => $"mean {Name}",
        (_, false, true) => $"sum of {Name}",
        _ => Name,
    } + (Unit is null || Column is null ? string.Empty : $" ({Unit})");

    /// <summary>Returns the measure in each group; rows in group -1 count nowhere. A mean of no values is NaN.</summary>
    public double[] Of(int[] group, int groups)
    {
        var sums = new double[groups];
        var counts = new double[groups];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] < 0 || (Column is not null && !double.IsFinite(Column.Values[row]))) continue;
            sums[group[row]] += Column is null ? 1 : Column.Values[row];
            counts[group[row]]++;
        }

        if (!IsMean) return sums;
        for (var g = 0; g < groups; g++) sums[g] /= counts[g];
        return sums;
    }

    /// <summary>Returns the number of records behind each mark: rows, or where a row is itself a count of records, that count.</summary>
    /// <param name="rows">Rows in each mark.</param>
    /// <param name="values">The measure of each mark.</param>
    /// <remarks>A table with one row a mark is a result that was counted before: its rows say nothing about records.</remarks>
    public double[] Records(double[] rows, double[] values) =>
        Column is null || Format == NumberFormat.Count ? Array.ConvertAll(values, v => double.IsNaN(v) ? 0 : v) : Array.TrueForAll(rows, r => r <= 1) ? [] : rows;
}
