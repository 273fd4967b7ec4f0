namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>Pictures of charts that cannot be made or saved, in the real editor: the person is told what, why, and what to do.</summary>
[Collection(InTheEditor.Name)]
public sealed class PictureTests(EditorFixture editor)
{
    // Chromium draws no canvas with more than 65,535 pixels to a side; a picture has two for one of the screen.
    private const string Tall = """
        class Tall { public Dictionary<string, object> ToMimeBundle() => new() { ["application/vnd.plotly.v1+json"] = "{\"data\":[{\"type\":\"bar\",\"x\":[1],\"y\":[2]}],\"layout\":{\"height\":40000}}" }; }
        new Tall()
        """;

    [Fact]
    public async Task A_chart_too_large_for_a_PNG_says_so_and_is_saved_as_SVG() => await editor.Window.TryAsync(async () =>
    {
        var window = editor.Window;
        var notebook = await window.OpenNewAsync("tall", Tall);
        var ran = await window.RunAllAsync(notebook);
        Assert.True(ran.Cell(1).Success, ran.Cell(1).Shown);
        await SaveAsync("PNG");
        var told = window.Page.Locator(".notifications-toasts").GetByText("The chart was not drawn as PNG: it is too large, save it as SVG");
        await told.WaitForAsync();
        Assert.Contains("× 80000 pixels are more than can be drawn", await told.InnerTextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("picture-too-large");
        await window.CommandAsync("Notifications: Clear All Notifications");
        await SaveAsync("SVG");
        await EditorWindow.FileAsync(await window.AgreeAsync("Save the chart as SVG", ".svg"));
    });

    // The button stands below the chart, far out of view: a press of a key reaches it as well.
    private async Task SaveAsync(string format) => await editor.Window.Outputs.Locator(".segmentation-save").GetByText($"Save as {format}").PressAsync("Enter");
}
