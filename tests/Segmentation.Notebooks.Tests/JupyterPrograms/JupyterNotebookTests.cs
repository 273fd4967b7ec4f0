using Microsoft.Playwright;
using Segmentation.Notebooks.Tests.Browser;
using Xunit.Sdk;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>Jupyter Notebook itself, drawn by Chromium, with a notebook that runs on our kernel.</summary>
[Collection(InJupyter.Name)]
public sealed class JupyterNotebookTests(JupyterFixture jupyter, ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const float Longest = 180_000;

    [Fact]
    public async Task Run_All_draws_a_chart_and_the_stop_button_stops_a_loop_and_Tab_completes()
    {
        await NotebookFile.WriteAsync(Path.Combine(jupyter.Notebooks, "browser.ipynb"), "var limit = 10;\nlimit * 2", "Chart.Findings(DatabaseAudit.Run(Workspace.Open(\"../data-samples\")).Findings)");
        await NotebookFile.WriteAsync(Path.Combine(jupyter.Notebooks, "loop.ipynb"), "var limit = 10;", "while (true) { }", "limit.ToStr");
        await using var server = await JupyterServer.StartAsync(jupyter);
        var page = await chromium.Browser.NewPageAsync();
        page.SetDefaultTimeout(Longest);
        try
        {
            await OpenAsync(page, server.Address + "notebooks/browser.ipynb");
            await RunAllAsync(page);
            await page.Locator(".code_cell").Nth(0).Locator(".output_result").GetByText("20").WaitForAsync();
            await page.Locator(".code_cell").Nth(1).Locator("svg.main-svg").First.WaitForAsync();
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("jupyter-notebook") });

            await OpenAsync(page, server.Address + "notebooks/loop.ipynb");
            await page.Locator(".code_cell").Nth(0).ClickAsync();
            await page.Keyboard.PressAsync("Shift+Enter");
            await page.Keyboard.PressAsync("Shift+Enter");
            await page.Locator(".code_cell").Nth(0).GetByText("In\u00a0[1]:").WaitForAsync();
            await page.Locator(".code_cell.running").WaitForAsync();
            await page.Locator("[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
            await page.Locator(".code_cell").Nth(1).Locator(".output_error").WaitForAsync();

            await page.Locator(".code_cell").Nth(2).Locator(".CodeMirror").ClickAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator(".code_cell").Nth(2).Locator(".CodeMirror-code")).ToContainTextAsync("limit.ToString");
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            var picture = Picture("failed-jupyter-notebook");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
            throw new XunitException($"{failure.Message}\n-- picture: {picture}\n-- Jupyter\n{server.Log()}", failure);
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("#kernel_indicator_icon.kernel_idle_icon").WaitForAsync();
    }

    private static async Task RunAllAsync(IPage page)
    {
        await page.Locator("#menus").GetByText("Cell", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await page.Locator("#run_all_cells a").ClickAsync();
    }

    private static string Picture(string name) => Path.Combine(Editor.CodeServer.Repository, "out", "editor", name + ".png");
}
