using System.Text.Json.Nodes;
using Segmentation.Notebooks.Run;
using Spectre.Console;

namespace Segmentation.Notebooks.Tests.Run;

/// <summary>A folder with notebooks in which the command line is run as a person runs it, for tests.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("notebook-run");

    public RunFolder() => Directory.CreateDirectory(Path.Combine(root.FullName, "notebooks"));

    public string Root => root.FullName;

    public string this[string file] => File.ReadAllText(Path.Combine(Root, "out", file));

    /// <summary>Writes a notebook of code cells; a cell that starts with a tag in brackets, as in <c>[parameters]</c>, is given it, and one that starts with # is prose.</summary>
    public RunFolder With(string name, params string[] cells)
    {
        var json = new JsonArray();
        foreach (var cell in cells)
        {
            var tag = cell.StartsWith('[') ? cell[1..cell.IndexOf(']', StringComparison.Ordinal)] : null;
            var source = tag is null ? cell : cell[(tag.Length + 2)..];
            var prose = cell.StartsWith("# ", StringComparison.Ordinal);
            var one = new JsonObject { ["cell_type"] = prose ? "markdown" : "code", ["metadata"] = new JsonObject(), ["source"] = source };
            if (tag is not null) one["metadata"]!["tags"] = new JsonArray(tag);
            if (!prose) (one["execution_count"], one["outputs"]) = (null, new JsonArray());
            json.Add((JsonNode)one);
        }

        var notebook = new JsonObject { ["cells"] = json, ["metadata"] = new JsonObject { ["own"] = "kept" }, ["nbformat"] = 4, ["nbformat_minor"] = 5 };
        File.WriteAllText(Path.Combine(Root, "notebooks", name + ".ipynb"), notebook.ToJsonString());
        return this;
    }

    public async Task<(int Exit, string Said)> RunAsync(params string[] arguments) => await RunAsync(CancellationToken.None, arguments);

    public async Task<(int Exit, string Said)> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(said) });
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Root;
        try
        {
            return (await CommandLine.RunAsync(arguments, console, cancellation), said.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    public bool Left(string file) => File.Exists(Path.Combine(Root, "out", file));

    public JsonObject Json(string name) => (JsonObject)JsonNode.Parse(this[name + ".json"])!;

    public void Dispose() => root.Delete(recursive: true);
}
