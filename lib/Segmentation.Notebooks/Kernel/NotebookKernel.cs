using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Segmentation.Notebooks.Run;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>
/// Answers Jupyter's messages over one notebook session, whichever door they come by. Requests on the shell wait for each other; those on the
/// control channel are answered at once.
/// </summary>
public sealed class NotebookKernel : IDisposable
{
    /// <summary>The version of the Jupyter messaging protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.3";

    private readonly Action<KernelMessage> send;
    private readonly NotebookSession session;
    private readonly Channel<KernelRequest> shell = System.Threading.Channels.Channel.CreateUnbounded<KernelRequest>();
    private readonly TaskCompletionSource<bool> finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? running;
    private int count;

    /// <summary>Starts a kernel.</summary>
    /// <param name="options">What its session is told.</param>
    /// <param name="send">Sends a message; called from any thread, also at once from several.</param>
    public NotebookKernel(SessionOptions options, Action<KernelMessage> send)
    {
        this.send = send;
        session = new NotebookSession(options);
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Gets the end of the kernel: true where a restart was asked for.</summary>
    public Task<bool> Finished => finished.Task;

    /// <summary>Takes a message in and returns at once.</summary>
    /// <param name="request">The message.</param>
    public void Receive(KernelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Channel == KernelChannel.Shell) shell.Writer.TryWrite(request);
        else if (request.Channel == KernelChannel.Control) _ = Task.Run(() => AnswerAsync(request));
    }

    /// <summary>Ends the session.</summary>
    public void Dispose()
    {
        running?.Dispose();
        session.Dispose();
    }

    private async Task ServeAsync()
    {
        await foreach (var request in shell.Reader.ReadAllAsync().ConfigureAwait(false)) await AnswerAsync(request).ConfigureAwait(false);
    }

    private async Task AnswerAsync(KernelRequest request)
    {
        Status("busy", request);
        switch (request.Type)
        {
            case "kernel_info_request":
                Reply(request, new JsonObject
                {
                    ["status"] = "ok",
                    ["protocol_version"] = ProtocolVersion,
                    ["implementation"] = "segmentation",
                    ["implementation_version"] = "1.0",
                    ["language_info"] = new JsonObject { ["name"] = "C#", ["version"] = "14.0", ["mimetype"] = "text/x-csharp", ["file_extension"] = ".cs", ["pygments_lexer"] = "csharp", ["codemirror_mode"] = "text/x-csharp" },
                    ["banner"] = "Segmentation: C#, SQL, HTML, Markdown and Mermaid",
                    ["help_links"] = new JsonArray(),
                });
                break;
            case "execute_request":
                await ExecuteAsync(request).ConfigureAwait(false);
                break;
            case "interrupt_request":
                if (running is { } cell) await cell.CancelAsync().ConfigureAwait(false);
                Reply(request, new JsonObject { ["status"] = "ok" });
                break;
            case "shutdown_request":
                var restart = request.Content.TryGetProperty("restart", out var asked) && asked.ValueKind == JsonValueKind.True;
                Reply(request, new JsonObject { ["status"] = "ok", ["restart"] = restart });
                finished.TrySetResult(restart);
                break;
        }

        Status("idle", request);
    }

    private async Task ExecuteAsync(KernelRequest request)
    {
        var code = request.Content.GetProperty("code").GetString()!;
        var language = request.Metadata.TryGetProperty("language", out var named) ? named.GetString() : null;
        var number = ++count;
        Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = number }, request);
        using var cancel = running = new CancellationTokenSource();
        CellError? error;
        try
        {
            error = (await session.ExecuteAsync(new CellRequest(string.Create(CultureInfo.InvariantCulture, $"cell {number}"), code, language), output => Publish(output, number, request), cancel.Token).ConfigureAwait(false)).Error;
        }
        catch (OperationCanceledException)
        {
            error = new CellError("Interrupted", "The cell was interrupted.", null, []);
            Publish(new CellOutput.Failed(error), number, request);
        }

        running = null;
        var reply = error is null ? new JsonObject { ["status"] = "ok", ["user_expressions"] = new JsonObject(), ["payload"] = new JsonArray() } : Describe(error);
        if (error is not null) reply["status"] = "error";
        reply["execution_count"] = number;
        Reply(request, reply);
    }

    private void Publish(CellOutput output, int number, KernelRequest request)
    {
        switch (output)
        {
            case CellOutput.Console console:
                Publish("stream", new JsonObject { ["name"] = console.Stream, ["text"] = console.Text }, request);
                break;
            case CellOutput.Shown shown:
                var content = new JsonObject { ["data"] = shown.Data.ToMessage(), ["metadata"] = new JsonObject() };
                if (shown.IsResult) content["execution_count"] = number;
                if (shown.DisplayId is { } id) content["transient"] = new JsonObject { ["display_id"] = id };
                Publish(shown.IsUpdate ? "update_display_data" : shown.IsResult ? "execute_result" : "display_data", content, request);
                break;
            case CellOutput.Cleared cleared:
                Publish("clear_output", new JsonObject { ["wait"] = cleared.Wait }, request);
                break;
            case CellOutput.Failed { Error: var error }:
                send(new KernelMessage(KernelChannel.IoPub, "error", Describe(error), request) { Metadata = error.Line is { } line ? new JsonObject { ["line"] = line } : null });
                break;
        }
    }

    private static JsonObject Describe(CellError error) => new()
    {
        ["ename"] = error.Kind,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. OutputCollector.ErrorText(error).Split('\n').Select(l => (JsonNode)l)]),
    };

    private void Status(string state, KernelRequest request) => Publish("status", new JsonObject { ["execution_state"] = state }, request);

    private void Publish(string type, JsonObject content, KernelRequest request) => send(new KernelMessage(KernelChannel.IoPub, type, content, request));

    private void Reply(KernelRequest request, JsonObject content) =>
        send(new KernelMessage(request.Channel, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request));
}
