namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>The commands of the palette, in the real editor.</summary>
[Collection(InTheEditor.Name)]
public sealed class CommandTests(EditorFixture editor)
{
    private const string First = "var data = \"../data-samples\";   // a folder of exports";

    [Fact]
    public async Task The_data_folder_that_is_chosen_is_written_into_the_notebook() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("data-folder", First, "Workspace.Open(data).Exports.Length");
        var exports = Directory.CreateDirectory(Path.Combine(window.Workspace, "my exports"));
        await File.WriteAllTextAsync(Path.Combine(exports.FullName, "accounts.csv"), "Id,Name,Industry,NumberOfEmployees\n001A,Testwood,Tech,10\n");
        await window.CommandAsync("Segmentation: Choose the Data Folder");
        exports.CreateSubdirectory("of last year");
        await window.AnswerFolderAsync("Folder of exports", exports.FullName, "of last year");
        await window.UntilAsync(notebook, "the folder is written", n => n.Cell(1).Text == First.Replace("../data-samples", "../my exports", StringComparison.Ordinal));
        Assert.Contains("1", (await window.RunAllAsync(notebook)).Cell(2).Shown, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("Everything", true)]
    [InlineData("Masked", false)]
    public async Task The_meeting_page_is_written_beside_the_notebooks_with_names_only_where_they_may_be_seen(string chosen, bool named) => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = "meeting-" + chosen;
        await window.OpenNewAsync(notebook, First, "var exports = Workspace.Open(data);\nChart.Findings(DatabaseAudit.Run(exports).Findings)", "#!sql\nselect account_name from accounts where account_id = '001Hs00000001ouIAA'");
        await window.CommandAsync("Segmentation: Export the Meeting Page");
        await window.AnswerAsync("Export the Meeting Page", chosen);
        await window.Page.Locator(".notifications-toasts").GetByText($"Written: out/{notebook}.html").WaitForAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(window.Workspace, "out", notebook + ".html"));
        Assert.Contains("plotly", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(named, page.Contains("Verudell Packaging", StringComparison.Ordinal));
        await window.Page.Locator(".notifications-toasts").GetByText("Open the Page").ClickAsync();
        await window.Beside.Locator("svg.main-svg").First.WaitForAsync();
        await window.PictureAsync("page-" + chosen);
    });

    [Fact]
    public async Task A_page_that_cannot_be_made_names_the_cell_and_its_line() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        await window.OpenNewAsync("no-page", First, "\nWorkspace.Open(\"nowhere\")");
        await window.CommandAsync("Segmentation: Export the Meeting Page");
        await window.AnswerAsync("Export the Meeting Page", "Masked");
        await window.Page.Locator(".notifications-toasts").GetByText("The page of no-page was not written. The run ended with exit code 1. · no-page.ipynb, cell 2, line 2: ").WaitForAsync();
        await window.PictureAsync("no-page");
        await window.CommandAsync("Notifications: Clear All Notifications");
    });

    [Fact]
    public async Task A_new_notebook_is_created_beside_the_one_in_front_and_runs_as_it_is() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        await window.OpenNewAsync("in-front", First);
        await window.CommandAsync("Segmentation: New Notebook");
        var file = await window.AgreeAsync("New Notebook", ".ipynb");
        Assert.Equal(Path.Combine(window.Workspace, "notebooks", "notebook.ipynb"), file);
        await window.UntilAsync("notebook.ipynb", "it is open", _ => true);
        await window.Toolbar.GetByText("Segmentation").WaitForAsync();
        var ran = await window.RunAllAsync("notebook.ipynb");
        Assert.All(ran.Code, c => Assert.True(c.Success, c.Shown));
        Assert.Contains("accounts.csv", ran.Cell(2).Shown, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public async Task The_sample_workspace_is_copied_and_opened_with_its_first_notebook()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(editor.Window.Workspace)!, "elsewhere"));
        await using var window = await editor.OpenWindowAsync(elsewhere.FullName);
        await window.TryAsync(async () =>
        {
            await window.CommandAsync("Segmentation: Open the Sample Workspace");
            elsewhere.CreateSubdirectory("other work");
            await window.AnswerFolderAsync("Where should the sample workspace go", elsewhere.FullName, "other work");
            await window.Page.Locator(".tab").GetByText("01-audit.ipynb").WaitForAsync();
            await window.Toolbar.GetByText("Run All").WaitForAsync();
            Assert.True(File.Exists(Path.Combine(elsewhere.FullName, "segmentation", "data-samples", "accounts.csv")));
        });
    }
}
