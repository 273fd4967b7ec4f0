using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Quartiles and whiskers of a number column, one box a category. The figure holds the quartiles, not the rows.</summary>
internal static class BoxFigure
{
    // Tukey's fences (Exploratory Data Analysis, 1977).
    private const double Fence = 1.5;

    public static Figure Draw(Table table, string valueName, string? by, ChartOptions options)
    {
        var value = ChartInput.Number(table, valueName, nameof(Chart.Box));
        var name = ChartInput.FigureName("box", value.Name, by);
        var note = ChartNote.From(options).LeftOut(value.NullCount, $"without {value.Name}");
        var groups = by is null ? null : Categories.Of(table, table[by], options.TopCategories, new Measure(null, null).Of);
        if (groups is not null) note = note.LeftOut(groups.Column.NullCount, $"without {groups.Column.Name}");
        var boxes = Boxes(value, groups, options.Log, out var undrawable, out var outside);
        note = note.LeftOut(undrawable, options.Log ? "that a log axis has no place for (zero, negative)" : "that are not finite");
        if (boxes.Length == 0) return ChartInput.Empty(name, value.Name, $"None of the {table.RowCount} rows of '{table.Name}' has a value of {value.Name} to draw.", options);
        if (outside > 0) note = note.And(Phrase.Of(Piece.Count(outside), outside == 1 ? " value beyond the whiskers is not drawn" : " values beyond the whiskers are not drawn"));
        return new Figure(name, options.Title is { } title ? title : Heading(value, groups, boxes),
            new FigureLayout(
                new Axis(value.Name + (options.Unit is null ? string.Empty : $" ({options.Unit})") + (options.Log ? ", log scale" : string.Empty), options.Log ? AxisKind.Log : AxisKind.Linear)
                {
                    TickFormat = value.Format == NumberFormat.Share ? ".0%" : null,
                },
                new Axis(groups?.Column.Name ?? Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            { Height = FigureLayout.HeightOf(boxes.Length, 40) },
            new Trace("box",
            [
                new("y", groups is null ? new LabelSeries(["all rows"]) : new LabelSeries([.. boxes.Select(b => groups.Labels[b.Group])]) { IsPersonal = groups.Column.IsPersonal }),
                new("q1", new NumberSeries([.. boxes.Select(b => b.Low)])),
                new("median", new NumberSeries([.. boxes.Select(b => b.Median)])),
                new("q3", new NumberSeries([.. boxes.Select(b => b.High)])),
                new("lowerfence", new NumberSeries([.. boxes.Select(b => b.From)])),
                new("upperfence", new NumberSeries([.. boxes.Select(b => b.To)])),
            ])
            {
                Records = [.. boxes.Select(b => (double)b.Values)],
                DropsWithheld = true,
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["line"] = new JsonObject { ["color"] = FigureStyle.Main, ["width"] = 1.5 },
                    ["fillcolor"] = "rgba(86,180,233,0.35)",
                    ["whiskerwidth"] = 0.4,
                },
            })
        {
            Note = note.And("box: middle half with its median; whiskers: to the last value within 1.5 box lengths").Show(),
            IsPersonal = value.IsPersonal,
        };
    }

    private static ImmutableArray<Box> Boxes(NumberColumn value, Categories? groups, bool log, out int undrawable, out int outside)
    {
        var lists = new List<double>[groups?.Count ?? 1];
        for (var g = 0; g < lists.Length; g++) lists[g] = [];
        (undrawable, outside) = (0, 0);
        for (var row = 0; row < value.Length; row++)
        {
            var group = groups?.OfRow[row] ?? 0;
            if (group < 0 || value.IsNull(row)) continue;
            if (ChartInput.IsDrawable(value.Values[row], log)) lists[group].Add(value.Values[row]);
            else undrawable++;
        }

        var boxes = ImmutableArray.CreateBuilder<Box>();
        for (var g = 0; g < lists.Length; g++)
        {
            if (lists[g].Count == 0) continue;
            lists[g].Sort();
            ReadOnlySpan<double> sorted = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lists[g]);
            var (low, high) = (Quantile.OfSorted(sorted, 0.25), Quantile.OfSorted(sorted, 0.75));
            var (from, to) = (low - (Fence * (high - low)), high + (Fence * (high - low)));
            var inside = lists[g].Where(v => v >= from && v <= to).ToArray();
            outside += sorted.Length - inside.Length;
            boxes.Add(new Box(g, sorted.Length, inside[0], low, Quantile.OfSorted(sorted, 0.5), high, inside[^1]));
        }

        return boxes.ToImmutable();
    }

    private static Phrase Heading(NumberColumn value, Categories? groups, ImmutableArray<Box> boxes)
    {
        Piece Show(double v, Box box) => Piece.Figure(ShortNumber.Show(v, value.Format), box.Values);
        var named = boxes.Where(b => groups is not null && b.Group < groups.Named).ToArray();
        if (groups is null || named.Length < 2)
            return Phrase.Of($"Half of {value.Name} lies between ", Show(boxes[0].Low, boxes[0]), " and ", Show(boxes[0].High, boxes[0]), ", the median is ", Show(boxes[0].Median, boxes[0]));
        var (least, most) = (named.MinBy(b => b.Median)!, named.MaxBy(b => b.Median)!);
        return Phrase.Of($"The median {value.Name} is highest for ", groups.Label(most.Group), " (", Show(most.Median, most), ") and lowest for ", groups.Label(least.Group), " (", Show(least.Median, least), ")");
    }

    private sealed record Box(int Group, int Values, double From, double Low, double Median, double High, double To);
}
