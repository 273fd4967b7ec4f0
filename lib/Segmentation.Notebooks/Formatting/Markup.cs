using Markdig;
using Segmentation.Charts;

namespace Segmentation.Notebooks.Formatting;

/// <summary>
/// Cells that hold markup. The author of a notebook is trusted and may write HTML, in Markdown too; data never gets here.
/// </summary>
public static class Markup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().UseFootnotes().UseTaskLists().UseDiagrams().Build();

    /// <summary>Returns Markdown as HTML.</summary>
    /// <param name="markdown">The Markdown.</param>
    public static string ToHtml(string markdown) => Markdown.ToHtml(markdown, Pipeline);

    /// <summary>Returns the output of a Markdown cell that runs.</summary>
    /// <param name="markdown">The Markdown.</param>
    public static MimeBundle OfMarkdown(string markdown) => new(markdown, new("text/html", ToHtml(markdown)), new("text/markdown", markdown));

    /// <summary>Returns the output of an HTML cell: what it says, as it says it.</summary>
    /// <param name="html">The HTML.</param>
    public static MimeBundle OfHtml(string html) => MimeBundle.OfHtml(html, html);

    /// <summary>Returns the output of a Mermaid cell.</summary>
    /// <param name="diagram">The diagram's text.</param>
    public static MimeBundle OfMermaid(string diagram) => new(diagram, new KeyValuePair<string, object>(Diagram.MermaidMediaType, diagram));
}
