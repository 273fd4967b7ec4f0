using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>A count, sum or mean along dates or numbers, one line a category, each named at its end.</summary>
internal static class LineFigure
{
    // Beyond this many places the markers touch one another.
    private const int MostMarkers = 40;

    public static Figure Draw(Table table, string xName, string? yName, string? by, ChartOptions options)
    {
        var x = ChartInput.NumberOrDate(table, xName, nameof(Chart.Line));
        var measure = new Measure(yName is null ? null : ChartInput.Number(table, yName, nameof(Chart.Line)), options.Unit);
        var groups = by is null ? null : Categories.Of(table, table[by], options.TopSeries, measure.Of);
        var name = ChartInput.FigureName("line", x.Name, measure.Column?.Name, by);
        var note = ChartNote.From(options).LeftOut(x.NullCount, $"without {x.Name}").LeftOut(measure.Nulls, $"without {measure.Name}");
        if (groups is not null) note = note.LeftOut(groups.Column.NullCount, $"without {groups.Column.Name}");
        var places = Places.Of(x, options.MostDates);
        if (places.At.Length == 0) return ChartInput.Empty(name, $"{measure.Name} by {x.Name}", $"None of the {table.RowCount} rows of '{table.Name}' has a value of {x.Name}.", options);

        var lines = groups?.Count ?? 1;
        var cell = new int[table.RowCount];
        var rows = new double[lines * places.At.Length];
        for (var row = 0; row < cell.Length; row++)
        {
            var line = groups?.OfRow[row] ?? 0;
            cell[row] = line < 0 || places.OfRow[row] < 0 ? -1 : (line * places.At.Length) + places.OfRow[row];
            if (cell[row] >= 0) rows[cell[row]]++;
        }

        var values = measure.Of(cell, rows.Length);
        // No row is no sum: a line has a gap there. No row is a count of none.
        for (var i = 0; i < values.Length; i++)
        {
            if ((rows[i] == 0 && measure.Column is not null) || !ChartInput.IsDrawable(values[i], options.Log)) values[i] = double.NaN;
        }

        if (!Array.Exists(values, double.IsFinite))
            return ChartInput.Empty(name, $"{measure.Name} by {x.Name}", $"None of the {table.RowCount} rows of '{table.Name}' has a value of {measure.Name} to draw.", options);

        var records = measure.Records(rows, values);
        var n = places.At.Length;
        ImmutableArray<Trace> traces = [.. Enumerable.Range(0, lines).Select(line => LineOf(x, places, [.. values.AsSpan(line * n, n)],
            records.Length == 0 ? [] : [.. records.AsSpan(line * n, n)], measure,
            groups is null ? default(Piece?) : line < groups.Named ? groups.Label(line) : groups.Labels[line],
            ColourOf(groups, line)))];
        if (groups is not null)
        {
            traces = traces.Add(LineEnds.Draw(
                Enumerable.Range(0, lines)
                    .Select(line => (Line: line, At: (line * n) + Array.FindLastIndex(values[(line * n)..((line + 1) * n)], double.IsFinite)))
                    .Where(e => e.At >= e.Line * n)
                    .Select(e => new LineEnd(places.At[e.At % n], values[e.At], e.Line < groups.Named ? groups.Label(e.Line) : groups.Labels[e.Line],
                        ColourOf(groups, e.Line), records.Length == 0 ? double.MaxValue : records[e.At])),
                values, options.Log, at => PositionsOf(x, at)));
        }

        return new Figure(name, options.Title is { } title ? title : Heading(x, places, measure, groups, values, records),
            new FigureLayout(
                new Axis(x.Name + (places.Period is { } p ? $", by {p.Name}" : string.Empty), x is DateColumn ? AxisKind.Date : AxisKind.Linear) { Grid = false },
                new Axis(measure.AxisTitle(Array.Exists(rows, r => r > 1)) + (options.Log ? ", log scale" : string.Empty), options.Log ? AxisKind.Log : AxisKind.Linear)
                {
                    FromZero = !options.Log,
                    TickFormat = measure.Format == NumberFormat.Share ? ".0%" : null,
                })
            { RightMargin = groups is null ? 32 : 150 }, traces)
        {
            Note = note.Show(),
            IsPersonal = x.IsPersonal || measure.Column is { IsPersonal: true },
        };
    }

