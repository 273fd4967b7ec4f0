using System.Diagnostics;
using System.Globalization;
using System.Text;
using Segmentation.Notebooks.Tests.Browser;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>Jupyter Notebook on this machine, on a port of its own.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JupyterServer(JupyterFixture jupyter)
    {
        var port = LocalPort.Free().ToString(CultureInfo.InvariantCulture);
        Address = $"http://127.0.0.1:{port}/";
        process = Process.Start(jupyter.Command("/usr/bin/jupyter", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=" + port, "--NotebookApp.token=", "--NotebookApp.password="))!;
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets its address, with a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts a server and waits until it listens.</summary>
    public static async Task<JupyterServer> StartAsync(JupyterFixture jupyter)
    {
        var server = new JupyterServer(jupyter);
        try
        {
            await server.started.Task.WaitAsync(Longest);
            return server;
        }
        catch (TimeoutException late)
        {
            var said = server.Log();
            await server.DisposeAsync();
            throw new InvalidOperationException($"Jupyter Notebook did not start within {Longest.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds: {said}", late);
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

    private void Read(object sender, DataReceivedEventArgs line)
    {
        lock (log) log.AppendLine(line.Data);
        if (line.Data?.Contains("is running at", StringComparison.Ordinal) == true) started.TrySetResult();
    }
}
