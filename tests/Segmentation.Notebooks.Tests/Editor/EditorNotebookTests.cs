namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>Every notebook of this repository in the real editor: opened, run from top to bottom, its charts drawn.</summary>
[Collection(InTheEditor.Name)]
public sealed class EditorNotebookTests(EditorFixture editor)
{
    private const string Chart = "application/vnd.plotly.v1+json";

    // Calibration has a test of its own, so that no notebook is run twice.
    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Path.Combine(Repository.Folder, "notebooks"), "*.ipynb").Select(p => Path.GetFileName(p)).Where(n => n != CalibrationTests.Notebook).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Run_All_succeeds_in_every_cell_and_a_chart_is_drawn(string notebook) => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        await window.OpenAsync(notebook);
        var ran = await window.RunAllAsync(notebook);
        Assert.All(ran.Code, c => Assert.True(c.Success, $"{c.Text}\n{c.Shown}"));
        Assert.Equal(Enumerable.Range(1, ran.Code.Length), ran.Code.Select(c => c.Order!.Value));
        Assert.All(ran.Code, c => Assert.True(c.Timed));

        var chart = Array.FindIndex(ran.Code, c => c.Outputs.Any(o => o.ContainsKey(Chart))) + 1;
        Assert.True(chart > 0, $"{notebook} shows no chart.");
        await window.ShowAsync(chart);
        await window.Cell.Locator(".codicon-notebook-state-success").WaitForAsync();
        await window.ChartAsync();
        await window.PictureAsync(Path.GetFileNameWithoutExtension(notebook));
    });
}
