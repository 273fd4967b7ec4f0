using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Segmentation.Charts;

/// <summary>
/// The one template of every figure: Okabe and Ito's colours (Color Universal Design, 2008), which readers with colour-blindness tell apart, on white.
/// </summary>
internal static class FigureStyle
{
    public const string Main = "#0072B2";
    public const string Alert = "#D55E00";
    public const string Limit = "#8C3D00";
    public const string Aside = "#B8BEC6";
    public const string Ink = "#1F2933";
    public const string Quiet = "#5F6B7A";
    public const string Grid = "#E6E9ED";
    public const string Band = "rgba(230,159,0,0.16)";
    public const string Fonts = "\"Segoe UI\", \"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", sans-serif";

    /// <summary>Longest line of a title and of a subtitle, in characters: what 780 pixels hold.</summary>
    public const int TitleWidth = 84;
    public const int SubtitleWidth = 122;

    /// <summary>Heights in pixels, from which the room above a drawing is reckoned.</summary>
    public const int TitleTop = 20;
    public const int TitleLine = 24;
    public const int SubtitleLine = 18;
    public const int LegendLine = 24;
    public const int TitleBottom = 14;
    public const int SliderHeight = 110;

    /// <summary>Okabe and Ito's palette, the colours that read best on white first.</summary>
    public static ImmutableArray<string> Palette { get; } =
        ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000"];

    /// <summary>Returns a scale of one hue from nearly white to dark blue: more is darker, in print too.</summary>
    public static JsonArray Scale() =>
        [new JsonArray(0, "#F4F8FB"), new JsonArray(0.25, "#C3DCEE"), new JsonArray(0.5, "#7FB3D9"), new JsonArray(0.75, "#2F7FBC"), new JsonArray(1, "#0B3C66")];

    public static JsonObject Template() => new()
    {
        ["layout"] = new JsonObject
        {
            ["font"] = new JsonObject { ["family"] = Fonts, ["size"] = 13, ["color"] = Ink },
            ["paper_bgcolor"] = "#FFFFFF",
            ["plot_bgcolor"] = "#FFFFFF",
            ["colorway"] = new JsonArray([.. Palette.Select(c => (JsonNode)c)]),
            ["separators"] = ".,",
            ["title"] = new JsonObject
            {
                ["x"] = 0,
                ["xref"] = "container",
                ["xanchor"] = "left",
                ["y"] = 1,
                ["yref"] = "container",
                ["yanchor"] = "top",
                ["pad"] = new JsonObject { ["t"] = TitleTop, ["l"] = 4 },
                ["font"] = new JsonObject { ["size"] = 18, ["color"] = Ink },
            },
            ["margin"] = new JsonObject { ["l"] = 64, ["b"] = 56 },
            ["hoverlabel"] = new JsonObject { ["bgcolor"] = "#FFFFFF", ["bordercolor"] = Aside, ["font"] = new JsonObject { ["color"] = Ink, ["family"] = Fonts } },
            ["xaxis"] = AxisTemplate(),
            ["yaxis"] = AxisTemplate(),
            // Plotly turns the legend of lying bars round; the eye reads both from the left.
            ["legend"] = new JsonObject { ["traceorder"] = "normal", ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 1, ["yanchor"] = "bottom" },
        },
    };

    private static JsonObject AxisTemplate() => new()
    {
        ["automargin"] = true,
        ["gridcolor"] = Grid,
        ["zeroline"] = false,
        ["linecolor"] = Aside,
        // Invisible ticks keep the labels off the marks.
        ["ticks"] = "outside",
        ["ticklen"] = 5,
        ["tickcolor"] = "rgba(0,0,0,0)",
        ["exponentformat"] = "B",
        ["separatethousands"] = true,
        ["title"] = new JsonObject { ["standoff"] = 10, ["font"] = new JsonObject { ["size"] = 13, ["color"] = Quiet } },
        ["tickfont"] = new JsonObject { ["size"] = 12 },
    };
}