    private static Trace LineOf(Column x, Places places, ImmutableArray<double> values, ImmutableArray<double> records, Measure measure, Piece? label, string colour)
    {
        return new Trace("scatter",
        [
            new("x", PositionsOf(x, places.At)),
            new("y", new NumberSeries(values)),
            new("hovertext", new TextSeries([.. values.Select((v, i) => Phrase.Of(
                places.Label(x, i), ": ", Piece.Figure(double.IsNaN(v) ? "no value" : ShortNumber.Show(v, measure.Format), records.Length == 0 ? double.MaxValue : records[i])))])),
        ])
        {
            Name = label,
            Records = records,
            Style = () => Style(colour, label is not null, values.Length <= MostMarkers),
        };
    }

    private static JsonObject Style(string colour, bool named, bool markers)
    {
        var style = new JsonObject
        {
            ["mode"] = markers ? "lines+markers" : "lines",
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2.5 },
            ["hovertemplate"] = named ? "%{hovertext}<extra>%{fullData.name}</extra>" : "%{hovertext}<extra></extra>",
        };
        if (markers) style["marker"] = new JsonObject { ["size"] = 6, ["color"] = colour };
        return style;
    }

    private static string ColourOf(Categories? groups, int line) =>
        groups is not null && line >= groups.Named ? FigureStyle.Aside : FigureStyle.Palette[line % FigureStyle.Palette.Length];

    private static Series PositionsOf(Column x, ImmutableArray<double> at) =>
        x is DateColumn ? new DateSeries([.. at.Select(Places.Date)]) : new PositionSeries(at);

    private static Phrase Heading(Column x, Places places, Measure measure, Categories? groups, double[] values, double[] records)
    {
        var n = places.At.Length;
        if (groups is not null)
        {
            var ends = Enumerable.Range(0, groups.Named).Select(line => (line * n) + n - 1).Where(i => double.IsFinite(values[i])).ToArray();
            if (ends.Length == 0) return $"{measure.AxisTitle(true)} along {x.Name}, by {groups.Column.Name}";
            var top = ends.MaxBy(i => values[i]);
            return Phrase.Of(groups.Label(top / n), $" has the highest {measure.AxisTitle(true)} at the end ({places.Label(x, n - 1)}): ",
                Piece.Figure(ShortNumber.Show(values[top], measure.Format), records.Length == 0 ? double.MaxValue : records[top]));
        }

        var (first, last) = (Array.FindIndex(values, double.IsFinite), Array.FindLastIndex(values, double.IsFinite));
        if (n < 2 || first == last) return $"{measure.AxisTitle(true)} along {x.Name}";
        Piece Show(int i) => Piece.Figure(ShortNumber.Show(values[i], measure.Format), records.Length == 0 ? double.MaxValue : records[i]);
        var verb = values[last] > values[first] ? "rises" : values[last] < values[first] ? "falls" : "is the same at both ends:";
        return Phrase.Of($"{measure.AxisTitle(true)} {verb} from ", Show(first), $" ({places.Label(x, first)}) to ", Show(last), $" ({places.Label(x, last)})");
    }

    /// <summary>The places along the x axis: each distinct value, or the periods that dates fall into. Dates are held as whole milliseconds, which a double holds exactly.</summary>
    private sealed record Places(ImmutableArray<double> At, int[] OfRow, Period? Period)
    {
        public static Places Of(Column x, int mostDates)
        {
            var raw = new double[x.Length];
            for (var row = 0; row < raw.Length; row++) raw[row] = x.IsNull(row) ? double.NaN : x is DateColumn d ? Places.Milliseconds(d.Values[row]) : ((NumberColumn)x).Values[row];
            Period? period = null;
            if (x is DateColumn && raw.Where(double.IsFinite).Distinct().Take(mostDates + 1).Count() > mostDates)
            {
                var known = raw.Where(double.IsFinite).ToArray();
                period = Period.Finest(Date(known.Min()), Date(known.Max()), mostDates);
                raw = Array.ConvertAll(raw, v => double.IsFinite(v) ? Milliseconds(period.Start(Date(v))) : v);
            }

            double[] at = [.. raw.Where(v => ChartInput.IsDrawable(v, false)).Distinct().Order()];
            var index = at.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
            return new Places([.. at], Array.ConvertAll(raw, v => double.IsNaN(v) ? -1 : index.GetValueOrDefault(v, -1)), period);
        }

        public static double Milliseconds(DateTime date) => date.Ticks / TimeSpan.TicksPerMillisecond;

        public static DateTime Date(double milliseconds) => new((long)milliseconds * TimeSpan.TicksPerMillisecond);

        public string Label(Column x, int place) => x is not DateColumn
            ? ShortNumber.Show(At[place], ((NumberColumn)x).Format)
            : Period is { } period ? period.Label(Date(At[place])) : DateColumn.Show(Date(At[place]));
    }
}
