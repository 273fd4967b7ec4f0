using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>One point a row over two number or date columns.</summary>
internal static class ScatterFigure
{
    public static Figure Draw(Table table, string xName, string yName, string? colour, ChartOptions options)
    {
        var x = ChartInput.NumberOrDate(table, xName, nameof(Chart.Scatter));
        var y = ChartInput.NumberOrDate(table, yName, nameof(Chart.Scatter));
        var groups = colour is null ? null : Categories.Of(table, table[colour], options.TopSeries, new Measure(null, null).Of);
        var name = ChartInput.FigureName("scatter", x.Name, y.Name, colour);
        var rows = Enumerable.Range(0, table.RowCount).Where(r => !x.IsNull(r) && !y.IsNull(r)).ToArray();
        var note = ChartNote.From(options).LeftOut(table.RowCount - rows.Length, $"without {x.Name} or {y.Name}");
        var points = rows.Where(r => IsDrawable(x, r, options.Log) && IsDrawable(y, r, options.Log)).ToArray();
        note = note.LeftOut(rows.Length - points.Length, options.Log ? "that a log axis has no place for (zero, negative)" : "that are not finite");
        if (points.Length == 0) return ChartInput.Empty(name, $"{y.Name} by {x.Name}", $"None of the {table.RowCount} rows of '{table.Name}' has both {x.Name} and {y.Name}.", options);

        var drawn = Math.Min(points.Length, options.MostPoints);
        if (drawn < points.Length) note = note.And($"{drawn:#,0} of {points.Length:#,0} rows drawn, evenly spaced in file order");
        int[] sample = [.. Enumerable.Range(0, drawn).Select(i => points[(int)((long)i * points.Length / drawn)])];
        ImmutableArray<Trace> traces = groups is null
            ? [Points(x, y, sample, null, FigureStyle.Main, options)]
            : [.. Enumerable.Range(-1, groups.Count + 1)
                .Select(g => (Group: g, Rows: Array.FindAll(sample, r => groups.OfRow[r] == g)))
                .Where(s => s.Rows.Length > 0)
                .OrderBy(s => s.Group < 0 ? int.MaxValue : s.Group)
                .Select(s => Points(x, y, s.Rows,
                    s.Group < 0 ? $"no {groups.Column.Name}" : s.Group < groups.Named ? groups.Label(s.Group) : groups.Labels[s.Group],
                    s.Group < 0 || s.Group >= groups.Named ? FigureStyle.Aside : FigureStyle.Palette[s.Group % FigureStyle.Palette.Length], options))];
        return new Figure(name, options.Title is { } title ? title : Phrase.Of($"{y.Name} by {x.Name}, ", Piece.Count(points.Length), points.Length == 1 ? " row" : " rows"),
            new FigureLayout(AxisOf(x, options), AxisOf(y, options)) { Height = 460, ShowLegend = groups is not null }, traces)
        {
            Note = note.Show(),
            IsPersonal = x.IsPersonal || y.IsPersonal,
        };
    }

    private static Axis AxisOf(Column column, ChartOptions options) => new(
        column.Name + (options.Log && column is NumberColumn ? " (log scale)" : string.Empty),
        column is DateColumn ? AxisKind.Date : options.Log ? AxisKind.Log : AxisKind.Linear)
    {
        TickFormat = column is NumberColumn { Format: NumberFormat.Share } ? ".0%" : null,
    };

    private static bool IsDrawable(Column column, int row, bool log) => column is not NumberColumn number || ChartInput.IsDrawable(number.Values[row], log);

    private static Trace Points(Column x, Column y, int[] rows, Piece? name, string colour, ChartOptions options) => new("scatter", [new("x", Positions(x, rows)), new("y", Positions(y, rows))])
    {
        Name = name,
        Style = () => new JsonObject
        {
            ["mode"] = "markers",
            // Where points lie on one another, darker means more.
            ["marker"] = new JsonObject { ["color"] = colour, ["size"] = rows.Length > options.MostPoints / 5 ? 5 : 7, ["opacity"] = rows.Length > options.MostPoints / 5 ? 0.45 : 0.7 },
        },
    };

    private static Series Positions(Column column, int[] rows) => column is DateColumn dates
        ? new DateSeries([.. rows.Select(r => dates.Values[r])])
        : new PositionSeries([.. rows.Select(r => ((NumberColumn)column).Values[r])]);
}
