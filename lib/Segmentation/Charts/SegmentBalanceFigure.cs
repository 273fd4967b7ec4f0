using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Playbook;

namespace Segmentation.Charts;

/// <summary>How the records of an existing segmentation divide among its segments, against the limits on the largest.</summary>
internal static class SegmentBalanceFigure
{
    // What a reader takes in at a glance; a segmentation with more values is a list, and the subtitle says so.
    private const int MostDrawn = 15;

    public static Figure Draw(ExistingSegmentationResult segmentation, string? field, PlaybookLimits limits)
    {
        var found = field is null
            ? segmentation.Fields.FirstOrDefault()
            : segmentation.Fields.FirstOrDefault(f => string.Equals(f.Field, field, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
                $"Chart.SegmentBalance: no field '{field}' is segment-like. Segment-like: {string.Join(", ", segmentation.Fields.Select(f => f.Field))}.");
        var name = ChartInput.FigureName("segment-balance", found?.Field);
        ExistingSegmentationValue[] segments = [.. found?.Segments ?? []];
        if (found is null || segments.Length == 0)
            return ChartInput.Empty(name, "Existing segmentation", found is null ? "No field of the exports is segment-like." : $"No record has a segment in {found.Field}.", ChartOptions.Default);
        var drawn = segments.Take(MostDrawn).ToArray();
        double Share(ExistingSegmentationValue segment) => (double)segment.Records / found.Assigned;
        var largest = drawn[0];
        var verdict = Share(largest) > limits.LargestSegmentCritical ? ": something is wrong"
            : Share(largest) > limits.LargestSegmentError ? $", above the {AuditText.Limit(limits.LargestSegmentError)} limit"
            : Share(largest) > limits.LargestSegmentWarn ? $", above the {AuditText.Limit(limits.LargestSegmentWarn)} from which to warn"
            : $", within the {AuditText.Limit(limits.LargestSegmentWarn)} limit";
        return new Figure(name,
            Phrase.Of(Piece.Label(largest.Value ?? string.Empty, false), $" is the largest {found.Field}: ", AuditText.Share(Share(largest), largest.Records), $" of assigned {found.Table}{verdict}"),
            new FigureLayout(AuditText.Shares($"share of {found.Table} in any segment", 1.02), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(drawn.Length, 30),
                BarGap = 0.3,
                Limits =
                [
                    new LimitLine(limits.LargestSegmentWarn, $"warn {AuditText.Limit(limits.LargestSegmentWarn)}", true, FigureStyle.Quiet),
                    new LimitLine(limits.LargestSegmentError, $"error {AuditText.Limit(limits.LargestSegmentError)}", true),
                    new LimitLine(limits.LargestSegmentCritical, $"critical {AuditText.Limit(limits.LargestSegmentCritical)}", true, FigureStyle.Alert),
                ],
            },
            new Trace("bar",
            [
                new("y", new LabelSeries([.. drawn.Select(v => v.Value ?? string.Empty)])),
                new("x", new NumberSeries([.. drawn.Select(Share)])),
                new("text", new TextSeries([.. drawn.Select(v => Phrase.Of($"{AuditText.Share(Share(v))} · ", Piece.Count(v.Records)))])),
                new("marker.color", new StyleSeries([.. drawn.Select(v => Share(v) > limits.LargestSegmentWarn ? FigureStyle.Alert : FigureStyle.Main)])),
            ])
            {
                Records = [.. drawn.Select(v => (double)v.Records)],
                Style = () => new JsonObject { ["orientation"] = "h", ["textposition"] = "auto", ["cliponaxis"] = false, ["hovertemplate"] = "%{y}: %{text}<extra></extra>" },
            })
        {
            Note = Phrase.Join(" · ",
            [
                Phrase.Of(Piece.Count(found.Records - found.Assigned), " of ", Piece.Count(found.Records), $" {found.Table} are in none or in \"Other\" and are not drawn"),
                segments.Length > drawn.Length ? string.Create(CultureInfo.InvariantCulture, $"{segments.Length - drawn.Length:#,0} smaller segments are not drawn") : Phrase.Empty,
            ]),
        };
    }
}
