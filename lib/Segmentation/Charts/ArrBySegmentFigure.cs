using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Distribute;
using Segmentation.Load;

namespace Segmentation.Charts;

/// <summary>For each dimension of the accounts, one bar of accounts and one of ARR, divided by segment: where few accounts pay most.</summary>
internal static class ArrBySegmentFigure
{
    private const string Name = "arr-by-segment";

    // Letters of 7 pixels on a drawing of some 740: a part that is narrower than its label is read in the hover box.
    private const double Letter = 7.0 / 740;

    // Dark enough for white words, light enough for dark ones, in turn: neighbours differ in print too.
    private static readonly ImmutableArray<(string Fill, string Ink)> Shades =
        [("#0B3C66", "#FFFFFF"), ("#2F7FBC", "#FFFFFF"), ("#7FB3D9", FigureStyle.Ink), ("#C3DCEE", FigureStyle.Ink), ("#E6F1F8", FigureStyle.Ink)];

    public static Figure Draw(DistributionResult distribution)
    {
        DimensionDistribution[] dimensions = [.. distribution.Dimensions.Where(d => d.Of == EntityKind.Accounts && d is { Records: > 0, Arr: > 0 })];
        if (dimensions.Length == 0) return ChartInput.Empty(Name, "ARR by segment", "No account with ARR is in a segment.", ChartOptions.Default);
        var all = dimensions.SelectMany(d => d.Segments.Where(s => !s.IsUnassigned && s.Records > 0).Select(s => (Dimension: d, Segment: s))).ToArray();
        if (all.Length == 0) return ChartInput.Empty(Name, "ARR by segment", "No account is in a segment.", ChartOptions.Default);
        var (_, top) = all.MaxBy(s => (s.Segment.ArrShare ?? 0) - (s.Segment.Share ?? 0));
        var most = dimensions.Max(d => d.Segments.Length - 1);
        ImmutableArray<string> rows = [.. dimensions.SelectMany(d => new[] { $"{d.Name}: accounts", $"{d.Name}: ARR" })];
        return new Figure(Name,
            Phrase.Of(Piece.Label(top.Name, false), " is ", AuditText.Share(top.Share ?? 0, top.Records), " of the accounts and ", AuditText.Share(top.ArrShare ?? 0, top.Records), " of the ARR"),
            new FigureLayout(AuditText.Shares("share of accounts that no exclusion holds, and of their ARR"), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length, 30),
                Stacked = true,
                BarGap = 0.18,
            },
            [.. Enumerable.Range(0, most).Select(place => Part(place, Shades[place % Shades.Length])), Part(-1, (FigureStyle.Aside, FigureStyle.Ink))])
        {
            Note = "segments in the framework's order, Unassigned in grey",
        };

        Trace Part(int place, (string Fill, string Ink) shade)
        {
            // Unassigned stands last in every dimension, however many segments it has.
            SegmentDistribution?[] parts = [.. dimensions.Select(d => place < 0 ? d.Unassigned : place < d.Segments.Length - 1 ? d.Segments[place] : null)];
            (SegmentDistribution? Segment, double Share)[] bars = [.. parts.SelectMany(p => new[] { (p, p?.Share ?? 0), (p, p?.ArrShare ?? 0) })];
            return new Trace("bar",
            [
                new("y", new LabelSeries(rows)),
                new("x", new NumberSeries([.. bars.Select(b => b.Share)])),
                new("text", new TextSeries([.. bars.Select(b => Label(b.Segment, b.Share))])),
                new("hovertext", new TextSeries([.. bars.Select(b => b.Segment is null ? Phrase.Empty : Phrase.Of(Piece.Label(b.Segment.Name, false), $": {AuditText.Share(b.Share)}"))])),
            ])
            {
                Records = [.. bars.Select(b => (double)(b.Segment?.Records ?? 0))],
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["marker"] = new JsonObject { ["color"] = shade.Fill, ["line"] = new JsonObject { ["color"] = "#FFFFFF", ["width"] = 1 } },
                    ["textposition"] = "inside",
                    ["constraintext"] = "none",
                    ["insidetextanchor"] = "middle",
                    ["insidetextfont"] = new JsonObject { ["color"] = shade.Ink },
                    ["hovertemplate"] = "%{y}<br>%{hovertext}<extra></extra>",
                },
            };
        }
    }

    private static Phrase Label(SegmentDistribution? segment, double share)
    {
        if (segment is null) return Phrase.Empty;
        var figure = AuditText.Share(share);
        return (segment.Name.Length + 1 + figure.Length) * Letter < share ? Phrase.Of(Piece.Label(segment.Name, false), $" {figure}")
            : figure.Length * Letter < share ? figure : Phrase.Empty;
    }
}
