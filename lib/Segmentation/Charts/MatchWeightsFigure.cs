using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Match;

namespace Segmentation.Charts;

/// <summary>What each level of each comparison says about a pair.</summary>
internal static class MatchWeightsFigure
{
    public static Figure Draw(MatchModel model)
    {
        var levels = model.Settings.Comparisons
            .SelectMany((c, i) => Enumerable.Range(1, c.Else).Select(level => (Label: $"{c.Name}: {c.NameOf(level)}", Weight: model.Parameters.Weight(i, level)))).ToArray();
        var kind = AuditText.Many(model.Records.Kind);
        if (levels.Length == 0) return ChartInput.Empty($"match-weights-{kind}", "Match weights", "Nothing was compared.", ChartOptions.Default);
        var strongest = levels.MaxBy(l => l.Weight);
        return new Figure($"match-weights-{kind}",
            string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(strongest.Label[0])}{strongest.Label[1..]} speaks loudest for two {kind} being one: {strongest.Weight:+0.0;-0.0} bits"),
            new FigureLayout(new Axis("match weight, log2(m/u) (bits; each doubles or halves the odds)") { Range = (levels.Min(l => l.Weight) - 2.5, strongest.Weight + 2.5) }, new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(levels.Length, 24),
            },
            new Trace("bar",
            [
                new("y", new LabelSeries([.. levels.Select(l => l.Label)])),
                new("x", new NumberSeries([.. levels.Select(l => l.Weight)])),
                new("text", new TextSeries([.. levels.Select(l => (Phrase)string.Create(CultureInfo.InvariantCulture, $"{l.Weight:+0.0;-0.0;0.0}"))])),
                new("marker.color", new StyleSeries([.. levels.Select(l => l.Weight >= 0 ? FigureStyle.Main : FigureStyle.Alert)])),
            ])
            {
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["textposition"] = "outside",
                    ["cliponaxis"] = false,
                    ["hovertemplate"] = "%{y}: %{text} bits<extra></extra>",
                },
            })
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"two {kind} taken at random start at {model.Parameters.PriorWeight:0.0} bits"),
        };
    }
}
