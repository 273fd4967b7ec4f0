using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>A chart as a Plotly figure. Drawing happens in the browser; nothing computes here.</summary>
public sealed record Figure
{
    /// <summary>Gets the stable name under which a run reports the chart.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the title: the finding, in words.</summary>
    public required string Title { get; init; }

    /// <summary>Returns the figure as JSON in the Plotly schema: <c>{"data": […], "layout": {…}}</c>.</summary>
    /// <param name="options">Mask: personal labels and small counts are left out of the figure.</param>
    public string ToJson(RenderOptions options) => throw new NotImplementedException();

    /// <summary>Returns a fragment that draws the figure where the page has plotly.js, and shows its title where not.</summary>
    public string ToHtml() => ToHtml(RenderOptions.Default);

    /// <summary>Returns a fragment that draws the figure where the page has plotly.js, and shows its title where not.</summary>
    /// <param name="options">Mask: personal labels and small counts are left out of the figure.</param>
    public string ToHtml(RenderOptions options) => throw new NotImplementedException();

    /// <summary>Returns the title.</summary>
    public override string ToString() => Title;
}
