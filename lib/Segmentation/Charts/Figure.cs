using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>
/// A chart as a Plotly figure, immutable, made by the functions of <see cref="Chart"/>. It knows which of its values are counts of
/// records and which labels point at people or customers, so that a masked page leaves both out. The same figure gives the same bytes.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record Figure
{
    /// <summary>The media type under which notebooks draw a Plotly figure.</summary>
    public const string PlotlyMediaType = "application/vnd.plotly.v1+json";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal Figure(string name, Phrase heading, FigureLayout layout, params ImmutableArray<Trace> traces) =>
        (Name, Heading, Layout, Traces) = (name, heading, layout, traces);

    /// <summary>Gets the stable name under which a run reports the chart, in lower-case words joined by hyphens.</summary>
    public string Name { get; }

    /// <summary>Gets the title: the finding, in words. For a page that may be masked use <see cref="TitleFor"/>.</summary>
    public string Title => TitleFor(RenderOptions.Default);

    internal Phrase Heading { get; }

    internal Phrase Note { get; init; } = Phrase.Empty;

    /// <summary>Gets whether the values themselves point at people or customers, so that a masked page shows no drawing.</summary>
    internal bool IsPersonal { get; init; }

    internal FigureLayout Layout { get; }

    internal ImmutableArray<Trace> Traces { get; }

    /// <summary>Returns the title: the finding, in words.</summary>
    /// <param name="options">Mask: personal labels and small counts are left out.</param>
    public string TitleFor(RenderOptions options) => options.Mask && IsPersonal ? RenderOptions.Hidden : Heading.Show(options);

    /// <summary>Returns the figure as JSON in the Plotly schema: <c>{"data": […], "layout": {…}}</c>. Safe inside a script element.</summary>
    /// <param name="options">Mask: personal labels and small counts are left out of the figure.</param>
    public string ToJson(RenderOptions options) => FigureJson.Text(FigureJson.Write(this, options));

    /// <summary>Returns a fragment that stands alone in a notebook, and draws the figure where plotly.js can be had; shows its title where not.</summary>
    public string ToHtml() => NotebookHtml.StandAlone(ToHtml(RenderOptions.Default));

    /// <summary>Returns a fragment that draws the figure where the page has plotly.js, and shows its title where not.</summary>
    /// <param name="options">Mask: personal labels and small counts are left out of the figure.</param>
    public string ToHtml(RenderOptions options)
    {
        var json = FigureJson.Write(this, options);

        // Plotly takes the height of its box when the window changes: the box must be as high as the figure, title included.
        return new StringBuilder("<figure class=\"seg-figure\"><div class=\"seg-plot\" style=\"height:")
            .Append(CultureInfo.InvariantCulture, $"{(int)json["layout"]!["height"]!}px\">").Append(Encoder.Encode(TitleFor(options)))
            .Append("</div><script type=\"application/json\">").Append(FigureJson.Text(json)).Append("</script><script>").Append(FigureScript.Text).Append("</script></figure>").ToString();
    }

    /// <summary>
    /// Returns the figure as notebooks exchange it: <see cref="PlotlyMediaType"/> (a <see cref="JsonObject"/>), <c>text/html</c> and <c>text/plain</c> (strings).
    /// </summary>
    /// <param name="options">Mask: personal labels and small counts are left out of the figure.</param>
    public IReadOnlyDictionary<string, object> ToMimeBundle(RenderOptions options) => new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        [PlotlyMediaType] = FigureJson.Write(this, options),
        ["text/html"] = ToHtml(options),
        ["text/plain"] = TitleFor(options),
    };

    /// <summary>Returns the title.</summary>
    public override string ToString() => Title;
}
