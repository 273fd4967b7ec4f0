using Microsoft.Playwright;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>One headless Chromium for the tests that look at pages as a person does.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>How long a step in a page, or what is expected of it, may take, in milliseconds: a busy machine is slow, not wrong.</summary>
    public const float LongestStep = 120_000;

    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Executable), $"{Executable} was not found. Charts and pages are tested in a real browser: install Debian's package 'chromium' (apt-get install chromium).");
        // For every page of the process: left alone it is five seconds.
        Assertions.SetDefaultExpectTimeout(LongestStep);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a page from a file, as a reader does, and collects everything that goes wrong: console errors, page errors, requests.</summary>
    public async Task<OpenPage> OpenAsync(string html)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        await File.WriteAllTextAsync(file, html);
        var page = await Browser.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"page error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                complaints.Add($"request: {request.Url}");
        };
        // What the page's own policy stopped never left the machine; it shows as a console error instead.
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure == "csp") complaints.Remove($"request: {request.Url}");
        };
        await page.GotoAsync("file://" + file);
        return new OpenPage(page, complaints, file);
    }
}

/// <summary>A page on the screen, and what it complained of.</summary>
public sealed record OpenPage(IPage Page, List<string> Complaints, string File) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        System.IO.File.Delete(File);
    }
}
