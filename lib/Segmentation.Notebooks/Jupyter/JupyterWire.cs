using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Jupyter;

/// <summary>
/// Messages as they stand on the wire: identities, <c>&lt;IDS|MSG&gt;</c>, signature, header, parent header, metadata, content, buffers.
/// The signature is the HMAC-SHA256 of the four parts, byte for byte as they are sent, in hexadecimal.
/// </summary>
/// <param name="key">Key of the signatures; empty where messages are not signed.</param>
/// <param name="remembered">How many signatures are remembered, so that no message is taken twice.</param>
internal sealed class JupyterWire(byte[] key, int remembered)
{
    private const int Parts = 4;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private readonly Lock gate = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Returns the frames of a message.</summary>
    /// <param name="before">Identities, or the topic.</param>
    /// <param name="header">Header as JSON.</param>
    /// <param name="parent">Header of the request that it answers, as it came; an empty object for none.</param>
    /// <param name="metadata">Metadata as JSON.</param>
    /// <param name="content">Content as JSON.</param>
    public IReadOnlyList<byte[]> Pack(IEnumerable<byte[]> before, byte[] header, byte[] parent, byte[] metadata, byte[] content) =>
        [.. before, Delimiter, Sign([header, parent, metadata, content]), header, parent, metadata, content];

    /// <summary>Returns the request in a message.</summary>
    /// <param name="channel">The way it came.</param>
    /// <param name="frames">Its frames, the sender's identity first.</param>
    /// <exception cref="JupyterException">It is not to be taken; says why.</exception>
    public KernelRequest Unpack(KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        var at = 0;
        while (at < frames.Count && !frames[at].AsSpan().SequenceEqual(Delimiter)) at++;
        if (frames.Count < at + 2 + Parts) throw new JupyterException("it is no Jupyter message: <IDS|MSG>, a signature and four parts are expected");
        Check(frames[at + 1], [.. frames.Skip(at + 2).Take(Parts)]);
        var header = Read(frames[at + 2], "header");
        if (!header.TryGetProperty("msg_type", out var type) || type.ValueKind != JsonValueKind.String || !header.TryGetProperty("msg_id", out var id) || id.ValueKind != JsonValueKind.String)
            throw new JupyterException("its header has no msg_type or no msg_id");
        Read(frames[at + 3], "parent header");
        return new KernelRequest(channel, header, Read(frames[at + 4], "metadata"), Read(frames[at + 5], "content"), new JupyterClient([.. frames.Take(at)], frames[at + 2]));
    }

    /// <summary>Returns the signature of the parts; empty without a key.</summary>
    public byte[] Sign(IReadOnlyList<byte[]> parts)
    {
        if (key.Length == 0) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static JsonElement Read(byte[] part, string name)
    {
        try
        {
            var read = JsonSerializer.Deserialize<JsonElement>(part);
            return read.ValueKind == JsonValueKind.Object ? read : throw new JupyterException($"its {name} is not a JSON object");
        }
        catch (JsonException)
        {
            throw new JupyterException($"its {name} is not JSON");
        }
    }

    private void Check(byte[] signature, IReadOnlyList<byte[]> parts)
    {
        if (key.Length == 0) return;
        if (signature.Length == 0) throw new JupyterException("it is not signed");
        if (!CryptographicOperations.FixedTimeEquals(signature, Sign(parts))) throw new JupyterException("its signature is not that of its content under the key of the connection file");
        var text = Encoding.ASCII.GetString(signature);
        lock (gate)
        {
            if (!seen.Add(text)) throw new JupyterException(string.Create(CultureInfo.InvariantCulture, $"it was sent before (signature {text.AsSpan(0, 8)}…)"));
            order.Enqueue(text);
            if (order.Count > remembered) seen.Remove(order.Dequeue());
        }
    }
}
