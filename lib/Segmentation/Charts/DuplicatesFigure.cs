using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;

namespace Segmentation.Charts;

/// <summary>How many clusters of duplicates there are of each size.</summary>
internal static class DuplicatesFigure
{
    public static Figure Draw(DuplicateClusters clusters)
    {
        var many = AuditText.Many(clusters.Kind);
        var name = $"duplicate-clusters-{many}";
        var sizes = clusters.Sizes.Number("records in cluster").Values;
        var counts = clusters.Sizes.Number("clusters").Values;
        var limit = $"a clean database stays below {AuditText.Limit(clusters.Limit)}";
        if (sizes.Length == 0) return ChartInput.Empty(name, $"Duplicate {many}", clusters.Records == 0 ? $"There are no {many}." : $"No two {many} are equal after normalisation; {limit}.", ChartOptions.Default);
        Phrase[] labels = [.. counts.ToArray().Select(count => Phrase.Of(Piece.Count((int)count)))];
        return new Figure(name,
            Phrase.Of(AuditText.Share(clusters.DuplicateRate ?? 0, clusters.Surplus), $" of {many} are duplicates of another: ", Piece.Count(clusters.Surplus), " of ", Piece.Count(clusters.Records), " would go in a merge"),
            new FigureLayout(
                new Axis("number of clusters") { Range = (0, counts.ToArray().Max() * 1.12) },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            { Height = FigureLayout.HeightOf(sizes.Length, 30), BarGap = 0.3 },
            new Trace("bar",
            [
                new("y", new LabelSeries([.. sizes.ToArray().Select(s => string.Create(CultureInfo.InvariantCulture, $"{s:0} {many} each"))])),
                new("x", new NumberSeries([.. counts])),
                new("text", new TextSeries([.. labels])),
            ])
            {
                Records = [.. counts],
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["textposition"] = "outside",
                    ["cliponaxis"] = false,
                    ["hovertemplate"] = "clusters of %{y}: %{text}<extra></extra>",
                    ["marker"] = new JsonObject { ["color"] = FigureStyle.Main },
                },
            })
        {
            Note = Phrase.Of($"{limit} · ", Piece.Count(clusters.InClusters), $" {many} are in a cluster · equal after normalisation; near-duplicates not counted"),
        };
    }
}
