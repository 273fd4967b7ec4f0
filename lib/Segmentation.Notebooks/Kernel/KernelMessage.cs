using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Kernel;

/// <summary>A message to front ends.</summary>
/// <param name="Channel">The way it goes: <see cref="KernelChannel.IoPub"/> to everybody, else to the client of <paramref name="Parent"/>.</param>
/// <param name="Type">Message type, such as <c>execute_reply</c>.</param>
/// <param name="Content">Its content.</param>
/// <param name="Parent">The request that it answers; null where the kernel speaks by itself.</param>
public sealed record KernelMessage(KernelChannel Channel, string Type, JsonObject Content, KernelRequest? Parent)
{
    private const string Request = "_request";

    /// <summary>Gets the metadata; null for none.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Returns the reply to a request, on the way it came.</summary>
    internal static KernelMessage Reply(KernelRequest request, JsonObject content) => new(request.Channel, $"{request.Type[..^Request.Length]}_reply", content, request);

    /// <summary>Tells whether a message of a type expects a reply.</summary>
    internal static bool Expects(string type) => type.EndsWith(Request, StringComparison.Ordinal);
}
