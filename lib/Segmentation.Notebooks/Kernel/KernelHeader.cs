using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Writes the headers of the messages that one kernel process sends.</summary>
/// <param name="session">Id of the process: every message carries it.</param>
/// <param name="clock">Gives the date of a message.</param>
internal sealed class KernelHeader(string session, TimeProvider clock)
{
    private long sent;

    /// <summary>Returns the header of a message.</summary>
    public JsonObject Of(KernelMessage message) => new()
    {
        ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref sent)}"),
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["msg_type"] = message.Type,
        ["version"] = NotebookKernel.ProtocolVersion,
    };
}
