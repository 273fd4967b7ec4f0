using Microsoft.Playwright;

namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>Cells that run, in the real editor: one after the other, streaming, failing, interrupted, restarted.</summary>
[Collection(InTheEditor.Name)]
public sealed class RunningTests(EditorFixture editor)
{
    [Fact]
    public async Task The_Interrupt_button_stops_a_tight_loop_and_the_variables_above_it_still_answer() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("interrupt", "var limit = 10;\nlimit", "while (true) { }", "limit * 2");
        Assert.True((await window.RunAsync(notebook, 1)).Success);
        await window.StartAsync(2);
        await window.Cell.Locator(".codicon-notebook-state-executing").WaitForAsync();
        await window.PictureAsync("interrupt");
        await window.Toolbar.GetByText("Interrupt").ClickAsync();
        var stopped = await window.UntilAsync(notebook, "the loop has stopped", n => n.Cell(2).Success is not null);
        Assert.False(stopped.Cell(2).Success);
        Assert.Contains("interrupt", stopped.Cell(2).Shown, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("20", (await window.RunAsync(notebook, 3)).Shown, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_restart_forgets_the_variables_and_the_notebook_runs_again_from_the_top() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("restart", "var limit = 10;\nlimit", "limit * 2");
        Assert.Contains("20", (await window.RunAllAsync(notebook)).Cell(2).Shown, StringComparison.Ordinal);
        await window.CommandAsync("Segmentation: Restart the Kernel");
        await window.Page.Locator(".statusbar-item:visible").Filter(new LocatorFilterOptions { HasText = "Kernel restarted" }).First.WaitForAsync();
        var forgotten = await window.RunAsync(notebook, 2);
        Assert.False(forgotten.Success);
        Assert.Contains("limit", forgotten.Shown, StringComparison.Ordinal);
        Assert.All((await window.RunAllAsync(notebook)).Code, c => Assert.True(c.Success, c.Shown));
    });

