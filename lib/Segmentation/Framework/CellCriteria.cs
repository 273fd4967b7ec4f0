using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Boxes of cells as criteria that a rule can take.</summary>
internal static class CellCriteria
{
    // The framework writes 50_000.
    private static readonly NumberFormatInfo Written = new() { NumberGroupSeparator = "_" };

    /// <summary>Returns a criterion that is true in the box and nowhere else; null where the box holds every record, or its texts cannot be told without those that nobody names.</summary>
    public static string? Of(CellSpace space, CellBox box)
    {
        var parts = new List<string>();
        for (var a = 0; a < space.Axes.Length; a++)
        {
            if (box.Places[a].All(p => p)) continue;
            if (Of(space.Axes[a], box.Places[a]) is not { } part) return null;
            parts.Add(part);
        }

        return parts.Count == 0 ? null : string.Join(" and ", parts);
    }

    private static string? Of(Axis axis, bool[] places)
    {
        var field = axis.Field.Name;
        var (blank, any) = (places[axis.Blank], places.Take(axis.Blank).Contains(true));
        if (!any) return $"{field} is blank";
        if (places.Take(axis.Blank).All(p => p)) return $"{field} is not blank";
        var held = axis.Field.Type switch
        {
            FieldType.Flag => $"{field} = {(places[1] ? "true" : "false")}",
            FieldType.Text => Texts(axis, places),
            _ => Range(field, axis.Cells[Array.IndexOf(places, true)].Range.To(axis.Cells[Array.LastIndexOf(places, true, axis.Blank - 1)].Range), axis.Field.Type),
        };
        return held is null || !blank ? held : $"({held} or {field} is blank)";
    }

    private static string Range(string field, AxisRange range, FieldType type)
    {
        if (range.IsPoint) return $"{field} = {Show(range.Low, type)}";
        var low = double.IsInfinity(range.Low) ? null : $"{field} {(range.LowIncluded ? ">=" : ">")} {Show(range.Low, type)}";
        var high = double.IsInfinity(range.High) ? null : type == FieldType.Number ? $"{field} {(range.HighIncluded ? "<=" : "<")} {Show(range.High, type)}" : $"{field} < {Show(range.High + 1, type)}";
        return string.Join(" and ", new[] { low, high }.OfType<string>());
    }

    private static string Show(double value, FieldType type) => type == FieldType.Date ? DateColumn.Show(new DateTime((long)value * TimeSpan.TicksPerDay))
        : Math.Abs(value) >= 10_000 && Math.Abs(value) < 1e15 && Math.Floor(value) == value ? value.ToString("#,0", Written)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string? Texts(Axis axis, bool[] places)
    {
        var others = axis.Cells.Select((cell, p) => (cell, p)).Where(c => c.cell.Others.Length > 0).Select(c => places[c.p]).Distinct().ToArray();
        if (others.Length != 1) return null;
        var listed = axis.Cells.Where((_, p) => places[p] != others[0]).SelectMany(c => c.Named).ToArray();
        if (listed.Any(l => l.Contains('"', StringComparison.Ordinal))) return null;
        return listed.Length == 0 ? null : $"{axis.Field.Name} {(others[0] ? "not in" : "in")} [{string.Join(", ", listed.Select(l => $"\"{l}\""))}]";
    }
}
