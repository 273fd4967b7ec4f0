using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>Notebooks of C# cells that tests make up.</summary>
internal static class NotebookFile
{
    /// <summary>Writes a notebook; its first cell is tagged <c>parameters</c>.</summary>
    public static Task WriteAsync(string file, params string[] cells) => File.WriteAllTextAsync(file, new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((code, i) => new JsonObject
        {
            ["cell_type"] = "code", ["id"] = string.Create(CultureInfo.InvariantCulture, $"cell-{i + 1}"), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = code,
            ["metadata"] = new JsonObject { ["tags"] = i == 0 ? new JsonArray("parameters") : new JsonArray() },
        })]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString());
}
