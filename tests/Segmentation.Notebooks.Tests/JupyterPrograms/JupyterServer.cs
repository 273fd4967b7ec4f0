using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Segmentation.Notebooks.Tests.Browser;
using Xunit.Sdk;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>A server of Jupyter's on this machine, on a port of its own.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JupyterServer(JupyterFixture jupyter, params string[] arguments)
    {
        var port = LocalPort.Free().ToString(CultureInfo.InvariantCulture);
        Address = $"http://127.0.0.1:{port}/";
        process = Process.Start(jupyter.Command("/usr/bin/jupyter", [.. arguments, "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=" + port]))!;
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets its address, with a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts Jupyter Notebook and waits until it listens.</summary>
    public static Task<JupyterServer> StartAsync(JupyterFixture jupyter) => StartedAsync(new JupyterServer(jupyter, "notebook", "--NotebookApp.token=", "--NotebookApp.password="));

    /// <summary>Builds the page with JupyterLab's notebook where that is not done yet, starts Jupyter Server, which hands it out, and waits until it listens.</summary>
    public static async Task<JupyterServer> StartLabAsync(JupyterFixture jupyter)
    {
        await jupyter.RunAsync(Path.Combine(Repository.Folder, "tests", "Segmentation.Notebooks.Tests", "JupyterPrograms", "Lab", "prepare"));
        var page = Path.Combine(Repository.Folder, "tests", "Segmentation.Notebooks.Tests", "obj", "lab", "page");
        return await StartedAsync(new JupyterServer(jupyter, "server", "--ServerApp.token=", "--ServerApp.password=", "--ServerApp.disable_check_xsrf=True", "--ServerApp.extra_static_paths=" + page));
    }

    /// <summary>Opens a page of the server, does what a person does there, and keeps a picture of how it looked at the end in out/jupyter.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="place">The page, seen from the address.</param>
    /// <param name="name">Name of the picture.</param>
    /// <param name="act">What is done.</param>
    public async Task InPageAsync(ChromiumFixture chromium, string place, string name, Func<IPage, Task> act)
    {
        var picture = Path.Combine(Repository.Folder, "out", "jupyter", name + ".png");
        var page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 1100 } });
        page.SetDefaultTimeout(ChromiumFixture.LongestStep);
        try
        {
            await page.GotoAsync(Address + place);
            await act(page);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            throw new XunitException($"{failure.Message}\n-- picture: {picture}\n-- Jupyter\n{Log()}", failure);
        }
        finally
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
            await page.CloseAsync();
        }
    }

    /// <summary>Returns the end of what the server wrote.</summary>
    public string Log()
    {
        const int Lines = 40;
        lock (log) return string.Join('\n', log.ToString().Split('\n').TakeLast(Lines));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<JupyterServer> StartedAsync(JupyterServer server)
    {
        try
        {
            await server.started.Task.WaitAsync(Longest);
            return server;
        }
        catch (TimeoutException late)
        {
            var said = server.Log();
            await server.DisposeAsync();
            throw new InvalidOperationException($"Jupyter did not start within {Longest.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds: {said}", late);
        }
    }

    private void Read(object sender, DataReceivedEventArgs line)
    {
        lock (log) log.AppendLine(line.Data);
        if (line.Data?.Contains("is running at", StringComparison.Ordinal) == true) started.TrySetResult();
    }
}
