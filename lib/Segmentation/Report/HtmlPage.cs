namespace Segmentation.Report;

/// <summary>One page that opens offline: style, plotly.js and mermaid.js inside where they are needed.</summary>
public static class HtmlPage
{
    /// <summary>Returns the page as one HTML document.</summary>
    /// <param name="title">The page's title; encoded.</param>
    /// <param name="blocks">HTML fragments in order (already safe: Markdown, tables, figures).</param>
    public static string Write(string title, IEnumerable<string> blocks) => throw new NotImplementedException();
}
