using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Segmentation.Charts;

/// <summary>One step of a sum: a bar from where the last one ended to where this one ends.</summary>
/// <param name="Label">The step.</param>
/// <param name="From">Where the bar begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Text">Its figure in words.</param>
/// <param name="Records">Records behind it, for the mask; <see cref="double.MaxValue"/> where it is no count of records.</param>
/// <param name="Colour">Its colour.</param>
internal sealed record Step(string Label, double From, double To, Phrase Text, double Records, string Colour);

/// <summary>A sum taken step by step, from the top down.</summary>
internal static class StepsFigure
{
    public static Figure Draw(string name, Phrase heading, Phrase note, Axis axis, ImmutableArray<Step> steps, params ImmutableArray<LimitLine> limits) => new(name, heading,
        new FigureLayout(axis, new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false }) { Height = FigureLayout.HeightOf(steps.Length, 34), Limits = limits },
        new Trace("bar",
        [
            new("y", new LabelSeries([.. steps.Select(s => s.Label)])),
            new("base", new PositionSeries([.. steps.Select(s => s.From)])),
            new("x", new NumberSeries([.. steps.Select(s => s.To - s.From)])),
            new("text", new TextSeries([.. steps.Select(s => s.Text)])),
            new("marker.color", new StyleSeries([.. steps.Select(s => s.Colour)])),
        ])
        {
            Records = [.. steps.Select(s => s.Records)],
            Style = () => new JsonObject
            {
                ["orientation"] = "h",
                ["textposition"] = "outside",
                ["cliponaxis"] = false,
                ["hovertemplate"] = "%{y}: %{text}<extra></extra>",
            },
        })
    {
        Note = note,
    };
}
