using System.Globalization;
using System.Text.Json;

namespace Segmentation.Notebooks.Kernel;

/// <summary>What the metadata of a request says of its cell: a hint of the front end; a magic in the cell decides over it.</summary>
internal static class CellMetadata
{
    /// <summary>Returns the language as the front end spells it; null where it names none.</summary>
    public static string? Language(JsonElement metadata) =>
        Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language") ?? Text(metadata, "vscode", "languageId") ?? Text(metadata, "language");

    /// <summary>Returns what messages call the cell: its place in the notebook where the front end tells it, else the execution count; null where there is neither.</summary>
    public static string? Name(JsonElement metadata, int? count)
    {
        var place = Find(metadata, "cell") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number > 0 ? number : count;
        return place is null ? null : string.Create(CultureInfo.InvariantCulture, $"cell {place}");
    }

    private static string? Text(JsonElement metadata, params ReadOnlySpan<string> path)
    {
        var found = metadata;
        foreach (var name in path)
        {
            if (Find(found, name) is not { } next) return null;
            found = next;
        }

        return found.ValueKind == JsonValueKind.String && found.GetString() is { Length: > 0 } text ? text : null;
    }

    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;
}
