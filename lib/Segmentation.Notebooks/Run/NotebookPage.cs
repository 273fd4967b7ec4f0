using System.Net;
using Segmentation.Notebooks.Documents;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Run;

/// <summary>Lays an executed notebook out as the blocks of a page: prose, results, and the code folded away.</summary>
internal static class NotebookPage
{
    /// <summary>Returns the block of a Markdown cell.</summary>
    public static string Prose(string markdown) => Markup.ToHtml(markdown);

    /// <summary>Returns the block of a cell that ran: its code behind one click, then its outputs.</summary>
    public static string Ran(NotebookCell cell, IEnumerable<CellOutput> outputs) =>
        $"<details class=\"seg-code\"><summary>{Label(cell)}</summary><pre><code>{WebUtility.HtmlEncode(cell.Source)}</code></pre></details>"
        + string.Concat(outputs.Select(Output));

    private static string Label(NotebookCell cell) =>
        cell.Tags.Contains(ParameterCell.Tag) ? "Parameters"
        : cell.Tags.Contains(ParameterCell.InjectedTag) ? "Parameters of this run"
        : cell.Source.TrimStart().StartsWith("#!sql", StringComparison.OrdinalIgnoreCase) || string.Equals(cell.MetadataLanguage, "sql", StringComparison.OrdinalIgnoreCase) ? "SQL"
        : "Code";

    private static string Output(CellOutput output) => output switch
    {
        CellOutput.Console { Stream: "stderr" } console => Text(console.Text, "seg-stderr"),
        CellOutput.Console console => Text(console.Text, "seg-stdout"),
        CellOutput.Shown { Data.Html: { } html } => html,
        CellOutput.Shown shown => Text(shown.Data.Plain, "seg-text"),
        CellOutput.Failed { Error: var error } => Text(OutputCollector.ErrorText(error), "seg-error"),
        _ => string.Empty,
    };

    private static string Text(string text, string style) => $"<pre class=\"{style}\">{WebUtility.HtmlEncode(text)}</pre>";
}
