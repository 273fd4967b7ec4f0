using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>Boxes of cells as criteria that a rule can take.</summary>
internal static class CellCriteria
{
    /// <summary>Returns a criterion that is true in the box and nowhere else; null where the box holds every record.</summary>
    public static string? Of(CellSpace space, CellBox box)
    {
        var parts = space.Axes.Select((axis, a) => box.Places[a].All(p => p) ? null : Of(axis, box.Places[a])).OfType<Condition>().ToArray();
        return parts.Length == 0 ? null : ConditionText.Of(All(parts));
    }

    private static Condition Of(Axis axis, bool[] places)
    {
        var field = axis.Field.Name;
        if (!places.Take(axis.Blank).Contains(true)) return new IsBlank(field);
        if (places.Take(axis.Blank).All(p => p)) return new NotOf(new IsBlank(field));
        var held = axis.Field.Type switch
        {
            FieldType.Flag => new Compared(field, ComparisonOperator.Equal, new FlagOperand(places[1])),
            FieldType.Text => Texts(axis, places),
            _ => Range(axis.Field, axis.Cells[Array.IndexOf(places, true)].Range.To(axis.Cells[Array.LastIndexOf(places, true, axis.Blank - 1)].Range)),
        };
        return places[axis.Blank] ? Any([held, new IsBlank(field)]) : held;
    }

    private static Condition Range(FieldDefinition field, AxisRange range)
    {
        if (range.IsPoint) return new Compared(field.Name, ComparisonOperator.Equal, Value(range.Low));

        // Whole numbers and days end before the next, as rules are written: "< 1000", not "<= 999".
        var (high, highIncluded) = field.Type == FieldType.Number ? (range.High, range.HighIncluded) : (range.High + 1, false);
        return All(
        [
            .. double.IsInfinity(range.Low) ? Array.Empty<Condition>() : [new Compared(field.Name, range.LowIncluded ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater, Value(range.Low))],
            .. double.IsInfinity(high) ? Array.Empty<Condition>() : [new Compared(field.Name, highIncluded ? ComparisonOperator.LessOrEqual : ComparisonOperator.Less, Value(high))],
        ]);

        Operand Value(double value) => field.Type == FieldType.Date ? new DateOperand(new DateTime((long)value * TimeSpan.TicksPerDay)) : new NumberOperand(value);
    }

    private static Condition Texts(Axis axis, bool[] places)
    {
        var (inside, outside) = (axis.Cells.Where((_, p) => places[p]).ToArray(), axis.Cells.Where((_, p) => !places[p]).ToArray());
        var (named, absent) = (inside.SelectMany(c => c.Named).ToArray(), outside.SelectMany(c => c.Named).ToArray());
        var (others, otherwise) = (inside.SelectMany(c => c.Others).ToArray(), outside.SelectMany(c => c.Others).ToArray());
        if (others.Length == 0) return Listed(named);
        var rest = otherwise.Length == 0 ? Array.Empty<Condition>()
            : [Any([.. AxisText.Widest(others, otherwise).Select(t => All([.. t.Select(p => p.Holds ? (Condition)new Contains(axis.Field.Name, axis.Parts[p.Part]) : new NotOf(new Contains(axis.Field.Name, axis.Parts[p.Part])))]))])];
        Condition[] unnamed = [.. absent.Length == 0 ? Array.Empty<Condition>() : [new NotOf(Listed(absent))], .. rest];
        return otherwise.Length == 0 || named.Length == 0 ? All(unnamed) : Any([Listed(named), All(unnamed)]);

        Condition Listed(string[] values) => new OneOf(axis.Field.Name, [.. values.Select(v => new TextOperand(v))]);
    }

    private static Condition All(Condition[] parts) => parts is [var only] ? only : new AllOf([.. parts.SelectMany(p => p is AllOf all ? all.Parts : [p])]);

    private static Condition Any(Condition[] parts) => parts is [var only] ? only : new AnyOf([.. parts.SelectMany(p => p is AnyOf any ? any.Parts : [p])]);
}
