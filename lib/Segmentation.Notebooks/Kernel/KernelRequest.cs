using System.Text.Json;

namespace Segmentation.Notebooks.Kernel;

/// <summary>A message from a front end.</summary>
/// <param name="Channel">The way it came.</param>
/// <param name="Header">Its header, as it came: the parent of every answer.</param>
/// <param name="Metadata">Its metadata: an object.</param>
/// <param name="Content">Its content: an object.</param>
/// <param name="Client">Who sent it, as the door knows him; answers go back to him.</param>
public sealed record KernelRequest(KernelChannel Channel, JsonElement Header, JsonElement Metadata, JsonElement Content, object? Client)
{
    /// <summary>Gets the message type, such as <c>execute_request</c>; empty where the header names none.</summary>
    public string Type { get; } = ReadType(Header);

    private static string ReadType(JsonElement header)
    {
        try
        {
            return header.ValueKind == JsonValueKind.Object && header.TryGetProperty("msg_type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON can spell and no text can hold.
            return string.Empty;
        }
    }
}
