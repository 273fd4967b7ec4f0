using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>Every notebook of this repository through <c>jupyter nbconvert --execute</c>, which finds the kernel by the name in the notebook.</summary>
[Collection(InJupyter.Name)]
public sealed class NbconvertTests(JupyterFixture jupyter)
{
    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Path.Combine(Repository.Folder, "notebooks"), "*.ipynb").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_notebook_is_executed_without_an_error_and_counted_from_the_top(string notebook)
    {
        await jupyter.JupyterAsync("nbconvert", "--execute", "--to", "notebook", "--output", "executed-" + notebook, notebook);
        var cells = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(jupyter.Notebooks, "executed-" + notebook)))!["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code").ToArray();
        Assert.Equal(Enumerable.Range(1, cells.Length), cells.Select(c => (int)c!["execution_count"]!));
        Assert.DoesNotContain(cells.SelectMany(c => c!["outputs"]!.AsArray()), o => (string)o!["output_type"]! == "error");
        Assert.Contains(cells.SelectMany(c => c!["outputs"]!.AsArray()), o => o!["data"]?["application/vnd.plotly.v1+json"] is JsonObject);
    }

    [Fact]
    public async Task An_executed_notebook_becomes_a_page()
    {
        const string Small = "small.ipynb";
        await NotebookFile.WriteAsync(Path.Combine(jupyter.Notebooks, Small), "var limit = 10;", "limit * 2", "Workspace.Open(\"../data-samples\").Roles");
        await jupyter.JupyterAsync("nbconvert", "--execute", "--to", "html", Small);
        var page = await File.ReadAllTextAsync(Path.Combine(jupyter.Notebooks, "small.html"));
        Assert.Contains("<pre>20</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<td>accounts.csv</td>", page, StringComparison.Ordinal);
    }

    /// <summary>
    /// What papermill does, with the library that it does it with: Debian has nbclient but not papermill, which puts a cell of assignments tagged
    /// <c>injected-parameters</c> after the cell tagged <c>parameters</c> and runs the notebook with the kernel <c>.net-csharp</c>.
    /// </summary>
    [Fact]
    public async Task Parameters_that_are_injected_as_papermill_injects_them_hold()
    {
        const string Injected = "injected.ipynb";
        var file = Path.Combine(jupyter.Notebooks, Injected);
        await NotebookFile.WriteAsync(file, "var months = 12;\nvar data = \"nowhere\";", "$\"{months} months of {data}\"");
        const string Program = """
            import sys
            import nbformat
            from nbclient import NotebookClient
            notebook = nbformat.read(sys.argv[1], 4)
            cell = nbformat.v4.new_code_cell('// Parameters\nvar months = 24;\nvar data = "here";', metadata={"tags": ["injected-parameters"]})
            notebook.cells.insert(1, cell)
            NotebookClient(notebook, kernel_name=".net-csharp", timeout=120).execute()
            print(notebook.cells[2].outputs[0].data["text/plain"])
            """;
        Assert.Contains("24 months of here", await jupyter.RunAsync("/usr/bin/python3", "-c", Program, file), StringComparison.Ordinal);
    }
}
