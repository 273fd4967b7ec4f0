using System.Globalization;

namespace Segmentation.Tables;

/// <summary>What one cell shows, the same in every rendering.</summary>
internal static class Cell
{
    public static string Show(Column column, int row, RenderOptions options, int longest)
    {
        if (column.IsNull(row)) return string.Empty;
        if (options.Mask && column.IsPersonal) return RenderOptions.Hidden;
        if (options.Mask && column is NumberColumn { Format: NumberFormat.Count } counts && counts.Values[row] > 0 && counts.Values[row] < options.SmallCell)
            return string.Create(CultureInfo.InvariantCulture, $"< {options.SmallCell}");
        var text = column.Display(row);
        return text.Length <= longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
    }

    public static string? RowsLeftOut(Table table, int shown) => shown == table.RowCount
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{shown:#,0} of {table.RowCount:#,0} rows shown");
}
