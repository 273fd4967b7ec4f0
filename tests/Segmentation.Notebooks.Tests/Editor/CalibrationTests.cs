using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>An architect's work on one notebook, from Run All to the picture for the slide.</summary>
[Collection(InTheEditor.Name)]
public sealed partial class CalibrationTests(EditorFixture editor)
{
    /// <summary>The notebook that is worked on.</summary>
    public const string Notebook = "03-calibration.ipynb";

    private const string Plotly = "application/vnd.plotly.v1+json";
    private const string ChartTitle = "Recommended dimensions";
    private const string WhatIf = "WithCutAt";

    private EditorWindow Window => editor.Window;

    [Fact]
    public async Task Run_All_then_another_threshold_then_save_and_reopen_then_the_other_theme_then_a_picture() => await Window.TryAsync(async () =>
    {
        await Window.OpenAsync(Notebook);
        var ran = await Window.RunAllAsync(Notebook);
        Assert.All(ran.Code, c => Assert.True(c.Success, $"{c.Text}\n{c.Shown}"));
        await AnotherThresholdAsync(ran);
        var chart = Array.FindIndex(ran.Code, c => c.Text.Contains("Chart.DimensionCandidates", StringComparison.Ordinal)) + 1;
        await ReopenAsync(chart);
        await OtherThemeAsync(chart);
        await SavePictureAsync("PNG", bytes => Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(bytes, 1, 3)));
        await SavePictureAsync("SVG", bytes => Assert.Contains("<svg", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
    });

    private async Task AnotherThresholdAsync(WitnessedNotebook ran)
    {
        var cell = Array.FindIndex(ran.Code, c => c.Text.Contains(WhatIf, StringComparison.Ordinal)) + 1;
        var before = ran.Cell(cell);
        Assert.Contains("1.2", before.Text, StringComparison.Ordinal);
        await Window.TypeAsync(cell, before.Text.Replace("1.2", "2", StringComparison.Ordinal));
        var after = await Window.RunAsync(Notebook, cell);
        Assert.True(after.Success, after.Shown);
        Assert.Equal(ran.Code.Length + 1, after.Order);
        Assert.NotEqual(before.Shown, after.Shown);
    }

    private async Task ReopenAsync(int chart)
    {
        await Window.Page.Keyboard.PressAsync("Control+S");
        var saved = await Window.UntilAsync(Notebook, "it is saved", n => !n.Dirty);
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Window.Workspace, "notebooks", Notebook)))!["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code").ToArray();
        Assert.Equal(saved.Code.Select(c => c.Order), file.Select(c => (int?)c!["execution_count"]));
        Assert.IsType<JsonObject>(file[chart - 1]!["outputs"]![0]!["data"]![Plotly]);
        await Window.ReopenAsync();
        await Window.OpenAsync(Notebook);
        var again = await Window.UntilAsync(Notebook, "the outputs are there", n => n.Cell(chart).Outputs.Length > 0);
        Assert.Equal(saved.Code.Select(c => c.Shown), again.Code.Select(c => c.Shown));
        await Window.ShowAsync(chart);
        await Window.ChartAsync();
        // A chart is as high as its figure, however often the window around it changed.
        var heights = file.SelectMany(c => c!["outputs"]!.AsArray()).Select(o => (int?)o!["data"]?[Plotly]?["layout"]?["height"]).ToHashSet();
        var drawn = await Window.ChartHeightsAsync();
        Assert.NotEmpty(drawn);
        Assert.All(drawn, h => Assert.Contains(h, heights));
        await Window.PictureAsync("reopened");
    }

    private async Task OtherThemeAsync(int chart)
    {
        var light = await LetteringAsync();
        await Window.ThemeAsync("Dark Modern");
        await Window.Outputs.Locator("body.vscode-dark").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await Window.ShowAsync(chart);
        await Window.ChartAsync();
        await Assertions.Expect(Lettering).Not.ToHaveCSSAsync("fill", light);
        Assert.True(Brightness(await LetteringAsync()) > Brightness(light));
        await Window.PictureAsync("dark");
        await Window.ThemeAsync("Light Modern");
        await Assertions.Expect(Lettering).ToHaveCSSAsync("fill", light);
    }

    private async Task SavePictureAsync(string format, Action<byte[]> check)
    {
        await Window.Outputs.Locator($"[role=img][aria-label^='{ChartTitle}'] ~ .segmentation-save").GetByText($"Save as {format}").ClickAsync();
        var file = await Window.AgreeAsync($"Save the chart as {format}", "." + format.ToLowerInvariant());
        await EditorWindow.FileAsync(file);
        check(await File.ReadAllBytesAsync(file));
    }

    private ILocator Lettering => Window.Outputs.Locator("svg.main-svg .ytick text").First;

    private async Task<string> LetteringAsync() => await Lettering.EvaluateAsync<string>("e => getComputedStyle(e).fill");

    private static int Brightness(string rgb) => Number().Matches(rgb).Take(3).Sum(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
