using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>Jupyter Notebook on this machine, on a port that it chooses.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JupyterServer(JupyterFixture jupyter)
    {
        process = Process.Start(jupyter.Command("/usr/bin/jupyter", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0", "--NotebookApp.token=", "--NotebookApp.password="))!;
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a server and waits until it says where it listens.</summary>
    /// <returns>The server and its address, with a slash at the end.</returns>
    public static async Task<(JupyterServer Server, string Address)> StartAsync(JupyterFixture jupyter)
    {
        var server = new JupyterServer(jupyter);
        try
        {
            return (server, await server.address.Task.WaitAsync(Longest));
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
        if (line.Data?.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is int at and >= 0) address.TrySetResult(line.Data[at..].Trim());
    }
}
