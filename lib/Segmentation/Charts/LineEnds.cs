using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Segmentation.Charts;

/// <summary>The end of a line.</summary>
/// <param name="At">Place on the x axis.</param>
/// <param name="Value">Height.</param>
/// <param name="Label">The line's name.</param>
/// <param name="Colour">The line's colour.</param>
/// <param name="Records">Records behind the last value.</param>
internal sealed record LineEnd(double At, double Value, Piece Label, string Colour, double Records);

/// <summary>Names lines at their ends, where a legend would send the eye back and forth.</summary>
internal static class LineEnds
{
    // Height of a label as a proportion of the drawing's.
    private const double Step = 0.055;

    /// <summary>Returns the labels, moved apart where two would meet.</summary>
    /// <param name="ends">The lines' ends.</param>
    /// <param name="values">All heights drawn; NaN is a gap.</param>
    /// <param name="log">Whether the y axis is logarithmic; otherwise it starts at <paramref name="floor"/>.</param>
    /// <param name="positions">From places on the x axis to a channel.</param>
    /// <param name="floor">Where a y axis that is not logarithmic starts.</param>
    public static Trace Draw(IEnumerable<LineEnd> ends, IEnumerable<double> values, bool log, Func<ImmutableArray<double>, Series> positions, double floor = 0)
    {
        double Scaled(double value) => log ? Math.Log10(value) : value;
        LineEnd[] rising = [.. ends.OrderBy(e => e.Value)];
        var scaled = values.Where(double.IsFinite).Select(Scaled).Concat(log ? [] : [floor]).ToArray();
        var step = (scaled.Max() - scaled.Min()) * Step;
        var heights = new double[rising.Length];
        for (var i = 0; i < heights.Length; i++)
        {
            heights[i] = i == 0 ? Scaled(rising[i].Value) : Math.Max(Scaled(rising[i].Value), heights[i - 1] + step);
        }

        // Labels pushed over the top would leave the drawing: they push back down.
        for (var (i, room) = (heights.Length - 1, scaled.Max()); i >= 0 && heights[i] > room; i--, room -= step) heights[i] = room;

        return new Trace("scatter",
        [
            new("x", positions([.. rising.Select(e => e.At)])),
            new("y", new PositionSeries([.. heights.Select(h => log ? Math.Pow(10, h) : h)])),
            new("text", new TextSeries([.. rising.Select(e => Phrase.Of("  ", e.Label))])),
            new("textfont.color", new StyleSeries([.. rising.Select(e => e.Colour == FigureStyle.Aside ? FigureStyle.Quiet : e.Colour)])),
        ])
        {
            Records = [.. rising.Select(e => e.Records)],
            DropsWithheld = true,
            Style = () => new JsonObject { ["mode"] = "text", ["textposition"] = "middle right", ["cliponaxis"] = false, ["hoverinfo"] = "skip" },
        };
    }
}
