using System.Text.Json.Nodes;
using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>How much each segment changed since the baseline, with the interval that chance allows, against the limit.</summary>
internal static class DriftFigure
{
    private const string Name = "drift";

    public static Figure Draw(DriftResult drift, string? dimension)
    {
        var chosen = drift.Dimensions.Where(d => dimension is null || d.Dimension.Equals(dimension, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (dimension is not null && chosen.Length == 0)
            throw new KeyNotFoundException($"Chart.Drift: there is no dimension '{dimension}'. There is: {string.Join(", ", drift.Dimensions.Select(d => d.Dimension).DefaultIfEmpty("none"))}.");
        // What a reader takes in at a glance: of everything only the accounts, and never those that no segment is for.
        if (dimension is null && Array.Exists(chosen, d => d.Of == EntityKind.Accounts)) chosen = [.. chosen.Where(d => d.Of == EntityKind.Accounts)];
        var drawn = chosen.SelectMany(d => d.Segments.Where(s => s.Interval is not null && s.Baseline > 0 && s.Segment != DimensionAssignment.Excluded).Select(s => (Dimension: d, Segment: s))).ToArray();
        var name = ChartInput.FigureName(Name, dimension);
        if (drawn.Length == 0) return ChartInput.Empty(name, "Drift", "No segment had a record at the baseline.", ChartOptions.Default);
        var moved = drawn.Count(s => s.Segment.Verdict == DriftVerdict.Moved);
        var unclear = drawn.Count(s => s.Segment.Verdict == DriftVerdict.Inconclusive);
        var limit = AuditText.Limit(drift.Limits.SegmentChange);
        var heading = moved == 0
            ? $"No segment certainly changed by more than {limit} since {DateColumn.Show(drift.BaselineAsOf)}"
            : $"{moved} of {drawn.Length} segments changed by more than {limit} since {DateColumn.Show(drift.BaselineAsOf)}";
        var labels = new LabelSeries([.. drawn.Select(s => chosen.Length == 1 ? s.Segment.Segment : $"{s.Dimension.Dimension}: {s.Segment.Segment}")]);
        return new Figure(name, heading,
            new FigureLayout(new Axis($"change in {AuditText.Many(drawn[0].Dimension.Of)} since the baseline, with its interval") { TickFormat = "+.0%" }, new Axis(Phrase.Empty, AxisKind.Category) { Range = (drawn.Length - 0.4, -0.6) })
            {
                Height = FigureLayout.HeightOf(drawn.Length, 24),
                Limits =
                [
                    new LimitLine(-drift.Limits.SegmentChange, $"−{limit}", true),
                    new LimitLine(0, string.Empty, true, FigureStyle.Aside),
                    new LimitLine(drift.Limits.SegmentChange, $"+{limit}", true),
                ],
            },
            new Trace("scatter",
            [
                new("y", labels),
                new("x", new NumberSeries([.. drawn.Select(s => s.Segment.Change!.Value)])),
                new("error_x.array", new NumberSeries([.. drawn.Select(s => Math.Max(0, s.Segment.Interval!.Value.High - s.Segment.Change!.Value))])),
                new("error_x.arrayminus", new NumberSeries([.. drawn.Select(s => Math.Max(0, s.Segment.Change!.Value - s.Segment.Interval!.Value.Low))])),
                new("hovertext", new TextSeries([.. drawn.Select(s => Phrase.Of(Piece.Count(s.Segment.Baseline), " to ", Piece.Count(s.Segment.Current), $": {SnakeWords(s.Segment.Verdict)}"))])),
                new("marker.color", new StyleSeries([.. drawn.Select(s => s.Segment.Verdict switch { DriftVerdict.Moved => FigureStyle.Alert, DriftVerdict.Inconclusive => FigureStyle.Palette[1], _ => FigureStyle.Main })])),
            ])
            {
                Records = [.. drawn.Select(s => (double)Math.Min(s.Segment.Baseline, Math.Max(1, s.Segment.Current)))],
                DropsWithheld = true,
                Style = () => new JsonObject
                {
                    ["mode"] = "markers",
                    ["marker"] = new JsonObject { ["size"] = 10 },
                    ["error_x"] = new JsonObject { ["type"] = "data", ["symmetric"] = false, ["thickness"] = 1.5, ["width"] = 4, ["color"] = FigureStyle.Quiet },
                    ["hovertemplate"] = "%{y}<br>%{x:+.1%}, %{hovertext}<extra></extra>",
                },
            })
        {
            Note = $"blue: within ±{limit} · orange: too few records, or too near the limit, to tell ({unclear}) · red: beyond it, interval included ({moved})",
        };
    }

    private static string SnakeWords(DriftVerdict verdict) => verdict.ToString().ToLowerInvariant();
}
