using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>
/// Jupyter's own client (jupyter_client over libzmq, both Debian's) in a Python process: takes orders as <c>client/jupyter_probe.py</c> describes them.
/// </summary>
public sealed class JupyterProbe : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Process process;
    private readonly SemaphoreSlim turn = new(1);

    private JupyterProbe(Process process) => this.process = process;

    /// <summary>Starts the process; fails where a Debian package is missing, and says which.</summary>
    public static JupyterProbe Start()
    {
        Assert.True(File.Exists(Python), $"{Python} was not found. The kernel is tested with Jupyter's own client: install Debian's package 'jupyter-client' (apt-get install jupyter-client).");
        var process = Process.Start(new ProcessStartInfo(Python, ["-u", Path.Combine(AppContext.BaseDirectory, "Jupyter", "client", "jupyter_probe.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1" },
        })!;
        return new JupyterProbe(process);
    }

    /// <summary>Gives an order and returns its answer.</summary>
    /// <param name="name">Name of the order.</param>
    /// <param name="order">Its fields.</param>
    public async Task<JsonElement> DoAsync(string name, JsonObject? order = null)
    {
        await turn.WaitAsync();
        try
        {
            var whole = order ?? [];
            whole["do"] = name;
            try
            {
                await process.StandardInput.WriteLineAsync(whole.ToJsonString());
                await process.StandardInput.FlushAsync();
            }
            catch (IOException)
            {
                // It has ended; the missing answer says so.
            }

            if (await process.StandardOutput.ReadLineAsync() is not { } line)
            {
                var errors = await process.StandardError.ReadToEndAsync();
                throw new InvalidOperationException(
                    $"Jupyter's client ended: {errors} It needs jupyter_client and pyzmq for {Python}: install Debian's package 'jupyter-client' (apt-get install jupyter-client).");
            }

            var answer = JsonSerializer.Deserialize<JsonElement>(line);
            return answer.TryGetProperty("ok", out var ok) ? ok : throw new InvalidOperationException($"{name}: {answer.GetProperty("failed").GetString()}");
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5))) process.Kill();
        process.Dispose();
        turn.Dispose();
    }
}
