using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Documents;

/// <summary>
/// One immutable cell of a notebook. Every property of the file is kept as it was read, known or not, in its order.
/// </summary>
public sealed class NotebookCell
{
    private readonly JsonObject json;

    internal NotebookCell(JsonObject json)
    {
        this.json = json;
        Kind = (string?)json["cell_type"] switch
        {
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => CellKind.Code,
        };
        Source = NotebookText.Join(json["source"]);
        Tags = json["metadata"]?["tags"] is JsonArray tags ? [.. tags.Select(t => (string?)t ?? string.Empty)] : [];
    }

    /// <summary>Gets what the cell is; a kind this format does not know counts as code, so that it fails loudly.</summary>
    public CellKind Kind { get; }

    /// <summary>Gets the cell's text, lines joined with <c>\n</c>.</summary>
    public string Source { get; }

    /// <summary>Gets the tags, such as <c>parameters</c>; empty where there are none.</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>Gets the id; never empty in a notebook that was read by <see cref="Notebook.Parse"/>.</summary>
    public string Id => (string?)json["id"] ?? string.Empty;

    /// <summary>Gets whether outputs or an execution count are stored in the cell.</summary>
    public bool HasStoredOutputs => json["outputs"] is JsonArray { Count: > 0 } || json["execution_count"] is not null;

    /// <summary>Gets the language that the cell's metadata names, as Polyglot Notebooks, .NET Interactive and VS Code write it; null where it names none.</summary>
    public string? MetadataLanguage =>
        Text("polyglot_notebook", "kernelName") ?? Text("dotnet_interactive", "language") ?? Text("vscode", "languageId");

    /// <summary>Returns a new code cell.</summary>
    /// <param name="id">The id, unique in its notebook.</param>
    /// <param name="source">The text.</param>
    /// <param name="tags">Tags.</param>
    public static NotebookCell Code(string id, string source, params IEnumerable<string> tags)
    {
        var metadata = new JsonObject();
        var all = new JsonArray([.. tags.Select(t => (JsonNode)t)]);
        if (all.Count > 0) metadata["tags"] = all;
        return new NotebookCell(new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = id,
            ["metadata"] = metadata,
            ["outputs"] = new JsonArray(),
            ["source"] = NotebookText.Split(source),
        });
    }

    /// <summary>Returns the cell with an execution count and outputs in the place of those it had.</summary>
    /// <param name="executionCount">The count; null where the cell did not run.</param>
    /// <param name="outputs">Outputs in the notebook format; given up by the caller.</param>
    public NotebookCell WithOutputs(int? executionCount, params IEnumerable<JsonObject> outputs)
    {
        var copy = Copy();
        copy["execution_count"] = executionCount;
        copy["outputs"] = new JsonArray([.. outputs]);
        return new NotebookCell(copy);
    }

    internal NotebookCell WithId(string id)
    {
        var copy = Copy();
        copy["id"] = id;
        return new NotebookCell(copy);
    }

    internal JsonObject Copy() => (JsonObject)json.DeepClone();

    private string? Text(string section, string key) =>
        json["metadata"]?[section] is JsonObject found && found[key] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
