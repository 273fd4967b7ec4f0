using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>
/// The kernel as Jupyter runs it, a process with a connection file, and Jupyter's own client to speak to it. A start takes about a second: share one
/// through a class fixture.
/// </summary>
public sealed class JupyterKernelProcess : IAsyncLifetime
{
    /// <summary>The key of the connection file.</summary>
    public const string Key = "an-example-key-of-a-connection-file";

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jupyter-kernel");
    private readonly ConcurrentQueue<string> errors = new();
    private JupyterProbe? probe;

    /// <summary>Gets the executable.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Segmentation.Notebooks.exe" : "Segmentation.Notebooks");

    /// <summary>Gets the path of the connection file.</summary>
    public string ConnectionFile => Path.Combine(folder.FullName, "connection.json");

    /// <summary>Gets the running process.</summary>
    public Process Process { get; private set; } = null!;

    /// <summary>Gets Jupyter's client, with a client <c>first</c> that is connected.</summary>
    public JupyterProbe Probe => probe!;

    /// <summary>Gets what the kernel has written to standard error so far, a line each.</summary>
    public IReadOnlyList<string> Errors => [.. errors];

    /// <summary>Gets the value of a field of the connection file.</summary>
    public JsonElement Connection(string field) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(ConnectionFile)).GetProperty(field);

    /// <summary>Starts the kernel and connects the client.</summary>
    public async Task InitializeAsync()
    {
        await StartAsync();
        await OpenAsync();
    }

    /// <summary>Starts the kernel alone; returns when its sockets are bound.</summary>
    /// <param name="environment">Variables that it is started with.</param>
    public async Task StartAsync(params (string Name, string Value)[] environment)
    {
        Assert.True(File.Exists(Executable), $"{Executable} was not found: build lib/Segmentation.Notebooks.");
        // Port 0 leaves the choice to the kernel, which writes it into the file: tests that run at once do not meet on a port.
        var file = new JsonObject { ["transport"] = "tcp", ["ip"] = "127.0.0.1", ["key"] = Key, ["signature_scheme"] = "hmac-sha256", ["kernel_name"] = "segmentation" };
        foreach (var port in new[] { "shell_port", "control_port", "stdin_port", "iopub_port", "hb_port" }) file[port] = 0;
        await File.WriteAllTextAsync(ConnectionFile, file.ToJsonString());
        var start = new ProcessStartInfo(Executable, ["kernel", ConnectionFile]) { WorkingDirectory = folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        Process = Process.Start(start)!;
        Process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text) errors.Enqueue(text);
        };
        Process.OutputDataReceived += (_, _) => { };
        Process.BeginErrorReadLine();
        Process.BeginOutputReadLine();
        using var limit = new CancellationTokenSource(LongEnough);
        while (Connection("hb_port").GetInt32() == 0)
        {
            Assert.False(Process.HasExited, "The kernel ended at once: " + string.Join('\n', errors));
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>Connects a client of Jupyter's.</summary>
    /// <param name="client">Its name, by which orders choose among several.</param>
    public Task<JsonElement> OpenAsync(string client = "first") => (probe ??= JupyterProbe.Start()).DoAsync("open", new JsonObject { ["file"] = ConnectionFile, ["client"] = client });

    /// <summary>Sends a request and returns its <c>reply</c>, its <c>iopub</c> messages up to idle, and the <c>stdin</c> questions it asked.</summary>
    /// <param name="type">Message type, such as <c>execute_request</c>.</param>
    /// <param name="content">Its content.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="channel"><c>shell</c> or <c>control</c>.</param>
    /// <param name="client">Which client sends it.</param>
    /// <param name="answers">What the questions of the cell are answered with, in order.</param>
    public Task<JsonElement> RequestAsync(string type, JsonObject? content = null, JsonObject? metadata = null, string channel = "shell", string client = "first", params string[] answers) =>
        Probe.DoAsync("request", new JsonObject
        {
            ["type"] = type,
            ["content"] = content ?? [],
            ["metadata"] = metadata ?? [],
            ["channel"] = channel,
            ["client"] = client,
            ["answers"] = new JsonArray([.. answers.Select(a => (JsonNode)a)]),
        });

    /// <summary>Runs a cell; the result is that of <see cref="RequestAsync"/>.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="client">Which client asks.</param>
    /// <param name="answers">What the questions of the cell are answered with, in order.</param>
    public Task<JsonElement> ExecuteAsync(string code, string client = "first", params string[] answers) => RequestAsync(
        "execute_request",
        new JsonObject { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["user_expressions"] = new JsonObject(), ["allow_stdin"] = true, ["stop_on_error"] = true },
        client: client,
        answers: answers);

    /// <summary>Waits until the kernel has written a line to standard error that holds a text.</summary>
    /// <param name="text">The text.</param>
    public async Task<string> ErrorAsync(string text)
    {
        using var limit = new CancellationTokenSource(LongEnough);
        while (true)
        {
            if (errors.FirstOrDefault(e => e.Contains(text, StringComparison.Ordinal)) is { } line) return line;
            Assert.False(limit.IsCancellationRequested, $"The kernel never said '{text}', but: {string.Join('\n', errors)}");
            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <summary>Ends the kernel and its client.</summary>
    public async Task DisposeAsync()
    {
        probe?.Dispose();
        if (Process is not null)
        {
            if (!Process.HasExited) Process.Kill(entireProcessTree: true);
            await Process.WaitForExitAsync();
            Process.Dispose();
        }

        folder.Delete(recursive: true);
    }
}
