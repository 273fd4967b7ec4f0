using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>A count, sum or mean in each pair of categories: darker is more.</summary>
internal static class HeatMapFigure
{
    // More cells than this are too small to hold their figure.
    internal const int MostLabelled = 180;

    public static Figure Draw(Table table, string xName, string yName, string? valueName, ChartOptions options)
    {
        var measure = new Measure(valueName is null ? null : ChartInput.Number(table, valueName, nameof(Chart.HeatMap)), options.Unit);
        var x = Categories.Of(table, table[xName], options.TopCategories, measure.Of);
        var y = Categories.Of(table, table[yName], options.TopCategories, measure.Of);
        var name = ChartInput.FigureName("heat-map", x.Column.Name, y.Column.Name, measure.Column?.Name);
        var note = ChartNote.From(options).LeftOut(x.Column.NullCount, $"without {x.Column.Name}").LeftOut(y.Column.NullCount, $"without {y.Column.Name}").LeftOut(measure.Nulls, $"without {measure.Name}");
        var cell = new int[table.RowCount];
        var rows = new double[x.Count * y.Count];
        for (var row = 0; row < cell.Length; row++)
        {
            cell[row] = x.OfRow[row] < 0 || y.OfRow[row] < 0 ? -1 : (y.OfRow[row] * x.Count) + x.OfRow[row];
            if (cell[row] >= 0) rows[cell[row]]++;
        }

        var values = measure.Of(cell, rows.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (rows[i] == 0 || !ChartInput.IsDrawable(values[i], false)) (values[i], rows[i]) = (double.NaN, 0);
        }

        if (!Array.Exists(values, double.IsFinite))
            return ChartInput.Empty(name, $"{measure.Name} by {x.Column.Name} and {y.Column.Name}", $"None of the {table.RowCount} rows of '{table.Name}' has all of them.", options);
        var records = measure.Records(rows, values);
        var top = Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).DefaultIfEmpty(0).MaxBy(i => values[i]);
        var behind = records.Length == 0 ? double.MaxValue : records[top];
        var most = measure.IsMean ? $" has the highest mean {measure.Name}: " : $" holds the most {measure.Name}: ";
        var heading = Phrase.Of(y.Label(top / x.Count), ", ", x.Label(top % x.Count), most, Piece.Figure(ShortNumber.Show(values[top], measure.Format), behind));
        var scale = measure.AxisTitle(Array.Exists(rows, r => r > 1));
        var labelled = values.Length <= MostLabelled;
        if (labelled) note = note.And($"in each cell: {scale}");
        ImmutableArray<Phrase> texts = [.. values.Select(v => Phrase.Of(double.IsNaN(v) ? string.Empty : ShortNumber.Show(v, measure.Format)))];
        return new Figure(name, options.Title is { } title ? title : heading,
            new FigureLayout(new Axis(x.Column.Name, AxisKind.Category) { Grid = false }, new Axis(y.Column.Name, AxisKind.Category) { Reversed = true, Grid = false }) { Height = 80 + (32 * y.Count) },
            new Trace("heatmap",
            [
                new("x", x.Series()),
                new("y", y.Series()),
                new("z", new NumberSeries([.. values]), x.Count),
                new("text", new TextSeries(texts), x.Count),
            ])
            {
                Records = [.. records],
                Style = () => Style(scale, labelled, measure.Format),
            })
        {
            Note = note.Show(),
            IsPersonal = measure.Column is { IsPersonal: true },
        };
    }

    /// <summary>Returns the constant part of a heat map.</summary>
    internal static JsonObject Style(string scale, bool labelled, NumberFormat format)
    {
        var style = new JsonObject
        {
            ["colorscale"] = FigureStyle.Scale(),
            ["xgap"] = 2,
            ["ygap"] = 2,
            ["hoverongaps"] = false,
            ["hovertemplate"] = "%{y}, %{x}: %{text}<extra></extra>",
        };
        if (labelled)
        {
            style["texttemplate"] = "%{text}";
            style["showscale"] = false;
            return style;
        }

        var bar = new JsonObject { ["title"] = new JsonObject { ["text"] = PlotlyText.Wrap(scale, 24), ["side"] = "right", ["font"] = new JsonObject { ["size"] = 13, ["color"] = FigureStyle.Quiet } }, ["outlinewidth"] = 0, ["thickness"] = 14 };
        if (format == NumberFormat.Share) bar["tickformat"] = ".0%";
        style["colorbar"] = bar;
        return style;
    }
}
