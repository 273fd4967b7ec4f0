using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Boxes of cells as people read them.</summary>
internal static class CellWords
{
    /// <summary>Returns the values of a box: <c>employees below 100 and arr from 50,000 to below 500,000</c>; fields of which every value belongs are not named.</summary>
    public static string Of(CellSpace space, CellBox box)
    {
        var words = space.Axes.Select((axis, a) => Of(axis, box.Places[a])).OfType<string>().ToArray();
        return words.Length == 0 ? "every record" : string.Join(" and ", words);
    }

    /// <summary>Returns a value as an example shows it: <c>employees 50</c>.</summary>
    public static string Example(Table example) => string.Join(", ", example.Columns.Select(c => $"{c.Name} {(c.IsNull(0) ? "blank" : c.Display(0))}"));

    /// <summary>Returns "a, b or c".</summary>
    public static string Join(IEnumerable<string> words, string last)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    /// <summary>Returns the values of one field; null where every value belongs.</summary>
    public static string? Of(Axis axis, bool[] places)
    {
        if (places.All(p => p)) return null;
        var blank = places[axis.Blank];
        var held = places.Take(axis.Blank).All(p => p) ? (blank ? null : "not blank")
            : !places.Take(axis.Blank).Contains(true) ? null
            : axis.Field.Type == FieldType.Flag ? (places[1] ? "yes" : "no")
            : axis.Field.Type == FieldType.Text ? Texts(axis, places)
            : Range(axis.Cells[Array.IndexOf(places, true)].Range.To(axis.Cells[Array.LastIndexOf(places, true, axis.Blank - 1)].Range), axis.Field.Type);
        return $"{axis.Field.Name} {string.Join(" or ", new[] { held, blank ? "blank" : null }.OfType<string>())}";
    }

    private static string Range(AxisRange range, FieldType type)
    {
        // Whole numbers and days are told by their neighbour outside: "below 100", not "up to 99".
        var whole = type != FieldType.Number;
        var (low, high) = (Show(range.Low, type), Show(whole && !range.IsPoint ? range.High + 1 : range.High, type));
        var (hasLow, hasHigh) = (!double.IsInfinity(range.Low), !double.IsInfinity(range.High));
        var date = type == FieldType.Date;
        if (range.IsPoint) return $"{(date ? "on" : "exactly")} {low}";
        if (!hasLow) return whole || !range.HighIncluded ? $"{(date ? "before" : "below")} {high}" : $"up to {high}";
        if (!hasHigh) return range.LowIncluded ? $"{low} or {(date ? "later" : "more")}" : $"above {low}";
        return (range.LowIncluded ? $"from {low} " : $"above {low} {(range.HighIncluded ? string.Empty : "and ")}")
            + (whole ? $"to {Show(range.High, type)}" : range.HighIncluded ? $"up to {high}" : range.LowIncluded ? $"to below {high}" : $"below {high}");
    }

    private static string Show(double value, FieldType type) => type == FieldType.Date
        ? double.IsInfinity(value) ? string.Empty : DateColumn.Show(new DateTime((long)value * TimeSpan.TicksPerDay))
        : NumberColumn.Show(value, NumberFormat.General);

    private static string Texts(Axis axis, bool[] places)
    {
        var inside = axis.Cells.Where((_, p) => places[p]).ToArray();
        var outside = axis.Cells.Where((_, p) => !places[p]).ToArray();
        var named = inside.SelectMany(c => c.Named).ToArray();
        var others = inside.SelectMany(c => c.Others).ToArray();
        if (others.Length == 0) return Join(named, "or");
        var absent = outside.SelectMany(c => c.Others).ToArray();
        if (absent.Length == 0) return named.Length == 0 ? "any other value" : $"other than {Join(outside.SelectMany(c => c.Named), "and")}";
        return Join([.. named, .. Holding(axis, others, absent)], "or");
    }

    private static IEnumerable<string> Holding(Axis axis, AxisText[] inside, AxisText[] outside)
    {
        foreach (var widest in AxisText.Widest(inside, outside))
        {
            var (has, lacks) = (Quoted(true, "and"), Quoted(false, "or"));
            yield return has.Length == 0 ? $"any other value without {lacks}" : $"any other value with {has}{(lacks.Length == 0 ? string.Empty : $" without {lacks}")}";

            string Quoted(bool holds, string last) => Join(widest.Where(p => p.Holds == holds).Select(p => $"\"{axis.Parts[p.Part]}\""), last);
        }
    }
}
