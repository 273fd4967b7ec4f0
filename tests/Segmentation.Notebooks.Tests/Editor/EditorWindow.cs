using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Segmentation.Notebooks.Tests.Browser;
using Segmentation.Notebooks.Tests.JupyterPrograms;
using Xunit.Sdk;

namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>The editor's window, used as a person uses it: keys, buttons, the command palette. What the editor knows is read from the witness.</summary>
internal sealed class EditorWindow : IAsyncDisposable
{
    private const int Width = 1360;
    private const int Height = 900;
    private const int MostAttempts = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(ChromiumFixture.LongestStep);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // An observer answers once for all marks, with what of them is inside the window through the frames around them.
    private const string MarksInView = """
        () => new Promise(answer => {
          const marks = document.querySelectorAll("svg .point, svg .bars path, svg .scatterlayer path, svg .heatmaplayer image");
          const observer = new IntersectionObserver(seen => { observer.disconnect(); answer(seen.some(m => m.isIntersecting)); });
          marks.forEach(m => observer.observe(m));
          if (marks.length === 0) answer(false);
        })
        """;

    private readonly CodeServer server;
    private readonly string witness;

    private EditorWindow(IPage page, CodeServer server, string workspace)
    {
        Page = page;
        this.server = server;
        Workspace = workspace;
        witness = server.Witness(workspace);
    }

    public IPage Page { get; }

    /// <summary>Gets the folder that is open.</summary>
    public string Workspace { get; }

    /// <summary>Gets the page in which the outputs of the notebook in view are drawn.</summary>
    public IFrameLocator Outputs => Views.First.ContentFrame.FrameLocator("iframe#active-frame");

    /// <summary>Gets the page that a command opened beside the notebook.</summary>
    public IFrameLocator Beside => Views.Last.ContentFrame.FrameLocator("iframe#active-frame");

    /// <summary>Gets the code cell that has the focus.</summary>
    public ILocator Cell => Page.Locator(".notebookOverlay:visible .code-cell-row.focused");

    /// <summary>Gets the bar above the notebook.</summary>
    public ILocator Toolbar => Page.Locator(".notebook-toolbar-container:visible");

    private ILocator Views => Page.Locator("iframe.webview.ready:visible");

    // A question that was answered stays for a moment while it fades.
    private ILocator Question => Page.Locator(".quick-input-widget:not(.quick-input-widget-closing):visible");

