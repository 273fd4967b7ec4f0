using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>How many more accounts each segment lost than its share, month by month.</summary>
internal static class ChurnConcentrationFigure
{
    public static Figure Draw(ChurnConcentrationResult result)
    {
        var name = ChartInput.FigureName("churn-concentration", result.Dimension);
        if (result.Reason is not null || result.Months.IsEmpty || result.Months.Sum(m => m.Churned) == 0)
            return ChartInput.Empty(name, $"Churn by {result.Dimension}", result.Reason ?? "No account churned.", ChartOptions.Default);
        var lines = result.Segments.Select((s, i) => (Segment: s, Colour: FigureStyle.Palette[i % FigureStyle.Palette.Length], Months: result.Months.Where((_, m) => m % result.Segments.Length == i).ToArray()))
            .Where(l => l.Months.Any(m => m.AtRisk > 0)).ToArray();
        ChurnConcentrationMonth[] marked = [.. result.Months.Where(m => m.IsTriggered)];
        return new Figure(name,
            Heading(result),
            new FigureLayout(
                new Axis("month", AxisKind.Date) { Grid = false },
                new Axis("churned accounts above the segment's share"))
            { RightMargin = 150, Limits = [new LimitLine(0, "its share of accounts", false, FigureStyle.Quiet)] },
            [
                .. lines.Select(l => Line(l.Segment, l.Colour, l.Months)),
                .. marked.Length == 0 ? Array.Empty<Trace>() : [Marks(marked)],
                LineEnds.Draw(
                    lines.Select(l => new LineEnd(Places(First(l.Months[^1])), Above(l.Months[^1]), Piece.Label(l.Segment.Segment, false), l.Colour, double.MaxValue)),
                    result.Months.Select(Above), false, at => new DateSeries([.. at.Select(p => new DateTime((long)p * TimeSpan.TicksPerDay))])),
            ])
        {
            Note = FormattableString.Invariant($"trigger: {result.MonthsInARow}+ months in a row above its share, beyond chance · false alarms {Percent(result.FalseAlarm)} (\"most churned accounts\": {Percent(result.NaiveFalseAlarm)})"),
        };
    }

    private static Phrase Heading(ChurnConcentrationResult result)
    {
        var triggered = result.Segments.Where(s => s.Triggered is not null).ToArray();
        if (triggered.Length == 0) return $"Churn concentrates in no segment of {result.Dimension}";
        return Phrase.Of($"Churn concentrates in {triggered[0].Segment} from {triggered[0].Triggered!.Value.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}: ",
            Piece.Count(triggered[0].Churned), $" churned, {NumberColumn.Show(Math.Round(triggered[0].Expected, 1), NumberFormat.General)} expected",
            triggered.Length == 1 ? string.Empty : $"; also in {string.Join(" and ", triggered.Skip(1).Select(s => s.Segment))}");
    }

    private static Trace Line(ChurnConcentrationSegment segment, string colour, ChurnConcentrationMonth[] months) => new("scatter",
    [
        new("x", new DateSeries([.. months.Select(First)])),
        new("y", new NumberSeries([.. months.Select(Above)])),
        new("hovertext", new TextSeries([.. months.Select(m => Phrase.Of(Piece.Count(m.Churned), " churned of ", Piece.Count(m.AtRisk), FormattableString.Invariant($", {m.Expected:0.0} expected")))])),
    ])
    {
        Name = Piece.Label(segment.Segment, false),
        Records = [.. months.Select(m => (double)m.Churned)],
        Style = () => new JsonObject
        {
            ["mode"] = "lines+markers",
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2.5 },
            ["marker"] = new JsonObject { ["size"] = 6, ["color"] = colour },
            ["hovertemplate"] = "%{hovertext}<extra>%{fullData.name}</extra>",
        },
    };

    private static Trace Marks(ChurnConcentrationMonth[] marked) => new("scatter",
    [
        new("x", new DateSeries([.. marked.Select(First)])),
        new("y", new NumberSeries([.. marked.Select(Above)])),
    ])
    {
        Records = [.. marked.Select(m => (double)m.Churned)],
        Style = () => new JsonObject
        {
            ["mode"] = "markers",
            ["marker"] = new JsonObject { ["size"] = 15, ["symbol"] = "circle-open", ["color"] = FigureStyle.Alert, ["line"] = new JsonObject { ["width"] = 3 } },
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        },
    };

    // A tick stands at a month's first day.
    private static DateTime First(ChurnConcentrationMonth month) => new(month.Month.Year, month.Month.Month, 1);

    private static double Above(ChurnConcentrationMonth month) => month.Churned - month.Expected;

    private static double Places(DateTime month) => month.Ticks / TimeSpan.TicksPerDay;

    private static string Percent(ChurnConcentrationRate rate) => NumberColumn.Show(rate.Value, NumberFormat.Share);
}
