using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Writes a figure in the Plotly schema. The one place that decides what a masked figure leaves out.</summary>
internal static class FigureJson
{
    // Leaves <, >, &, ' and U+2028/2029 escaped: the JSON stands safely inside a script element.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // Pixels between the drawing and the slider below it: ticks and the title of the x axis stand there.
    private const int SliderPad = 56;

    public static string Text(JsonNode node) => node.ToJsonString(Compact);

    public static JsonObject Write(Figure figure, RenderOptions options)
    {
        var traces = figure.Traces.Where(t => !LeavesNothing(t, options)).ToArray();
        var hidden = options.Mask && figure.IsPersonal ? "Not shown under mask: the values point at people or customers."
            : traces.Length == 0 && figure.Traces.Length > 0 ? "Not shown under mask: every mark stands for too few records."
            : null;
        var layout = hidden is null ? figure.Layout : new FigureLayout(Axis.None, Axis.None) { Message = hidden, Height = 140 };
        if (hidden is not null) traces = [];
        var left = traces.Sum(t => t.Records.Count(r => Piece.Withheld(r, options)));
        var note = Phrase.Join(" · ", [figure.Note, left == 0 ? Phrase.Empty : string.Create(CultureInfo.InvariantCulture, $"marks of fewer than {options.SmallCell} records are left out")]);
        return new JsonObject
        {
            ["data"] = new JsonArray([.. traces.Select(t => WriteTrace(t, options))]),
            ["layout"] = WriteLayout(layout, traces, figure.TitleFor(options), note.Show(options), options),
        };
    }

    private static bool LeavesNothing(Trace trace, RenderOptions options) => options.Mask && trace.Records.Length > 0
        && trace.Records.All(r => r == 0 || Piece.Withheld(r, options)) && trace.Records.Any(r => r != 0);

    private static JsonObject WriteTrace(Trace trace, RenderOptions options)
    {
        var json = new JsonObject { ["type"] = trace.Type };
        if (trace.Name is { } name) json["name"] = PlotlyText.Encode(name.Show(options));
        foreach (var (key, value) in trace.Style().ToArray()) json[key] = value?.DeepClone();
        Func<int, bool> withheld = mark => mark < trace.Records.Length && Piece.Withheld(trace.Records[mark], options);
        foreach (var channel in trace.Channels)
        {
            var values = Enumerable.Range(0, channel.Values.Length)
                .Where(i => !trace.DropsWithheld || !withheld(i))
                .Select(i => channel.Values.Value(i, withheld(i), options));
            var array = new JsonArray([.. channel.Width == 0 ? values : values.Chunk(channel.Width).Select(row => new JsonArray(row))]);
            var (parent, key) = channel.Path.Split('.') is [var outer, var inner] ? (Child(json, outer), inner) : (json, channel.Path);
            parent[key] = array;
        }

        return json;
    }

    private static JsonObject Child(JsonObject json, string key)
    {
        if (json[key] is JsonObject child) return child;
        var added = new JsonObject();
        json[key] = added;
        return added;
    }