    /// <summary>Opens the window on a folder.</summary>
    public static async Task<EditorWindow> OpenAsync(IBrowser browser, CodeServer server, string workspace)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = Width, Height = Height } });
        page.SetDefaultTimeout(ChromiumFixture.LongestStep);
        var window = new EditorWindow(page, server, workspace);
        await window.TryAsync(async () =>
        {
            await page.GotoAsync($"{server.Address}/?folder={Uri.EscapeDataString(workspace)}");
            await window.ReadyAsync();
        });
        return window;
    }

    /// <summary>Does what a test does; where it fails, takes a picture and adds the ends of the logs to the message.</summary>
    public async Task TryAsync(Func<Task> test, [CallerMemberName] string name = "")
    {
        try
        {
            await test();
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException or XunitException)
        {
            var picture = await PictureAsync("failed-" + name);
            var cells = File.Exists(witness) ? string.Join('\n', Open().Select(n => $"{n.Name}: " + string.Join(' ', n.Code.Select((c, i) => (i + 1).ToString(CultureInfo.InvariantCulture) + c.Success switch { true => "+", false => "-", null => "?" })))) : "nothing witnessed";
            throw new XunitException($"{failure.Message}\n-- picture: {picture}\n-- the editor's cells\n{cells}\n-- logs\n{server.Log()}", failure);
        }
    }

    /// <summary>Takes a picture of the window into out/editor and returns its file.</summary>
    public async Task<string> PictureAsync(string name)
    {
        var file = Path.Combine(Repository.Folder, "out", "editor", name + ".png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        return file;
    }

    /// <summary>Saves and closes what is open, opens a notebook of the workspace, and waits for its kernel to be chosen.</summary>
    public async Task OpenAsync(string notebook)
    {
        await CloseAsync();
        // The list of files follows the disk; the search for files may know a file later.
        var files = Page.Locator(".explorer-folders-view .monaco-list-row");
        if (await files.Filter(new LocatorFilterOptions { HasText = ".ipynb" }).CountAsync() == 0) await files.Filter(new LocatorFilterOptions { HasText = "notebooks" }).First.ClickAsync();
        await files.Filter(new LocatorFilterOptions { HasText = notebook }).First.DblClickAsync();
        await Page.Locator(".notebookOverlay:visible .cell-list-container").WaitForAsync();
        await UntilAsync(notebook, "it is open", _ => true);
        await Toolbar.GetByText("Segmentation").WaitForAsync();
    }

    /// <summary>Writes a notebook of C# cells into the workspace and opens it.</summary>
    /// <returns>Its file name.</returns>
    public async Task<string> OpenNewAsync(string name, params string[] cells)
    {
        var file = name + ".ipynb";
        await NotebookFile.WriteAsync(Path.Combine(Workspace, "notebooks", file), cells);
        await OpenAsync(file);
        return file;
    }

    /// <summary>Saves and closes every editor. The editor may keep a notebook in memory for a while.</summary>
    public async Task CloseAsync()
    {
        if (await Page.Locator(".tab").CountAsync() == 0) return;
        await CommandAsync("File: Save All");
        await WitnessedAsync("everything is saved", all => all.All(n => !n.Dirty));
        await CommandAsync("View: Close All Editors");
        await Assertions.Expect(Page.Locator(".tab")).ToHaveCountAsync(0);
    }

    /// <summary>Closes every editor and the window, and opens the window again: nothing is left of what was in memory.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        File.Delete(witness);
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>Runs a command by its whole title in the palette. What still opens in the window may take the focus from the palette and close it.</summary>
    public async Task CommandAsync(string title) => await AgainAsync(async limit =>
    {
        await Page.Keyboard.PressAsync("F1");
        await Question.Locator("input.input").FillAsync(">" + title, new LocatorFillOptions { Timeout = limit });
        await Named(title).ClickAsync(new LocatorClickOptions { Timeout = limit });
    });

    /// <summary>Sets the colour theme of the editor.</summary>
    public async Task ThemeAsync(string theme)
    {
        await CommandAsync("Preferences: Color Theme");
        await Named(theme).ClickAsync();
    }

    /// <summary>Answers the question at the top of the window, known by its title or its prompt.</summary>
    public async Task AnswerAsync(string question, string answer)
    {
        var asked = Asked(question);
        await asked.Locator("input.input").FillAsync(answer);
        await Page.Keyboard.PressAsync("Enter");
        await asked.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Answers a question for a folder, once the folder inside it is listed: the dialog reads the folder that it starts with, then the one that is written.</summary>
    public async Task AnswerFolderAsync(string question, string folder, string inside)
    {
        var asked = Asked(question);
        await asked.Locator(".monaco-list-row").First.WaitForAsync();
        await asked.Locator("input.input").FillAsync(folder + "/");
        await asked.Locator(".monaco-list-row").Filter(new LocatorFilterOptions { HasText = inside }).WaitForAsync();
        await Assertions.Expect(asked.Locator("input.input")).ToHaveValueAsync(folder + "/");
        await PressAsync(asked);
    }

    /// <summary>Agrees to the file that a question proposes: its folder is written first, its name when the folder was read.</summary>
    /// <returns>The file.</returns>
    public async Task<string> AgreeAsync(string question, string extension)
    {
        var asked = Asked(question);
        await Assertions.Expect(asked.Locator("input.input")).ToHaveValueAsync(new Regex(Regex.Escape(extension) + "$"));
        var file = await asked.Locator("input.input").InputValueAsync();
        await PressAsync(asked);
        return file;
    }

    /// <summary>Brings a code cell (from 1) to the top of the view and selects it. Outputs that are still drawn above it may push it out again.</summary>
    public async Task ShowAsync(int cell) => await AgainAsync(async limit =>
    {
        await CommandAsync("Witness: Show Code Cell");
        await AnswerAsync("Number of the code cell", cell.ToString(CultureInfo.InvariantCulture));
        await Cell.WaitForAsync(new LocatorWaitForOptions { Timeout = limit });
    });

    /// <summary>Waits until marks of a chart are drawn in what is in view: outputs of cells out of view stay in the page, out of sight.</summary>
    public async Task ChartAsync()
    {
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Between)
        {
            if (await Outputs.Locator("body").EvaluateAsync<bool>(MarksInView)) return;
            await Task.Delay(Between);
        }

        throw new TimeoutException($"No chart is drawn in view within {Longest.TotalSeconds} seconds.");
    }

    /// <summary>Returns the heights in pixels of all charts that were drawn.</summary>
    public async Task<int[]> ChartHeightsAsync() =>
        await Outputs.Locator("body").EvaluateAsync<int[]>("() => [...document.querySelectorAll('.svg-container > svg.main-svg:first-child')].map(s => s.clientHeight)");

    /// <summary>Presses Run All and waits until every code cell has come to an end.</summary>
    public async Task<WitnessedNotebook> RunAllAsync(string notebook)
    {
        var before = Open().First(n => n.Name == notebook).Code.Select(c => c.Runs).ToArray();
        await Toolbar.GetByText("Run All").ClickAsync();
        return await UntilAsync(notebook, "every cell has come to an end", n => n.Finished && n.Code.Zip(before).All(c => c.First.Runs > c.Second));
    }

    /// <summary>Presses a code cell's run button and waits until the cell has come to an end.</summary>
    public async Task<WitnessedCell> RunAsync(string notebook, int cell)
    {
        var before = Open().First(n => n.Name == notebook).Cell(cell).Runs;
        await StartAsync(cell);
        return (await UntilAsync(notebook, $"cell {cell} has come to an end", n => n.Cell(cell) is { Success: not null } c && c.Runs > before)).Cell(cell);
    }

    /// <summary>Presses a code cell's run button.</summary>
    public async Task StartAsync(int cell)
    {
        await ShowAsync(cell);
        await Cell.Locator(".run-button-container .codicon-notebook-execute").ClickAsync();
    }

    /// <summary>Replaces the text of a code cell by typing; the cursor stays at its end.</summary>
    public async Task TypeAsync(int cell, string text)
    {
        await ShowAsync(cell);
        await AgainAsync(async limit =>
        {
            await Cell.Locator(".monaco-editor .view-lines").ClickAsync(new LocatorClickOptions { Timeout = limit });
            await Cell.Locator(".monaco-editor.focused").WaitForAsync(new LocatorWaitForOptions { Timeout = limit });
        });
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Waits until a file is there and holds something.</summary>
    public static async Task FileAsync(string file)
    {
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Between)
        {
            if (new FileInfo(file) is { Exists: true, Length: > 0 }) return;
            await Task.Delay(Between);
        }

        throw new TimeoutException($"{file}: not written within {Longest.TotalSeconds} seconds.");
    }

    /// <summary>Waits for what the editor knows of an open notebook.</summary>
    public async Task<WitnessedNotebook> UntilAsync(string notebook, string what, Func<WitnessedNotebook, bool> reached)
    {
        var all = await WitnessedAsync($"{notebook}: {what}", all => all.Any(n => n.Name == notebook && reached(n)));
        return all.First(n => n.Name == notebook);
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();

    /// <summary>Does something that has to be seen soon, and does it once more where it is not.</summary>
    private static async Task AgainAsync(Func<float, Task> step)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await step((float)Settling.TotalMilliseconds);
                return;
            }
            catch (TimeoutException) when (attempt < MostAttempts)
            {
                // Once more, now that more is drawn.
            }
        }
    }

    private ILocator Named(string title) => Question.Locator(".monaco-list-row").Filter(new LocatorFilterOptions { Has = Page.GetByText(title, new PageGetByTextOptions { Exact = true }) }).First;

    private ILocator Asked(string question) =>
        Question.Filter(new LocatorFilterOptions { Has = Page.Locator(".quick-input-title:visible, .quick-input-message:visible").Filter(new LocatorFilterOptions { HasText = question }) });

    // A dialog that still reads a folder takes no answer.
    private static async Task PressAsync(ILocator asked) => await AgainAsync(async limit =>
    {
        await asked.Locator(".quick-input-action .monaco-button:visible").First.ClickAsync(new LocatorClickOptions { Timeout = limit });
        await asked.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden, Timeout = limit });
    });

    private async Task ReadyAsync()
    {
        await Page.Locator(".explorer-folders-view").WaitForAsync();
        await WitnessedAsync("the witness writes", _ => true);
    }

    private async Task<WitnessedNotebook[]> WitnessedAsync(string what, Func<WitnessedNotebook[], bool> reached)
    {
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Between)
        {
            if (File.Exists(witness) && Open() is var open && reached(open)) return open;
            await Task.Delay(Between);
        }

        throw new TimeoutException($"{what}: not within {Longest.TotalSeconds} seconds.");
    }

    private WitnessedNotebook[] Open() => JsonSerializer.Deserialize<WitnessedNotebook[]>(File.ReadAllText(witness), Json)!;
}
