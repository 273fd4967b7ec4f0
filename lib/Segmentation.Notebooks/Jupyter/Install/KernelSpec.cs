using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Jupyter.Install;

/// <summary>A kernel as Jupyter programs find it: a folder with a <c>kernel.json</c>.</summary>
/// <param name="Folder">The folder; its name is the name of the kernel.</param>
/// <param name="DisplayName">The name that people choose it by.</param>
/// <param name="Executable">What it starts.</param>
/// <param name="IsOurs">Whether this product has written it.</param>
internal sealed record KernelSpec(string Folder, string DisplayName, string Executable, bool IsOurs)
{
    /// <summary>The language that a <c>kernel.json</c> names: one that editors do not know, so that they leave each cell its own. The kernel itself answers C#.</summary>
    public const string Language = "dotnet-polyglot";

    private const string FileName = "kernel.json";
    private const string Product = "segmentation-notebooks";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Gets its name.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>Returns the kernel in a folder; null where there is none that can be read.</summary>
    /// <param name="folder">The folder.</param>
    public static KernelSpec? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) return null;
        try
        {
            var json = JsonNode.Parse(File.ReadAllBytes(file)) as JsonObject;
            return new KernelSpec(
                folder,
                json?["display_name"]?.ToString() ?? string.Empty,
                json?["argv"] is JsonArray { Count: > 0 } arguments ? arguments[0]?.ToString() ?? string.Empty : string.Empty,
                json?["metadata"] is JsonObject metadata && metadata["product"]?.ToString() == Product);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            // Not JSON, a field twice, or not to be read: whatever it is, it is not ours.
            return new KernelSpec(folder, string.Empty, string.Empty, false);
        }
    }

    /// <summary>Writes a kernel of this product and returns it.</summary>
    /// <param name="folder">Its folder, which is made anew.</param>
    /// <param name="displayName">The name that people choose it by.</param>
    /// <param name="executable">Absolute path of what it starts.</param>
    /// <param name="environment">The variables that it is started with.</param>
    /// <param name="files">Further files of the folder, which Jupyter servers hand out to pages.</param>
    public static KernelSpec Write(string folder, string displayName, string executable, JsonObject environment, IReadOnlyDictionary<string, byte[]> files)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        // Last: with this file the folder becomes a kernel.
        File.WriteAllText(
            Path.Combine(folder, FileName),
            new JsonObject
            {
                ["argv"] = new JsonArray(executable, "kernel", "{connection_file}"),
                ["display_name"] = displayName,
                ["language"] = Language,
                ["interrupt_mode"] = "message",
                ["env"] = environment,
                ["metadata"] = new JsonObject { ["debugger"] = false, ["product"] = Product },
            }.ToJsonString(Indented) + "\n");
        return new KernelSpec(folder, displayName, executable, true);
    }
}
