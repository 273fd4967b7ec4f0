using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Charts;

/// <summary>Which records went from which value to which: written values on the left, the values they became on the right.</summary>
internal static class FlowFigure
{
    /// <summary>Most values on the left; the rest flow as one.</summary>
    public const int MostSources = 24;

    public static Figure Draw(string name, Phrase heading, Phrase note, ImmutableArray<Flow> flows)
    {
        Flow[] all = [.. flows.OrderByDescending(f => f.Records).ThenBy(f => f.From, StringComparer.Ordinal).ThenBy(f => f.To, StringComparer.Ordinal)];
        string[] named = [.. all.GroupBy(f => f.From, StringComparer.Ordinal).OrderByDescending(g => g.Sum(f => f.Records)).Select(g => g.Key).Take(MostSources)];
        var rest = all.Select(f => f.From).Distinct(StringComparer.Ordinal).Count() - named.Length;
        var others = string.Create(CultureInfo.InvariantCulture, $"other ({rest:#,0} {(rest == 1 ? "value" : "values")})");
        Flow[] drawn =
        [
            .. all.GroupBy(f => (From: named.Contains(f.From) ? f.From : others, f.To)).Select(g => new Flow(g.Key.From, g.Key.To, g.Sum(f => f.Records)))
                .OrderBy(f => f.To, StringComparer.Ordinal).ThenByDescending(f => f.Records),
        ];
        string[] left = [.. drawn.Select(f => f.From).Distinct(StringComparer.Ordinal)];
        string[] right = [.. drawn.Select(f => f.To).Distinct(StringComparer.Ordinal)];
        ImmutableArray<Phrase> labels =
        [
            .. left.Select(l => Phrase.Of(Piece.Label(l, false), " · ", Piece.Count(drawn.Where(f => f.From == l).Sum(f => f.Records)))),
            .. right.Select(r => Phrase.Of(Piece.Label(r, false), " · ", Piece.Count(drawn.Where(f => f.To == r).Sum(f => f.Records)))),
        ];
        return new Figure(name, heading,
            new FigureLayout(Axis.None, Axis.None) { Height = FigureLayout.HeightOf(Math.Max(left.Length, right.Length), 26) },
            new Trace("sankey",
            [
                new("node.label", new TextSeries(labels)),
                new("node.color", new StyleSeries([.. left.Select(_ => FigureStyle.Aside), .. right.Select(_ => FigureStyle.Main)])),
                new("link.source", new PositionSeries([.. drawn.Select(f => (double)Array.IndexOf(left, f.From))])),
                new("link.target", new PositionSeries([.. drawn.Select(f => (double)(left.Length + Array.IndexOf(right, f.To)))])),
                new("link.value", new FlowSeries([.. drawn.Select(f => f.Records)])),
            ])
            {
                Style = () => new JsonObject
                {
                    ["arrangement"] = "fixed",
                    ["node"] = new JsonObject { ["pad"] = 9, ["thickness"] = 12, ["line"] = new JsonObject { ["width"] = 0 }, ["hovertemplate"] = "%{label}<extra></extra>" },
                    ["link"] = new JsonObject { ["color"] = "rgba(0,114,178,0.22)", ["hovertemplate"] = "%{source.label} to %{target.label}<extra></extra>" },
                },
            })
        {
            Note = note,
        };
    }
}
