using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Charts;
using Segmentation.Notebooks.Documents;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>One output in every form that it has, by media type; <c>text/plain</c> is always there.</summary>
public sealed class MimeBundle
{
    private readonly ImmutableArray<KeyValuePair<string, object>> forms;

    /// <summary>Returns a bundle.</summary>
    /// <param name="plain">The plain text.</param>
    /// <param name="forms">The other forms, richest first: a string, or a <see cref="JsonNode"/> for JSON media types.</param>
    public MimeBundle(string plain, params IEnumerable<KeyValuePair<string, object>> forms)
    {
        ArgumentNullException.ThrowIfNull(plain);
        this.forms = [.. forms.Where(f => f.Key != "text/plain"), new("text/plain", plain)];
    }

    /// <summary>Gets the plain text.</summary>
    public string Plain => (string)forms[^1].Value;

    /// <summary>Gets the HTML, for a page that has mermaid.js where it holds a diagram; null where there is none.</summary>
    public string? Html => Text("text/html") ?? (Text(Diagram.MermaidMediaType) is { } diagram ? Diagram.ToHtml(diagram) : null);

    /// <summary>Returns a bundle of plain text and HTML.</summary>
    /// <param name="plain">The plain text.</param>
    /// <param name="html">The HTML; safe already.</param>
    public static MimeBundle OfHtml(string plain, string html) => new(plain, new KeyValuePair<string, object>("text/html", html));

    /// <summary>Returns the text of a form; null where there is none.</summary>
    /// <param name="mime">Media type.</param>
    public string? Text(string mime) => forms.FirstOrDefault(f => f.Key == mime).Value as string;

    /// <summary>Returns the bundle with its texts mapped; JSON forms stay.</summary>
    /// <param name="map">From media type and text to the new text.</param>
    public MimeBundle Map(Func<string, string, string> map) => new(
        map("text/plain", Plain), forms.SkipLast(1).Select(f => f.Value is string text ? new(f.Key, map(f.Key, text)) : f));

    /// <summary>Returns the bundle as Jupyter messages carry it: text whole, JSON as it is, HTML so that it stands alone.</summary>
    public JsonObject ToMessage() => Write(text => text);

    /// <summary>Returns the bundle as the notebook format stores it: text as lists of lines, JSON as it is, HTML so that it stands alone.</summary>
    public JsonObject ToJson() => Write(NotebookText.Split);

    private JsonObject Write(Func<string, JsonNode> text)
    {
        var json = new JsonObject();
        foreach (var (mime, form) in forms.OrderBy(f => f.Key, StringComparer.Ordinal))
            json[mime] = form is JsonNode node ? node.DeepClone() : text(mime == "text/html" ? NotebookHtml.StandAlone((string)form) : (string)form);
        return json;
    }
}
