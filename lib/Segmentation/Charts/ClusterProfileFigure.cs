using System.Text.Json.Nodes;
using Segmentation.Calibrate;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>How each customer cluster differs from all customers.</summary>
internal static class ClusterProfileFigure
{
    private const string Name = "cluster-profile";

    // Beyond two standard deviations the colour says no more.
    private const double Widest = 2;

    public static Figure Draw(CustomerClustersResult result)
    {
        if (result.Profile is not { Rows.IsEmpty: false } profile || profile.Clusters.IsEmpty) return ChartInput.Empty(Name, "Customer clusters", result.Why, ChartOptions.Default);
        var (rows, clusters) = (profile.Rows, result.Clusters);
        double[] values = [.. rows.SelectMany(r => r.Deviations)];
        Phrase[] texts = [.. rows.SelectMany(r => r.ByCluster.Select((v, c) => Phrase.Of(Piece.Figure(double.IsFinite(v) ? ShortNumber.Show(v, r.Value is null ? NumberFormat.General : NumberFormat.Share) : "none", clusters[c].Accounts))))];
        var largest = clusters.MaxBy(c => c.Accounts)!;
        return new Figure(Name,
            Phrase.Of($"{clusters.Length} clusters of customers; {largest.Name} is the largest with ", Piece.Count(largest.Accounts), $" of {result.Clustered:#,0}"),
            new FigureLayout(new Axis(Phrase.Empty, AxisKind.Category) { Grid = false }, new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false }) { Height = 120 + (30 * rows.Length) },
            new Trace("heatmap",
            [
                new("x", new LabelSeries(profile.Clusters)),
                new("y", new LabelSeries([.. rows.Select(r => r.Value is null ? r.Field.Replace('_', ' ') : $"{r.Field.Replace('_', ' ')}: {r.Value}")])),
                new("z", new NumberSeries([.. values.Select(v => double.IsFinite(v) ? Math.Clamp(v, -Widest, Widest) : double.NaN)]), clusters.Length),
                new("text", new TextSeries([.. texts]), clusters.Length),
            ])
            {
                Style = () => new JsonObject
                {
                    ["colorscale"] = new JsonArray(new JsonArray(0, "#B35806"), new JsonArray(0.5, "#F7F7F7"), new JsonArray(1, "#2F7FBC")),
                    ["zmin"] = -Widest,
                    ["zmax"] = Widest,
                    ["xgap"] = 2,
                    ["ygap"] = 2,
                    ["texttemplate"] = "%{text}",
                    ["showscale"] = false,
                    ["hoverongaps"] = false,
                    ["hovertemplate"] = "%{y}, %{x}: %{text}<extra></extra>",
                },
            })
        {
            Note = "in each cell: the median of a number, the share of a value; blue above all customers, orange below",
        };
    }
}
