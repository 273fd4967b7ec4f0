using System.Text.Json.Nodes;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>How often values of a number or date column fall into bins of equal width.</summary>
internal static class HistogramFigure
{
    public static Figure Draw(Table table, string columnName, ChartOptions options)
    {
        var column = ChartInput.NumberOrDate(table, columnName, nameof(Chart.Histogram));
        var name = ChartInput.FigureName("histogram", column.Name);
        var note = ChartNote.From(options).LeftOut(column.NullCount, "without a value");
        return column is DateColumn dates ? Dates(name, table, dates, note, options) : Numbers(name, table, (NumberColumn)column, note, options);
    }

    private static Figure Numbers(string name, Table table, NumberColumn column, ChartNote note, ChartOptions options)
    {
        var values = column.Values.ToArray().Where(v => ChartInput.IsDrawable(v, options.Log)).ToArray();
        note = note.LeftOut(column.Length - column.NullCount - values.Length, options.Log ? "that a log axis has no place for (zero, negative)" : "that are not finite");
        if (values.Length == 0) return ChartInput.Empty(name, column.Name, $"None of the {table.RowCount} rows of '{table.Name}' has a value of {column.Name} to draw.", options);
        Array.Sort(values);
        var whole = !options.Log && Array.TrueForAll(values, v => v == Math.Floor(v));
        double[] scaled = options.Log ? Array.ConvertAll(values, Math.Log10) : values;
        var bins = Bins.Of(scaled, options.MostBins, whole ? 1 : 0);
        var counts = new double[bins.Count];
        foreach (var value in scaled) counts[bins.Of(value)]++;

        var edges = Enumerable.Range(0, bins.Count + 1).Select(i => options.Log ? Math.Pow(10, bins.Low(i)) : bins.Low(i)).ToArray();
        var width = options.Log ? "equal on the log scale" : ShortNumber.Show(bins.Width, column.Format) + " wide";
        var (low, middle, high) = (Quantile.OfSorted(values, 0.25), Quantile.OfSorted(values, 0.5), Quantile.OfSorted(values, 0.75));
        var crowded = !options.Log && high > low && bins.Width > high - low;
        Piece Value(double v) => Piece.Figure(ShortNumber.Show(v, column.Format), values.Length);
        var heading = values[0] == values[^1]
            ? Phrase.Of($"Every value of {column.Name} is ", Value(values[0]))
            : Phrase.Of($"Half of {column.Name} lies between ", Value(low), " and ", Value(high), ", the median is ", Value(middle));
        return new Figure(name, options.Title is { } title ? title : heading,
            new FigureLayout(
                new Axis(column.Name + (options.Unit is null ? string.Empty : $" ({options.Unit})") + (options.Log ? ", log scale" : string.Empty))
                {
                    Grid = false,
                    TickFormat = column.Format == NumberFormat.Share ? ".0%" : null,
                    Ticks = options.Log ? [.. Decades(bins)] : [],
                },
                new Axis("number of rows") { FromZero = true })
            { BarGap = 0.04 },
            new Trace("bar",
            [
                new("x", new PositionSeries([.. Enumerable.Range(0, bins.Count).Select(i => bins.Low(i) + (bins.Width / 2))])),
                new("y", new NumberSeries([.. counts])),
                new("hovertext", new TextSeries([.. counts.Select((count, i) => Phrase.Of(
                    ShortNumber.Show(edges[i], column.Format), " to under ", ShortNumber.Show(edges[i + 1], column.Format), ": ", Piece.Count((int)count), " rows"))])),
            ])
            {
                Records = [.. counts],
                Style = () => Bar(bins.Width),
            })
        {
            Note = (crowded ? note.And("bins are wider than the middle half of the values: a log scale shows more") : note).And($"bins {width} (Freedman-Diaconis, rounded)").Show(),
            IsPersonal = column.IsPersonal,
        };
    }

    private static Figure Dates(string name, Table table, DateColumn column, ChartNote note, ChartOptions options)
    {
        var dates = new List<DateTime>(column.Length);
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsNull(row)) dates.Add(column.Values[row]);
        }

        if (dates.Count == 0) return ChartInput.Empty(name, column.Name, $"None of the {table.RowCount} rows of '{table.Name}' has a value of {column.Name} to draw.", options);
        dates.Sort();
        var period = Period.Finest(dates[0], dates[^1], options.MostBins);
        var starts = new List<DateTime>();
        for (var at = period.Start(dates[0]); at <= dates[^1]; at = period.Next(at))
        {
            starts.Add(at);
            if (at.Year == DateTime.MaxValue.Year) break;
        }

        var index = starts.Select((at, i) => (at, i)).ToDictionary(p => p.at, p => p.i);
        var counts = new double[starts.Count];
        foreach (var date in dates) counts[index[period.Start(date)]]++;
        var middle = dates[dates.Count / 2];
        return new Figure(name, options.Title is { } title ? title : Phrase.Of($"Half of {column.Name} is before ", Piece.Figure(DateColumn.Show(middle.Date), dates.Count)),
            new FigureLayout(new Axis($"{column.Name}, by {period.Name}", AxisKind.Date) { Grid = false }, new Axis("number of rows") { FromZero = true }) { BarGap = 0.08 },
            new Trace("bar",
            [
                new("x", new DateSeries([.. starts])),
                new("y", new NumberSeries([.. counts])),
                new("hovertext", new TextSeries([.. counts.Select((count, i) => Phrase.Of(period.Label(starts[i]), ": ", Piece.Count((int)count), " rows"))])),
            ])
            {
                Records = [.. counts],
                Style = () => Bar(null),
            })
        {
            Note = note.Show(),
            IsPersonal = column.IsPersonal,
        };
    }

    private static JsonObject Bar(double? width)
    {
        var style = new JsonObject
        {
            ["hovertemplate"] = "%{hovertext}<extra></extra>",
            ["textposition"] = "none",
            ["marker"] = new JsonObject { ["color"] = FigureStyle.Main },
        };
        if (width is { } w) style["width"] = w * 0.96;
        return style;
    }

    private static IEnumerable<(double, string)> Decades(Bins bins)
    {
        var (first, last) = ((int)Math.Floor(bins.Low(0)), (int)Math.Ceiling(bins.Low(bins.Count)));
        var narrow = last - first <= 2;
        for (var power = first; power <= last; power++)
        {
            yield return (power, ShortNumber.Show(Math.Pow(10, power), NumberFormat.General));
            if (!narrow) continue;
            yield return (power + Math.Log10(2), ShortNumber.Show(2 * Math.Pow(10, power), NumberFormat.General));
            yield return (power + Math.Log10(5), ShortNumber.Show(5 * Math.Pow(10, power), NumberFormat.General));
        }
    }
}
