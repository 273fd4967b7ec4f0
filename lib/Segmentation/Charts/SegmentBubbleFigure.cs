using System.Text.Json.Nodes;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Segments by size, GRR and ARR.</summary>
internal static class SegmentBubbleFigure
{
    // Diameter of the largest bubble, and of the smallest that can be seen, in pixels.
    private const double Largest = 70;
    private const double Smallest = 8;

    public static Figure Draw(RetentionResult retention)
    {
        var name = ChartInput.FigureName("segment-bubble", retention.Dimension);
        if (retention.Reason is { } reason) return ChartInput.Empty(name, $"Segments of {retention.Dimension}", reason, ChartOptions.Default);
        RetentionSegment[] segments = [.. retention.Segments.Where(s => s.IsSegment && s.Figures.Accounts > 0)];
        if (segments.Length == 0) return ChartInput.Empty(name, $"Segments of {retention.Dimension}", "No segment has accounts at the start.", ChartOptions.Default);
        var (arr, accounts) = (segments.Sum(s => s.Figures.Start), segments.Sum(s => s.Figures.Accounts));
        var most = segments.MaxBy(s => s.Figures.Start)!;
        double Gross(RetentionSegment s) => s.Figures.GrossRetention!.Value;
        Segmentation.Statistics.Interval Around(RetentionSegment s) => s.IntervalOf(RetentionMeasure.GrossRetention)!.Value;
        var (low, high) = (segments.Min(s => Around(s).Low), segments.Max(s => Around(s).High));
        Piece Share(double value, RetentionSegment s) => Piece.Figure(NumberColumn.Show(value, NumberFormat.Share), s.Figures.Accounts);
        return new Figure(name,
            Phrase.Of($"{most.Segment}: ", Share((double)(most.Figures.Start / arr), most), " of the ARR in ", Share(most.Figures.Accounts / (double)accounts, most), " of the accounts, GRR ", Share(Gross(most), most)),
            new FigureLayout(
                new Axis("accounts at the start") { Range = (0, segments.Max(s => s.Figures.Accounts) * 1.25) },
                new Axis("GRR in the window") { TickFormat = ".0%", Range = (low - ((high - low) * 0.15) - 0.005, high + 0.004) })
            { Height = 420 },
            new Trace("scatter",
            [
                new("x", new NumberSeries([.. segments.Select(s => (double)s.Figures.Accounts)])),
                new("y", new NumberSeries([.. segments.Select(Gross)])),
                new("error_y.array", new NumberSeries([.. segments.Select(s => Math.Max(0, Around(s).High - Gross(s)))])),
                new("error_y.arrayminus", new NumberSeries([.. segments.Select(s => Math.Max(0, Gross(s) - Around(s).Low))])),
                new("marker.size", new PositionSeries([.. segments.Select(s => Math.Max(Smallest, Largest * Math.Sqrt((double)(s.Figures.Start / most.Figures.Start))))])),
                new("marker.color", new StyleSeries([.. segments.Select((_, i) => FigureStyle.Palette[i % FigureStyle.Palette.Length])])),
                new("text", new TextSeries([.. segments.Select(s => Phrase.Of(Piece.Label(s.Segment, false), ": ", Piece.Figure(ShortNumber.Show((double)s.Figures.Start, NumberFormat.Money), s.Figures.Accounts), " ARR"))])),
            ])
            {
                Records = [.. segments.Select(s => (double)s.Figures.Accounts)],
                DropsWithheld = true,
                Style = () => new JsonObject
                {
                    ["mode"] = "markers+text",
                    ["textposition"] = "middle right",
                    ["cliponaxis"] = false,
                    ["marker"] = new JsonObject { ["opacity"] = 0.55, ["line"] = new JsonObject { ["width"] = 1, ["color"] = FigureStyle.Ink } },
                    ["error_y"] = new JsonObject { ["type"] = "data", ["symmetric"] = false, ["color"] = FigureStyle.Quiet, ["thickness"] = 1.5, ["width"] = 5 },
                    ["hovertemplate"] = "%{text}: %{x:,} accounts, GRR %{y:.1%}<extra></extra>",
                },
            })
        {
            Note = $"{DateColumn.Show(retention.Cohort.Start)} to {DateColumn.Show(retention.Cohort.History!.Months[retention.Cohort.EndMonth])} · area: ARR at the start · bars: intervals of GRR · the axis of GRR does not begin at 0",
        };
    }
}
