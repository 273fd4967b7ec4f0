using Segmentation.Calibrate;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>How much candidates for dimensions say about each other.</summary>
internal static class RedundancyFigure
{
    private const string Name = "redundancy";

    public static Figure Draw(DimensionCandidateRedundancy redundancy)
    {
        var m = redundancy.Names.Length;
        if (m < 2) return ChartInput.Empty(Name, "Redundancy", "There are no two candidates to compare.", ChartOptions.Default);
        var pairs = (from i in Enumerable.Range(0, m) from j in Enumerable.Range(0, m) where i < j && redundancy.Shared[i][j] is not null select (i, j)).ToArray();
        double[] values = [.. from i in Enumerable.Range(0, m) from j in Enumerable.Range(0, m) select i == j ? double.NaN : redundancy.Shared[i][j] is { } shared ? Math.Max(0, shared) : double.NaN];
        var top = pairs.Length == 0 ? default : pairs.MaxBy(p => redundancy.Shared[p.i][p.j]);
        return new Figure(Name,
            pairs.Length == 0 ? "No two candidates can be compared" : Phrase.Of(redundancy.Names[top.i], " and ", redundancy.Names[top.j], $" share most: {NumberColumn.Show(redundancy.Shared[top.i][top.j]!.Value, NumberFormat.Share)} of what the coarser says"),
            new FigureLayout(new Axis(Phrase.Empty, AxisKind.Category) { Grid = false }, new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false }) { Height = 120 + (30 * m) },
            new Trace("heatmap",
            [
                new("x", new LabelSeries(redundancy.Names)),
                new("y", new LabelSeries(redundancy.Names)),
                new("z", new NumberSeries([.. values]), m),
                new("text", new TextSeries([.. values.Select(v => (Phrase)(double.IsNaN(v) ? string.Empty : FormattableString.Invariant($"{v * 100:0}%")))]), m),
            ])
            {
                Style = () => HeatMapFigure.Style("information shared", values.Length <= HeatMapFigure.MostLabelled, NumberFormat.Share),
            })
        {
            Note = "in each cell: the share of the coarser one's information that the other gives, less what chance gives",
        };
    }
}