    private static JsonObject WriteLayout(FigureLayout layout, Trace[] traces, string title, string subtitle, RenderOptions options)
    {
        // Title and subtitle are one text of our own lines, so that we know the room they take: Plotly does not wrap.
        var (main, sub) = (PlotlyText.Wrap(title, FigureStyle.TitleWidth), PlotlyText.Wrap(subtitle, FigureStyle.SubtitleWidth));
        var top = FigureStyle.TitleTop + (FigureStyle.TitleLine * Lines(main)) + (FigureStyle.SubtitleLine * Lines(sub)) + (layout.ShowLegend || layout.Limits.Any(l => l.Vertical) ? FigureStyle.LegendLine : 0) + FigureStyle.TitleBottom;
        var heading = Heading(main, sub);
        var json = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = heading },
            ["height"] = layout.Height + top + (layout.Slider is null ? 0 : FigureStyle.SliderHeight),
            ["autosize"] = true,
            ["showlegend"] = layout.ShowLegend,
            ["margin"] = new JsonObject { ["r"] = layout.RightMargin, ["t"] = top },
        };
        // Plotly takes axes for an error where no trace has any.
        if (!Array.Exists(traces, t => t.Type == "sankey"))
        {
            json["xaxis"] = WriteAxis(layout.X, options);
            json["yaxis"] = WriteAxis(layout.Y, options);
        }

        var bars = Array.Exists(traces, t => t.Type == "bar");
        if (bars) json["bargap"] = layout.BarGap;
        if (bars && layout.Stacked) json["barmode"] = "stack";

        var shapes = Shapes(layout, layout.Regions, layout.Limits, options);
        if (shapes.Count > 0) json["shapes"] = shapes;
        if (layout.Slider is { } slider) json["sliders"] = new JsonArray(WriteSlider(slider, layout, sub, options));
        if (layout.Message is { } message)
        {
            json["annotations"] = new JsonArray(new JsonObject
            {
                ["text"] = PlotlyText.Wrap(message, FigureStyle.TitleWidth),
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = 0.5,
                ["y"] = 0.5,
                ["showarrow"] = false,
                ["font"] = new JsonObject { ["size"] = 15, ["color"] = FigureStyle.Quiet },
            });
        }

        json["template"] = FigureStyle.Template();
        return json;
    }

    private static string Heading(string main, string sub) =>
        "<b>" + main + "</b>" + (sub.Length == 0 ? string.Empty : $"<br><span style=\"font-size:13px;color:{FigureStyle.Quiet}\">{sub}</span>");

    private static JsonArray Shapes(FigureLayout layout, IEnumerable<Region> regions, IEnumerable<LimitLine> limits, RenderOptions options) =>
        new([.. layout.Bands.Select(BandShape), .. regions.Select<Region, JsonNode>(r => RegionShape(r, options)), .. limits.Select(LimitShape)]);

    private static JsonObject WriteSlider(Slider slider, FigureLayout layout, string sub, RenderOptions options) => new()
    {
        ["active"] = slider.Active,
        ["currentvalue"] = new JsonObject { ["prefix"] = PlotlyText.Encode(slider.Prefix), ["font"] = new JsonObject { ["size"] = 14, ["color"] = FigureStyle.Ink } },
        ["pad"] = new JsonObject { ["t"] = SliderPad },
        ["steps"] = new JsonArray([.. slider.Steps.Select(step => new JsonObject
        {
            ["label"] = PlotlyText.Encode(step.Label),
            ["method"] = "relayout",
            ["args"] = new JsonArray(new JsonObject
            {
                ["title.text"] = Heading(PlotlyText.Wrap(step.Heading.Show(options), FigureStyle.TitleWidth), sub),
                ["shapes"] = Shapes(layout, step.Regions, step.Limits, options),
            }),
        })]),
    };

    private static int Lines(string wrapped) => wrapped.Length == 0 ? 0 : wrapped.Split("<br>").Length;

    private static JsonObject WriteAxis(Axis axis, RenderOptions options)
    {
        if (axis.Hidden) return new JsonObject { ["visible"] = false };
        var json = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = PlotlyText.Wrap(axis.Title.Show(options), FigureStyle.TitleWidth) },
            ["type"] = axis.Kind switch { AxisKind.Log => "log", AxisKind.Date => "date", AxisKind.Category => "category", _ => "linear" },
        };
        if (axis.Ticks.Length > 0)
        {
            json["tickmode"] = "array";
            json["tickvals"] = new JsonArray([.. axis.Ticks.Select(t => (JsonNode)t.At)]);
            json["ticktext"] = new JsonArray([.. axis.Ticks.Select(t => (JsonNode)PlotlyText.Encode(t.Label))]);
        }

        if (axis.TickFormat is not null) json["tickformat"] = axis.TickFormat;
        if (axis.TickSuffix is not null) json["ticksuffix"] = axis.TickSuffix;
        // Whole decades and their halves only: every digit of a log axis is more ink than reading.
        if (axis.Kind == AxisKind.Log && axis.Ticks.IsEmpty) json["dtick"] = 1;
        if (axis.Range is var (low, high)) json["range"] = new JsonArray(low, high);
        else if (axis.Reversed) json["autorange"] = "reversed";
        if (axis.FromZero && axis.Range is null) json["rangemode"] = "tozero";
        if (!axis.Grid) json["showgrid"] = false;
        return json;
    }

    private static JsonNode LimitShape(LimitLine limit)
    {
        JsonNode at = limit.Date is { } date ? DateColumn.Show(date) : limit.At;
        var (along, across) = limit.Vertical ? ("x", "y") : ("y", "x");
        var shape = new JsonObject
        {
            ["type"] = "line",
            [along + "0"] = at,
            [along + "1"] = at.DeepClone(),
            [across + "ref"] = "paper",
            [across + "0"] = 0,
            [across + "1"] = 1,
            ["line"] = new JsonObject { ["color"] = limit.Color, ["width"] = 1.5, ["dash"] = "dash" },
        };

        // Plotly takes the place of a label without text for an error.
        if (limit.Label.Length == 0) return shape;
        shape["label"] = new JsonObject
        {
            ["text"] = PlotlyText.Encode(limit.Label),
            ["textposition"] = "end",
            ["textangle"] = 0,
            ["xanchor"] = limit.Vertical ? "center" : "right",
            ["yanchor"] = "bottom",
            ["font"] = new JsonObject { ["color"] = limit.Color, ["size"] = 12 },
        };
        return shape;
    }

    private static JsonObject RegionShape(Region region, RenderOptions options)
    {
        var shape = new JsonObject
        {
            ["type"] = "rect",
            ["layer"] = "below",
            ["x0"] = region.Left,
            ["x1"] = region.Right,
            ["y0"] = region.Low,
            ["y1"] = region.High,
            ["fillcolor"] = region.Fill,
            ["line"] = region.Border is null ? new JsonObject { ["width"] = 0 } : new JsonObject { ["width"] = 1.5, ["color"] = region.Border },
        };
        if (region.Label.Show(options) is { Length: > 0 } label)
            shape["label"] = new JsonObject { ["text"] = string.Join("<br>", label.Split('\n').Select(PlotlyText.Encode)), ["textposition"] = "top left", ["font"] = new JsonObject { ["color"] = FigureStyle.Ink, ["size"] = 12 } };
        return shape;
    }

    private static JsonNode BandShape(Band band) => new JsonObject
    {
        ["type"] = "rect",
        ["layer"] = "below",
        ["xref"] = "paper",
        ["x0"] = 0,
        ["x1"] = 1,
        ["y0"] = band.Low,
        ["y1"] = band.High,
        ["fillcolor"] = FigureStyle.Band,
        ["line"] = new JsonObject { ["width"] = 0 },
        ["label"] = new JsonObject { ["text"] = PlotlyText.Encode(band.Label), ["textposition"] = "top right", ["font"] = new JsonObject { ["color"] = FigureStyle.Limit, ["size"] = 12 } },
    };
}
