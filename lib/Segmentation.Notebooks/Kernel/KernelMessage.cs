using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Kernel;

/// <summary>A message to front ends.</summary>
/// <param name="Channel">The way it goes: <see cref="KernelChannel.IoPub"/> to everybody, else to the client of <paramref name="Parent"/>.</param>
/// <param name="Type">Message type, such as <c>execute_reply</c>.</param>
/// <param name="Content">Its content.</param>
/// <param name="Parent">The request that it answers; null where the kernel speaks by itself.</param>
public sealed record KernelMessage(KernelChannel Channel, string Type, JsonObject Content, KernelRequest? Parent)
{
    /// <summary>Gets the metadata; null for none.</summary>
    public JsonObject? Metadata { get; init; }
}
