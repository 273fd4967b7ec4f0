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
        Phrase[] labels = [.. sizes.ToArray().Select((size, i) => Phrase.Of(Piece.Count((int)clusters.Sizes.Number("clusters").Values[i])))];
        return new Figure(name,
            Phrase.Of(AuditText.Share(clusters.DuplicateRate ?? 0, clusters.Surplus), $" of {many} are duplicates of another: ", Piece.Count(clusters.Surplus), " of ", Piece.Count(clusters.Records), " would go in a merge"),
            new FigureLayout(new Axis($"{many} in a cluster", AxisKind.Category) { Grid = false }, new Axis("number of clusters") { FromZero = true }),
            new Trace("bar",
            [
                new("x", new LabelSeries([.. sizes.ToArray().Select(s => s.ToString("0", CultureInfo.InvariantCulture))])),
                new("y", new NumberSeries([.. counts])),
                new("text", new TextSeries([.. labels])),
            ])
            {
                Records = [.. counts],
                Style = () => new JsonObject
                {
                    ["textposition"] = "outside",
                    ["cliponaxis"] = false,
                    ["hovertemplate"] = $"clusters of %{{x}} {many}: %{{text}}<extra></extra>",
                    ["marker"] = new JsonObject { ["color"] = FigureStyle.Main },
                },
            })
        {
            Note = Phrase.Of($"{limit} · ", Piece.Count(clusters.InClusters), $" {many} are in a cluster · equal keys after normalisation, near-duplicates not counted"),
        };
    }
}