    [Fact]
    public async Task Printed_lines_arrive_while_the_cell_runs() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("streaming", "Console.WriteLine(\"first line\");\nwhile (!File.Exists(\"go-on\")) System.Threading.Thread.Sleep(20);\nConsole.WriteLine(\"second line\");");
        await window.StartAsync(1);
        var running = await window.UntilAsync(notebook, "the first line is shown", n => n.Cell(1).Shown.Contains("first line", StringComparison.Ordinal));
        Assert.Null(running.Cell(1).Success);
        await window.Outputs.GetByText("first line").WaitForAsync();
        await GoOnAsync("go-on");
        var ended = await window.UntilAsync(notebook, "the cell has ended", n => n.Finished);
        Assert.Equal("first line\nsecond line\n", ended.Cell(1).Shown);
    });

    [Fact]
    public async Task A_shown_value_is_replaced_in_place_while_the_cell_runs() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("progress", "var shown = display(\"half done\");\nwhile (!File.Exists(\"finish\")) System.Threading.Thread.Sleep(20);\nshown.Update(\"all done\");");
        await window.StartAsync(1);
        await window.Outputs.GetByText("half done").WaitForAsync();
        await GoOnAsync("finish");
        await window.Outputs.GetByText("all done").WaitForAsync();
        var ended = await window.UntilAsync(notebook, "the cell has ended", n => n.Finished);
        Assert.Single(ended.Cell(1).Outputs);
        await Assertions.Expect(window.Outputs.GetByText("half done")).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task A_bar_of_progress_moves_in_place() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("bar", "var bar = progress(\"Matching\", 4);\nbar.Report(1);\nwhile (!File.Exists(\"more\")) System.Threading.Thread.Sleep(20);\nbar.Report(3);");
        await window.StartAsync(1);
        var bar = window.Outputs.GetByRole(AriaRole.Progressbar, new FrameLocatorGetByRoleOptions { Name = "Matching" });
        await Assertions.Expect(bar).ToHaveAttributeAsync("aria-valuenow", "25");
        await window.PictureAsync("progress-bar");
        await GoOnAsync("more");
        await Assertions.Expect(bar).ToHaveAttributeAsync("aria-valuenow", "75");
        var ended = await window.UntilAsync(notebook, "the cell has ended", n => n.Finished);
        Assert.Single(ended.Cell(1).Outputs);
        await Assertions.Expect(bar).ToHaveCountAsync(1);
    });

    [Fact]
    public async Task Each_language_of_a_cell_shows_what_it_is() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync(
            "languages", "#!html\n<table><caption>Tiers</caption></table>", "#!markdown\n## Decisions\n\n- one *confirmed*", "#!mermaid\nflowchart LR\n  raw[Exports] --> audit[Audit]", "#!sql\nselect 6 * 7 as answer");
        var ran = await window.RunAllAsync(notebook);
        Assert.All(ran.Code, c => Assert.True(c.Success, c.Shown));
        Assert.Equal(["html", "markdown", "mermaid", "sql"], ran.Code.Select(c => c.Language));
        await window.Outputs.Locator("caption").GetByText("Tiers").WaitForAsync();
        await window.Outputs.Locator("li em").GetByText("confirmed").WaitForAsync();
        await window.Outputs.Locator(".segmentation-mermaid svg .node").GetByText("Exports").WaitForAsync();
        await window.Outputs.Locator("td").GetByText("42").WaitForAsync();
        await window.PictureAsync("languages");
    });

    [Fact]
    public async Task What_cannot_be_stopped_is_left_behind_and_the_cell_says_so() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        // Waits in a call of the operating system, which nothing of .NET ends.
        var notebook = await window.OpenNewAsync(
            "left-behind", "using System.Net;\nusing System.Net.Sockets;\nvar door = new TcpListener(IPAddress.Loopback, 0);\ndoor.Start();\ndisplay(\"waits\");\ndoor.AcceptTcpClient();", "6 * 7");
        await window.StartAsync(1);
        await window.Outputs.GetByText("waits").WaitForAsync();
        await window.Toolbar.GetByText("Interrupt").ClickAsync();
        var left = await window.UntilAsync(notebook, "the cell is left behind", n => n.Cell(1).Success is not null);
        Assert.Contains("could not be stopped within 3 s", left.Cell(1).Shown, StringComparison.Ordinal);
        Assert.Contains("Restart the kernel", left.Cell(1).Shown, StringComparison.Ordinal);
        Assert.Contains("42", (await window.RunAsync(notebook, 2)).Shown, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_failing_line_is_underlined_and_named_and_the_cells_below_wait() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("failing", "var shares = new double[2];", "var second = shares[1];\n\nshares[5] = second;", "\"below\"");
        await window.Toolbar.GetByText("Run All").ClickAsync();
        var ran = await window.UntilAsync(notebook, "cell 2 has failed", n => n.Cell(2) is { Success: false, Problems.Length: > 0 });
        var problem = Assert.Single(ran.Cell(2).Problems);
        Assert.Equal((3, "shares[5] = second;"), (problem.Line, problem.Text));
        Assert.Contains("cell 2, line 3", ran.Cell(2).Shown, StringComparison.Ordinal);
        Assert.Null(ran.Cell(3).Success);
        await window.ShowAsync(2);
        await window.Cell.Locator(".squiggly-error").First.WaitForAsync();
        await window.Cell.Locator(".codicon-notebook-state-error").WaitForAsync();
        await window.PictureAsync("failing-line");
    });

    [Fact]
    public async Task The_cells_above_and_the_cells_below_run_by_themselves() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("above-below", "var runs = 1;", "runs++;", "runs");
        await window.ShowAsync(2);
        await window.CommandAsync("Notebook: Execute Above Cells");
        var above = await window.UntilAsync(notebook, "the cell above has run", n => n.Cell(1).Success == true);
        Assert.Null(above.Cell(2).Order);
        await window.ShowAsync(2);
        await window.CommandAsync("Notebook: Execute Cell and Below");
        var below = await window.UntilAsync(notebook, "the cells below have run", n => n.Finished);
        Assert.Equal([1, 2, 3], below.Code.Select(c => c.Order!.Value));
        Assert.Contains("2", below.Cell(3).Shown, StringComparison.Ordinal);
    });

    private async Task GoOnAsync(string file) => await File.WriteAllTextAsync(Path.Combine(editor.Window.Workspace, "notebooks", file), string.Empty);
}
