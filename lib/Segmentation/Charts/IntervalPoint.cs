using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Statistics;

namespace Segmentation.Charts;

/// <summary>One line of a figure of points with intervals.</summary>
/// <param name="Label">The line's label.</param>
/// <param name="Value">Where the point stands; NaN for none.</param>
/// <param name="Interval">Its interval; null for none.</param>
/// <param name="Text">What stands above the point.</param>
/// <param name="Records">Records behind it, by which it is hidden under mask.</param>
/// <param name="Color">Its colour.</param>
internal sealed record IntervalPoint(string Label, double Value, Interval? Interval, Phrase Text, double Records, string Color)
{
    /// <summary>Returns the points as a trace, one a line of a category axis.</summary>
    /// <param name="points">The points from top to bottom.</param>
    /// <param name="format">d3 format of the value in the hover box.</param>
    public static Trace Draw(ImmutableArray<IntervalPoint> points, string format) => new("scatter",
    [
        new("y", new LabelSeries([.. points.Select(p => p.Label)])),
        new("x", new NumberSeries([.. points.Select(p => p.Value)])),
        new("error_x.array", new NumberSeries([.. points.Select(p => Math.Max(0, Up(p)))])),
        new("error_x.arrayminus", new NumberSeries([.. points.Select(p => Math.Max(0, Down(p)))])),
        new("text", new TextSeries([.. points.Select(p => p.Text)])),
        new("marker.color", new StyleSeries([.. points.Select(p => p.Color)])),
    ])
    {
        Records = [.. points.Select(p => p.Records)],
        Style = () => new JsonObject
        {
            ["mode"] = "markers+text",
            ["textposition"] = "top center",
            ["cliponaxis"] = false,
            ["marker"] = new JsonObject { ["size"] = 11 },
            ["error_x"] = new JsonObject { ["type"] = "data", ["symmetric"] = false, ["color"] = FigureStyle.Quiet, ["thickness"] = 2, ["width"] = 6 },
            ["hovertemplate"] = "%{y}: %{x:" + format + "} (%{text})<extra></extra>",
        },
    };

    // An end without bound is drawn as none.
    private static double Up(IntervalPoint p) => p.Interval is { } i && double.IsFinite(i.High) && double.IsFinite(p.Value) ? i.High - p.Value : 0;

    private static double Down(IntervalPoint p) => p.Interval is { } i && double.IsFinite(i.Low) && double.IsFinite(p.Value) ? p.Value - i.Low : 0;
}
