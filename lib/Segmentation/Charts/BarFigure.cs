using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The size of each category as a horizontal bar, labelled at its end.</summary>
internal static class BarFigure
{
    public static Figure Draw(Table table, string category, string? value, ChartOptions options)
    {
        var column = table[category];
        var measure = new Measure(value is null ? null : ChartInput.Number(table, value, nameof(Chart.Bar)), options.Unit);
        var name = ChartInput.FigureName("bar", column.Name, measure.Column?.Name);
        var categories = Categories.Of(table, column, options.TopCategories, measure.Of);
        if (categories.Count == 0) return ChartInput.Empty(name, column.Name, $"None of the {table.RowCount} rows of '{table.Name}' has a value of {column.Name}.", options);
        var values = measure.Of(categories.OfRow, categories.Count);
        var rows = categories.Rows();
        var records = measure.Records(rows, values);
        var note = ChartNote.From(options)
            .LeftOut(column.NullCount, $"without {column.Name}")
            .LeftOut(measure.Nulls, $"without {measure.Name}");
        var drawable = values.Where(v => ChartInput.IsDrawable(v, options.Log)).ToArray();
        if (drawable.Length == 0 || measure.Column is { } summed && summed.NullCount == summed.Length) return ChartInput.Empty(name, measure.Name, $"No {column.Name} of '{table.Name}' has a value of {measure.Name} to draw.", options);
        var (low, high) = (Math.Min(0, drawable.Min()), Math.Max(0, drawable.Max()));
        return new Figure(name, options.Title is { } title ? title : Heading(categories, measure, values, records),
            new FigureLayout(
                new Axis(measure.AxisTitle(Array.Exists(rows, r => r > 1)) + (options.Log ? ", log scale" : string.Empty), options.Log ? AxisKind.Log : AxisKind.Linear)
                {
                    // Room for the label at the end of the longest bar.
                    Range = options.Log
                        ? (Math.Floor(Math.Log10(drawable.Min())) - 0.3, Math.Log10(drawable.Max()) + 0.5)
                        : (low == 0 ? 0 : low - ((high - low) * 0.15), high == 0 ? 0 : high + ((high - low) * 0.15)),
                    TickFormat = measure.Format == NumberFormat.Share ? ".0%" : null,
                },
                new Axis(column.Name, AxisKind.Category) { Reversed = true, Grid = false })
            { Height = FigureLayout.HeightOf(categories.Count, 28), BarGap = 0.3 },
            new Trace("bar",
            [
                new("y", categories.Series()),
                new("x", new NumberSeries([.. values.Select(v => ChartInput.IsDrawable(v, options.Log) ? v : double.NaN)])),
                new("text", new TextSeries([.. values.Select(v => Phrase.Of(double.IsNaN(v) ? "no value" : ShortNumber.Show(v, measure.Format)))])),
                new("marker.color", new StyleSeries([.. Enumerable.Range(0, categories.Count).Select(i => i < categories.Named ? FigureStyle.Main : FigureStyle.Aside)])),
            ])
            {
                Records = [.. records],
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["textposition"] = "outside",
                    ["cliponaxis"] = false,
                    ["hovertemplate"] = "%{y}: %{text}<extra></extra>",
                },
            })
        {
            Note = note.Show(),
            IsPersonal = measure.Column is { IsPersonal: true },
        };
    }

    private static Phrase Heading(Categories categories, Measure measure, double[] values, double[] records)
    {
        var top = Enumerable.Range(0, categories.Named).Where(i => !double.IsNaN(values[i])).DefaultIfEmpty(0).MaxBy(i => values[i]);
        var behind = records.Length > 0 ? records[top] : double.MaxValue;
        var total = values.Sum();
        if (measure.IsMean || values.Any(v => v < 0) || total <= 0)
            return Phrase.Of(categories.Label(top), $" has the highest {measure.Name}: ", Piece.Figure(ShortNumber.Show(values[top], measure.Format), behind));
        var share = Piece.Figure(NumberColumn.Show(values[top] / total, NumberFormat.Share), behind);
        return measure.Column is null
            ? Phrase.Of($"{categories.Column.Name} is most often ", categories.Label(top), ": ", share, " of rows")
            : Phrase.Of(categories.Label(top), " holds ", share, $" of {measure.Name}, the most of any {categories.Column.Name}");
    }
}
