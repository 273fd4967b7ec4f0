using Microsoft.Playwright;

namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>Cells that are written, in the real editor: what it proposes, explains and underlines.</summary>
[Collection(InTheEditor.Name)]
public sealed class WritingTests(EditorFixture editor)
{
    private const string First = "var exports = Workspace.Open(\"../data-samples\");\nvar limit = 10;";

    [Fact]
    public async Task Members_are_proposed_with_their_documentation() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("completion", First, string.Empty);
        Assert.True((await window.RunAsync(notebook, 1)).Success);
        await window.TypeAsync(2, "exports");
        await window.Page.Keyboard.TypeAsync(".");
        var proposals = window.Page.Locator(".suggest-widget.visible");
        await proposals.Locator(".monaco-list-row").Filter(new LocatorFilterOptions { HasText = "Accounts" }).First.WaitForAsync();
        await window.Page.Keyboard.TypeAsync("AsOfR");
        await proposals.Locator(".monaco-list-row.focused").Filter(new LocatorFilterOptions { HasText = "AsOfReason" }).WaitForAsync();
        await window.Page.Keyboard.PressAsync("Control+Space");
        // The first sentence of the property's XML documentation.
        await window.Page.Locator(".suggest-details").GetByText("Gets where").WaitForAsync();
        await window.PictureAsync("completion");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.UntilAsync(notebook, "the proposal is written", n => n.Cell(2).Text == "exports.AsOfReason");
    });

    [Fact]
    public async Task Columns_of_the_session_are_proposed_in_SQL() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("completion-sql", First, "#!sql\nselect 1");
        Assert.True((await window.RunAsync(notebook, 1)).Success);
        Assert.Equal("sql", (await window.UntilAsync(notebook, "the cell is SQL", n => n.Cell(2).Language == "sql")).Cell(2).Language);
        await window.TypeAsync(2, "#!sql\nselect industry from acc");
        await window.Page.Keyboard.PressAsync("Control+Space");
        await window.Page.Locator(".suggest-widget.visible .monaco-list-row").Filter(new LocatorFilterOptions { HasText = "accounts" }).First.WaitForAsync();
        await window.Page.Keyboard.PressAsync("Escape");
    });

    [Fact]
    public async Task A_variable_under_the_mouse_shows_its_type_and_its_value() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("hover", First, "limit");
        Assert.True((await window.RunAsync(notebook, 1)).Success);
        await window.ShowAsync(2);
        await window.Cell.Locator(".view-line span").GetByText("limit").Last.HoverAsync();
        var hover = window.Page.Locator(".monaco-hover:visible .hover-contents").Filter(new LocatorFilterOptions { HasText = "int limit" });
        await hover.First.WaitForAsync();
        await Assertions.Expect(hover.First).ToContainTextAsync("10");
    });

    [Fact]
    public async Task A_mistake_is_underlined_while_it_is_written_and_goes_when_it_is_mended() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("squiggle", First, string.Empty);
        Assert.True((await window.RunAsync(notebook, 1)).Success);
        await window.TypeAsync(2, "var more = limit + 1;\nlimit.Nonsense");
        var wrong = await window.UntilAsync(notebook, "the mistake is found", n => n.Cell(2).Problems.Length > 0);
        var problem = Assert.Single(wrong.Cell(2).Problems);
        Assert.Equal((2, "Nonsense"), (problem.Line, problem.Text));
        await window.Cell.Locator(".squiggly-error").First.WaitForAsync();
        await window.TypeAsync(2, "limit.ToString()");
        await window.UntilAsync(notebook, "the squiggle is gone", n => n.Cell(2).Problems.Length == 0);
    });
}
