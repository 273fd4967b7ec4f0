using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Segmentation.Notebooks.Tests.Browser;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>JupyterLab's own notebook, client and renderers on Jupyter Server, drawn by Chromium, with a notebook that runs on our kernel.</summary>
[Collection(InJupyter.Name)]
public sealed class JupyterLabTests(JupyterFixture jupyter, ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public Task Run_All_shows_a_value_a_table_a_chart_and_a_diagram_and_what_is_saved_holds_them() => InLabAsync(
        "lab",
        ["var limit = 10;\nlimit * 2", "#!sql\nselect 6 * 7 as answer", "var audit = DatabaseAudit.Run(Workspace.Open(\"../data-samples\"));\nChart.Findings(audit.Findings)", "#!mermaid\nflowchart LR\n  raw[Exports] --> audit[Audit]"],
        async (page, cells) =>
        {
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(request.Url);
            Assert.True(await page.EvaluateAsync<bool>("notebook.runAll()"));
            await cells.Nth(0).Locator(".jp-OutputArea-executeResult").GetByText("20").WaitForAsync();
            await cells.Nth(1).Locator("table.seg-table td").GetByText("42").WaitForAsync();
            // One bar for each severity, drawn by plotly.js that stands beside the installed kernel.
            await Assertions.Expect(cells.Nth(2).Locator("svg.main-svg .bars .point path")).ToHaveCountAsync(4);
            // JupyterLab draws a diagram as a picture of its own and keeps its words beside it.
            await cells.Nth(3).Locator(".jp-RenderedMermaid img").WaitForAsync();
            Assert.Contains(asked, a => a.EndsWith("/kernelspecs/segmentation/plotly.min.js", StringComparison.Ordinal));
            Assert.DoesNotContain(asked, a => new Uri(a) is { Scheme: "http" or "https", IsLoopback: false });

            await page.EvaluateAsync("notebook.save()");
            var saved = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(jupyter.Notebooks, "lab.ipynb")))!["cells"]!.AsArray();
            Assert.Equal([1, 2, 3, 4], saved.Select(c => (int)c!["execution_count"]!));
            Assert.All(saved, c => Assert.Single(c!["outputs"]!.AsArray()));
        });

    [Fact]
    public Task A_loop_is_interrupted_a_name_is_completed_and_a_restart_forgets() => InLabAsync(
        "lab-stopped",
        ["var limit = 10;", "display(\"begun\"); while (true) { }", "limit.ToStr"],
        async (page, cells) =>
        {
            var running = page.EvaluateAsync<bool>("notebook.runAll()");
            await cells.Nth(1).Locator(".jp-OutputArea-output").GetByText("begun").WaitForAsync();
            await page.EvaluateAsync("notebook.interrupt()");
            await cells.Nth(1).Locator(".jp-OutputArea-output").GetByText("The cell was stopped at line 1; variables that it had set keep their values.").WaitForAsync();
            Assert.False(await running);

            await page.EvaluateAsync("notebook.complete(2)");
            await page.Locator(".jp-Completer-item").GetByText("ToString").ClickAsync();
            await Assertions.Expect(cells.Nth(2).Locator(".cm-content")).ToHaveTextAsync("limit.ToString");

            await page.EvaluateAsync("notebook.restart()");
            Assert.False(await page.EvaluateAsync<bool>("notebook.run(2)"));
            await cells.Nth(2).Locator(".jp-OutputArea-output").GetByText("The name 'limit' does not exist").WaitForAsync();
        });

    private async Task InLabAsync(string name, string[] code, Func<IPage, ILocator, Task> act)
    {
        await NotebookFile.WriteAsync(Path.Combine(jupyter.Notebooks, name + ".ipynb"), code);
        await using var server = await JupyterServer.StartLabAsync(jupyter);
        await server.InPageAsync(chromium, $"static/lab.html?notebook={name}.ipynb", name, async page =>
        {
            await page.Locator("body[data-ready]").WaitForAsync();
            await act(page, page.Locator(".jp-CodeCell"));
        });
    }
}
