using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Where values are missing: each field in each segment, owner or month.</summary>
internal static class MissingnessFigure
{
    public static Figure Draw(CompletenessByGroup completeness, EntityKind kind)
    {
        var many = AuditText.Many(kind);
        var name = $"missingness-by-{completeness.By}-{many}";
        CompletenessGroup[] groups = [.. completeness.Groups.Where(g => g.Table == kind && g.Records > 0)];
        int[] fields = [.. Enumerable.Range(0, completeness.Fields.Length).Where(f => groups.Any(g => g.Valid[f] is not null))];
        if (groups.Length == 0 || fields.Length == 0) return ChartInput.Empty(name, $"Missing values by {completeness.By}", $"The exports do not divide {many} by {completeness.By}.", ChartOptions.Default);
        var cells = fields.SelectMany(f => groups.Select(g => (Field: f, Group: g, Missing: 1 - g.Share(f)))).ToArray();
        // A hole in a group too small for a segment is chance; it stays in the picture and out of the title.
        var large = cells.Where(c => c.Group.Records >= PlaybookLimits.Default.SmallestSegmentWarn).ToArray();
        var worst = (large.Length > 0 ? large : cells).MaxBy(c => c.Missing ?? -1);
        return new Figure(name,
            Phrase.Of($"{completeness.Fields[worst.Field]} is missing most in ", Piece.Label(worst.Group.Group, completeness.IsPersonal), ": ",
                AuditText.Share(worst.Missing ?? 0, worst.Group.Records), " of ", Piece.Count(worst.Group.Records), $" {many}"),
            new FigureLayout(new Axis(completeness.By, AxisKind.Category) { Grid = false }, new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false }) { Height = 120 + (32 * fields.Length) },
            new Trace("heatmap",
            [
                new("x", new LabelSeries([.. groups.Select(g => g.Group)]) { IsPersonal = completeness.IsPersonal }),
                new("y", new LabelSeries([.. fields.Select(f => completeness.Fields[f])])),
                new("z", new NumberSeries([.. cells.Select(c => c.Missing ?? double.NaN)]), groups.Length),
                new("text", new TextSeries([.. cells.Select(c => Phrase.Of(c.Missing is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m * 100:0}%") : string.Empty))]), groups.Length),
            ])
            {
                Records = [.. cells.Select(c => c.Missing is null ? 0 : (double)c.Group.Records)],
                Style = () => Style(cells.Length),
            })
        {
            Note = $"in each cell: share of {many} without a valid value",
        };
    }

    private static JsonObject Style(int cells)
    {
        var style = HeatMapFigure.Style("share missing", cells <= HeatMapFigure.MostLabelled, NumberFormat.Share);
        // The whole range, so that the same shade means the same share in every figure.
        style["zmin"] = 0;
        style["zmax"] = 1;
        return style;
    }
}
