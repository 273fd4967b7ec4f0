using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>
/// Serves an editor over standard input and output: one message a line, as Jupyter writes messages to a web socket:
/// <c>{"channel", "header", "parent_header", "metadata", "content"}</c>. The end of the input is the end of the kernel.
/// </summary>
internal static class StandardDoor
{
    /// <summary>Serves until the input ends or a shutdown is asked for.</summary>
    public static async Task<int> ServeAsync(SessionOptions options, TextReader input, Stream output, TimeProvider clock)
    {
        var header = new KernelHeader(RandomNumberGenerator.GetHexString(32, lowercase: true), clock);
        var gate = new Lock();
        using var kernel = new NotebookKernel(options, Send);
        while (!kernel.Finished.IsCompleted)
        {
            var read = input.ReadLineAsync();
            await Task.WhenAny(read, kernel.Finished).ConfigureAwait(false);
            if (!read.IsCompleted || await read.ConfigureAwait(false) is not { } line) break;
            using var message = JsonDocument.Parse(line);
            var root = message.RootElement.Clone();
            kernel.Receive(new KernelRequest(
                Enum.Parse<KernelChannel>(root.GetProperty("channel").GetString()!, ignoreCase: true), root.GetProperty("header"), root.GetProperty("metadata"), root.GetProperty("content"), null));
        }

        return 0;

        void Send(KernelMessage message)
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
            {
                ["channel"] = message.Channel.ToString().ToLowerInvariant(),
                ["header"] = header.Of(message),
                ["parent_header"] = message.Parent is { } parent ? JsonNode.Parse(parent.Header.GetRawText()) : new JsonObject(),
                ["metadata"] = message.Metadata?.DeepClone() ?? new JsonObject(),
                ["content"] = message.Content,
            });
            lock (gate)
            {
                output.Write(line);
                output.WriteByte((byte)'\n');
                output.Flush();
            }
        }
    }
}
