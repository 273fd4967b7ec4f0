using Microsoft.Playwright;
using Segmentation.Notebooks.Tests.Browser;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>Jupyter Notebook itself, drawn by Chromium, with a notebook that runs on our kernel.</summary>
[Collection(InJupyter.Name)]
public sealed class JupyterNotebookTests(JupyterFixture jupyter, ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public Task Run_All_shows_a_value_a_table_and_a_chart_and_nothing_comes_from_a_network() => InNotebookAsync(
        "notebook",
        ["var limit = 10;\nlimit * 2", "var audit = DatabaseAudit.Run(Workspace.Open(\"../data-samples\"));\naudit.Findings.Of(Severity.Critical)", "Chart.Findings(audit.Findings)"],
        async (page, cells) =>
        {
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(request.Url);
            await page.Locator("#menus").GetByText("Cell", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
            await page.Locator("#run_all_cells a").ClickAsync();
            await cells.Nth(0).Locator(".output_result").GetByText("20").WaitForAsync();
            await cells.Nth(1).Locator("table.seg-table tbody tr").First.WaitForAsync();
            // One bar for each severity, drawn by plotly.js that stands beside the installed kernel.
            await Assertions.Expect(cells.Nth(2).Locator("svg.main-svg .bars .point path")).ToHaveCountAsync(4);
            Assert.Contains(asked, a => a.EndsWith("/kernelspecs/segmentation/plotly.min.js", StringComparison.Ordinal));
            Assert.DoesNotContain(asked, a => new Uri(a) is { Scheme: "http" or "https", IsLoopback: false });
        });

    [Fact]
    public Task The_stop_button_stops_a_loop_and_Tab_completes_with_what_the_cells_before_it_have_defined() => InNotebookAsync(
        "stopped",
        ["var limit = 10;", "while (true) { }", "limit.ToStr"],
        async (page, cells) =>
        {
            await cells.Nth(0).ClickAsync();
            await page.Keyboard.PressAsync("Shift+Enter");
            await cells.Nth(0).GetByText("In\u00a0[1]:").WaitForAsync();
            await page.Keyboard.PressAsync("Shift+Enter");
            await page.Locator("#kernel_indicator_icon.kernel_busy_icon").WaitForAsync();
            await page.Locator("[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
            await cells.Nth(1).Locator(".output_error").WaitForAsync();

            await cells.Nth(2).Locator(".CodeMirror").ClickAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(cells.Nth(2).Locator(".CodeMirror-code")).ToContainTextAsync("limit.ToString");
        });

    private async Task InNotebookAsync(string name, string[] code, Func<IPage, ILocator, Task> act)
    {
        await NotebookFile.WriteAsync(Path.Combine(jupyter.Notebooks, name + ".ipynb"), code);
        await using var server = await JupyterServer.StartAsync(jupyter);
        await server.InPageAsync(chromium, $"notebooks/{name}.ipynb", name, async page =>
        {
            await page.Locator("#kernel_indicator_icon.kernel_idle_icon").WaitForAsync();
            await act(page, page.Locator(".code_cell"));
        });
    }
}
