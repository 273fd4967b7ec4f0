using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>What is left of each segment's revenue, since the cohort's start.</summary>
internal static class RetentionByMonthFigure
{
    public static Figure Draw(RetentionSeries series, bool net)
    {
        var (what, name) = (net ? "NRR" : "GRR", ChartInput.FigureName(series.ResultName, series.Dimension, net ? "nrr" : "grr"));
        if (series.Reason is { } reason) return ChartInput.Empty(name, $"{what} by month", reason, ChartOptions.Default);
        var segments = series.Points.Where(p => p.IsSegment && p.Since.Accounts > 0).GroupBy(p => p.Segment).Select(g => g.ToArray()).ToArray();
        if (segments.Length == 0) return ChartInput.Empty(name, $"{what} by {series.Dimension}", "No segment has accounts at the start.", ChartOptions.Default);
        double Value(RetentionPoint p) => (net ? p.Since.NetRetention : p.Since.GrossRetention)!.Value;
        Interval Around(RetentionPoint p) => (net ? p.Net : p.Gross)!.Value;
        var months = segments[0].Select(p => p.Until).Prepend(series.Cohort.Start.Date).ToArray();
        var (best, worst) = (segments.MaxBy(s => Value(s[^1]))!, segments.MinBy(s => Value(s[^1]))!);
        Piece Share(RetentionPoint p) => Piece.Figure(NumberColumn.Show(Value(p), NumberFormat.Share), p.Since.Accounts);
        var launch = series.Cohort.Launch is { } day && day > months[0].AddDays(1) && day <= months[^1] ? day : (DateTime?)null;
        Series Dates(ImmutableArray<double> places) => new DateSeries([.. places.Select(p => months[(int)p])]);
        var low = segments.Min(s => s.Min(p => Math.Min(Value(p), Around(p).Low)));
        var high = segments.Max(s => s.Max(p => Math.Max(Value(p), Around(p).High)));
        var traces = ImmutableArray.CreateBuilder<Trace>();
        for (var i = 0; i < segments.Length; i++) traces.Add(Band(segments[i], months, Around, i));
        for (var i = 0; i < segments.Length; i++) traces.Add(Line(segments[i], months, Value, Share, i));
        traces.Add(LineEnds.Draw([.. segments.Select((s, i) => new LineEnd(months.Length - 1, Value(s[^1]), s[^1].Segment, Colour(i), s[^1].Since.Accounts))], [low, high], true, Dates));
        var since = DateColumn.Show(months[0]);
        return new Figure(name,
            segments.Length == 1 ? Phrase.Of($"{best[^1].Segment}: {what} ", Share(best[^1]), $" since {since}")
                : Phrase.Of($"{what} since {since}: {best[^1].Segment} is at ", Share(best[^1]), $", {worst[^1].Segment} at ", Share(worst[^1])),
            new FigureLayout(new Axis("end of the month", AxisKind.Date) { Grid = false }, new Axis($"{what}, share of the ARR at the start") { TickFormat = ".0%", Range = (low - 0.01, Math.Max(high, 1) + 0.01) })
            {
                RightMargin = 120,
                Limits = launch is { } at ? [new LimitLine(0, "launch", true, FigureStyle.Quiet, at)] : [],
            },
            traces.ToImmutable())
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"accounts that paid on {since}, in their segment of that day · bands: intervals · the axis does not begin at 0"),
        };
    }

    private static string Colour(int segment) => FigureStyle.Palette[segment % FigureStyle.Palette.Length];

    private static Trace Line(RetentionPoint[] points, DateTime[] months, Func<RetentionPoint, double> value, Func<RetentionPoint, Piece> share, int segment) => new("scatter",
    [
        new("x", new DateSeries([.. months])),
        new("y", new NumberSeries([1, .. points.Select(value)])),
        new("hovertext", new TextSeries([Phrase.Of($"{DateColumn.Show(months[0])}: 100% of ", Piece.Count(points[0].Since.Accounts), " accounts"), .. points.Select(p => Phrase.Of($"{DateColumn.Show(p.Until)}: ", share(p)))])),
    ])
    {
        Name = points[0].Segment,
        Records = [.. Enumerable.Repeat((double)points[0].Since.Accounts, months.Length)],
        Style = () => new JsonObject
        {
            ["mode"] = "lines+markers",
            ["line"] = new JsonObject { ["color"] = Colour(segment), ["width"] = 2.5 },
            ["marker"] = new JsonObject { ["size"] = 5, ["color"] = Colour(segment) },
            ["hovertemplate"] = "%{hovertext}<extra>%{fullData.name}</extra>",
        },
    };

    private static Trace Band(RetentionPoint[] points, DateTime[] months, Func<RetentionPoint, Interval> around, int segment) => new("scatter",
    [
        new("x", new DateSeries([.. months, .. months.Reverse()])),
        new("y", new NumberSeries([1, .. points.Select(p => around(p).High), .. points.Reverse().Select(p => around(p).Low), 1])),
    ])
    {
        Name = points[0].Segment,
        Records = [.. Enumerable.Repeat((double)points[0].Since.Accounts, 2 * months.Length)],
        DropsWithheld = true,
        Style = () => new JsonObject
        {
            ["mode"] = "lines",
            ["fill"] = "toself",
            ["opacity"] = 0.13,
            ["fillcolor"] = Colour(segment),
            ["line"] = new JsonObject { ["width"] = 0, ["color"] = Colour(segment) },
            ["hoverinfo"] = "skip",
        },
    };
}
