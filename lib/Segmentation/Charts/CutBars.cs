using System.Text.Json.Nodes;
using Segmentation.Cuts;

namespace Segmentation.Charts;

/// <summary>The distribution of one field under its cuts: bars of equal width on the axis of the cuts.</summary>
internal static class CutBars
{
    // Fine enough to see a valley beside a cut; fixed, so that the bars stay where they are while a cut moves.
    private const int MostBars = 48;

    /// <summary>Returns the bars, and how many records have no place on the axis.</summary>
    public static (Trace Bars, int WithoutPlace) Draw(CutSample sample, CutAxis axis)
    {
        double[] placed = [.. sample.Values.ToArray().Where(axis.Has).Select(axis.At)];
        var bins = BinsOf(axis);
        var counts = new double[bins.Count];
        foreach (var at in placed) counts[bins.Of(at)]++;
        return (new Trace("bar",
        [
            new("x", new PositionSeries([.. counts.Select((_, i) => bins.Low(i) + (bins.Width / 2))])),
            new("y", new NumberSeries([.. counts])),
            new("hovertext", new TextSeries([.. counts.Select((count, i) => Phrase.Of($"{Edge(axis, bins.Low(i))} to under {Edge(axis, bins.Low(i + 1))}: ", Piece.Count((int)count), " accounts"))])),
        ])
        {
            Records = [.. counts],
            Style = () => new JsonObject
            {
                ["hovertemplate"] = "%{hovertext}<extra></extra>",
                ["textposition"] = "none",
                ["width"] = bins.Width * 0.94,
                ["marker"] = new JsonObject { ["color"] = FigureStyle.Main },
                ["showlegend"] = false,
            },
        }, sample.Values.Length - placed.Length);
    }

    /// <summary>Returns the bins of an axis of cuts.</summary>
    public static Bins BinsOf(CutAxis axis) => new(axis.Low, (axis.High - axis.Low) / MostBars, MostBars);

    private static string Edge(CutAxis axis, double position) => ShortNumber.Show(axis.IsLog ? Math.Pow(10, position) : position, axis.Field.Unit == "share" ? Tables.NumberFormat.Share : Tables.NumberFormat.General);
}
