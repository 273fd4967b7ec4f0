using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>
/// Serves an editor over standard input and output: one message a line, as Jupyter writes messages to a web socket:
/// <c>{"channel", "header", "parent_header", "metadata", "content"}</c>. The end of the input is the end of the kernel. A line that is no message
/// is told of on the log and passed over. Relative paths of cells start from the current folder: the editor starts the process in that of the notebook.
/// </summary>
/// <param name="output">Takes the messages.</param>
/// <param name="log">Takes notes on what could not be read; never what it said.</param>
/// <param name="clock">Dates the messages.</param>
/// <param name="options">The limits.</param>
internal sealed class StandardDoor(Stream output, TextWriter log, TimeProvider clock, KernelOptions options)
{
    // Text is written as it is: nothing here is put into a page as it stands.
    private static readonly JsonWriterOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly KernelHeader header = new(RandomNumberGenerator.GetHexString(32, lowercase: true), clock);
    private readonly Lock gate = new();
    private bool isClosed;

    /// <summary>Serves until the input ends, a shutdown is asked for, or the caller cancels. Cells that still run are left behind.</summary>
    /// <param name="session">What the session is told.</param>
    /// <param name="input">Where the requests come from.</param>
    /// <param name="cancellation">Ends the kernel.</param>
    public async Task ServeAsync(SessionOptions session, Stream input, CancellationToken cancellation)
    {
        Send(new KernelMessage(KernelChannel.IoPub, "status", new JsonObject { ["execution_state"] = "starting" }, null));
        using var kernel = new NotebookKernel(session, Send, options);
        var cancelled = Task.Delay(Timeout.Infinite, cancellation);
        // Reading from a pipe blocks, whatever it is told, and a cell may hold every thread of the pool: it has a thread of its own, and is left behind at the end.
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Read(kernel, input, read)) { IsBackground = true, Name = "standard input" }.UnsafeStart();
        await Task.WhenAny(read.Task, kernel.Finished, cancelled).ConfigureAwait(false);
        // What cells that are left behind still put out is for nobody.
        lock (gate) isClosed = true;
    }

    private void Read(NotebookKernel kernel, Stream input, TaskCompletionSource ended)
    {
        try
        {
            var lines = new LineReader(input, options.LongestMessage);
            for (var number = 1; ; number++)
            {
                var (read, line) = lines.Read();
                if (!read) break;
                if (line is not { } message)
                    Note(number, string.Create(CultureInfo.InvariantCulture, $"it has {lines.Length:N0} bytes, at most {options.LongestMessage:N0} are read"));
                else if (!message.Span.Trim(" \t\r"u8).IsEmpty)
                    Take(kernel, message, number);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // What cannot be read has ended.
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private void Take(NotebookKernel kernel, ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            if (!Utf8.IsValid(line.Span)) throw new FormatException("it is not valid UTF-8");
            using var message = JsonDocument.Parse(line);
            var root = message.RootElement.Clone();
            if (root.ValueKind != JsonValueKind.Object) throw new FormatException("expected an object with 'channel', 'header', 'metadata' and 'content'");
            var header = Part(root, "header");
            var request = new KernelRequest(Channel(root), header, Part(root, "metadata"), Part(root, "content"), null);
            if (request.Type.Length == 0) throw new FormatException("its 'header' has no 'msg_type'");
            kernel.Receive(request);
        }
        catch (JsonException e)
        {
            Note(number, string.Create(CultureInfo.InvariantCulture, $"it is not JSON from byte {e.BytePositionInLine} on"));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            Note(number, e.Message);
        }
    }

    private static JsonElement Part(JsonElement root, string name) => root.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
        ? part
        : throw new FormatException($"it has no object '{name}'");

    private static KernelChannel Channel(JsonElement root)
    {
        if (root.TryGetProperty("channel", out var channel) && channel.ValueKind == JsonValueKind.String)
        {
            if (channel.ValueEquals("shell")) return KernelChannel.Shell;
            if (channel.ValueEquals("control")) return KernelChannel.Control;
            if (channel.ValueEquals("stdin")) return KernelChannel.Stdin;
        }

        throw new FormatException("its 'channel' is none of 'shell', 'control' and 'stdin'");
    }

    private void Note(int number, string why) => log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kernel: line {number} of the input was passed over: {why}."));

    private void Send(KernelMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, AsItIs))
        {
            json.WriteStartObject();
            json.WriteString("channel", message.Channel.ToString().ToLowerInvariant());
            json.WritePropertyName("header");
            header.Of(message).WriteTo(json);
            json.WritePropertyName("parent_header");
            if (message.Parent is { } parent)
            {
                parent.Header.WriteTo(json);
            }
            else
            {
                json.WriteStartObject();
                json.WriteEndObject();
            }

            json.WritePropertyName("metadata");
            (message.Metadata ?? []).WriteTo(json);
            json.WritePropertyName("content");
            message.Content.WriteTo(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        lock (gate)
        {
            if (isClosed) return;
            try
            {
                output.Write(buffer.WrittenSpan);
                output.Flush();
            }
            catch (IOException)
            {
                // Nobody listens any more: the input ends too, and with it the kernel.
                isClosed = true;
            }
        }
    }
}
