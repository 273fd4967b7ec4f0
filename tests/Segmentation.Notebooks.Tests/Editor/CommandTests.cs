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

    [Fact]
    public async Task The_meeting_page_is_written_beside_the_notebooks() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        await window.OpenNewAsync("meeting", First, "var audit = DatabaseAudit.Run(Workspace.Open(data));\nChart.Findings(audit.Findings)");
        await window.CommandAsync("Segmentation: Export the Meeting Page");
        await window.AnswerAsync("Export the Meeting Page", "Masked");
        await window.Page.Locator(".notifications-toasts").GetByText("Written: out/meeting.html").WaitForAsync();
        Assert.Contains("plotly", await File.ReadAllTextAsync(Path.Combine(window.Workspace, "out", "meeting.html")), StringComparison.OrdinalIgnoreCase);
        await window.Page.Locator(".notifications-toasts").GetByText("Open the Page").ClickAsync();
        await window.Beside.Locator("svg.main-svg").First.WaitForAsync();
        await window.PictureAsync("meeting-page");
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
