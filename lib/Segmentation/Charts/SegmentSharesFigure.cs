using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Distribute;
using Segmentation.Load;

namespace Segmentation.Charts;

/// <summary>How the records divide among the segments of one dimension, with the limits on the largest.</summary>
internal static class SegmentSharesFigure
{
    public static Figure Draw(DimensionDistribution dimension)
    {
        var name = ChartInput.FigureName("segment-shares", dimension.Name);
        if (dimension.Largest is not { } largest) return ChartInput.Empty(name, dimension.Name, $"No {AuditText.One(dimension.Of)} is in a segment of {dimension.Name}.", ChartOptions.Default);
        var (limits, isAccounts) = (dimension.Limits, dimension.Of == EntityKind.Accounts);
        SegmentDistribution[] broken = [.. dimension.Segments.Where(IsFlagged)];
        var verdict = broken.Length == 0 ? "every segment within its limits" : string.Join("; ", broken.Select(s => $"{s.Name}: {s.Verdict}"));
        return new Figure(name,
            Phrase.Of($"{dimension.Name}: ", Piece.Label(largest.Name, false), " is the largest segment with ", AuditText.Share(largest.Share ?? 0, largest.Records), $" of {AuditText.Many(dimension.Of)}"),
            new FigureLayout(AuditText.Shares($"share of {AuditText.Many(dimension.Of)} that no exclusion holds", 1.02), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(dimension.Segments.Length, 34),
                BarGap = 0.3,

                // The limits on the largest share are those of accounts; for contacts no playbook has one.
                Limits = !isAccounts ? [] :
                [
                    new LimitLine(limits.LargestSegmentWarn, $"warn {AuditText.Limit(limits.LargestSegmentWarn)}", true, FigureStyle.Quiet),
                    new LimitLine(limits.LargestSegmentError, $"error {AuditText.Limit(limits.LargestSegmentError)}", true),
                    new LimitLine(limits.LargestSegmentCritical, $"critical {AuditText.Limit(limits.LargestSegmentCritical)}", true, FigureStyle.Alert),
                ],
            },
            new Trace("bar",
            [
                new("y", new LabelSeries([.. dimension.Segments.Select(s => s.Name)])),
                new("x", new NumberSeries([.. dimension.Segments.Select(s => s.Share ?? 0)])),
                new("text", new TextSeries([.. dimension.Segments.Select(s => Phrase.Of($"{AuditText.Share(s.Share ?? 0)} · ", Piece.Count(s.Records)))])),
                new("marker.color", new StyleSeries([.. dimension.Segments.Select(s => IsFlagged(s) ? FigureStyle.Alert : s.IsUnassigned ? FigureStyle.Aside : FigureStyle.Main)])),
            ])
            {
                Records = [.. dimension.Segments.Select(s => (double)s.Records)],
                Style = () => new JsonObject { ["orientation"] = "h", ["textposition"] = "auto", ["cliponaxis"] = false, ["hovertemplate"] = "%{y}: %{text}<extra></extra>" },
            })
        {
            Note = Phrase.Join(" · ",
            [
                verdict,
                Phrase.Of(Piece.Count(dimension.Records), $" {AuditText.Many(dimension.Of)}, ", Piece.Count(dimension.Excluded), " more are excluded"),
                isAccounts ? string.Create(CultureInfo.InvariantCulture, $"a segment below {limits.SmallestSegmentWarn:#,0} accounts warns, below {limits.SmallestSegmentError:#,0} is an error") : Phrase.Empty,
            ]),
        };
    }

    private static bool IsFlagged(SegmentDistribution segment) => segment.Severity is >= Severity.Warn;
}
