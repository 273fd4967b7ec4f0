using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Run;

namespace Segmentation.Notebooks.Jupyter;

/// <summary>What a Jupyter program writes for the kernel that it starts: where to listen, and the key of the messages.</summary>
/// <param name="Address">The one address to listen on.</param>
/// <param name="Ports">Port of each channel, 0 for any.</param>
/// <param name="Key">Key of the signatures; empty where messages are not signed.</param>
internal sealed record ConnectionFile(IPAddress Address, ConnectionPorts Ports, byte[] Key)
{
    private const string Remedy = "Jupyter writes this file when it starts a kernel; to start one by hand, use 'jupyter console --kernel segmentation'.";
    private const string Scheme = "hmac-sha256";

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="RunException">There is none, or it is not one that this kernel can serve.</exception>
    public static ConnectionFile Read(string path)
    {
        if (!File.Exists(path)) throw new RunException($"The connection file '{path}' does not exist. {Remedy}");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new RunException($"The connection file '{path}' is not JSON: {e.Message} {Remedy}", e);
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new RunException($"The connection file '{path}' holds {Name(root)}; a JSON object is expected. {Remedy}");
            var transport = Text("transport", "tcp");
            if (transport != "tcp")
                throw new RunException($"The connection file '{path}' asks for transport '{transport}'; this kernel serves 'tcp'. Remedy: leave KernelManager.transport at its default, 'tcp'.");
            var scheme = Text("signature_scheme", Scheme);
            var key = Text("key", string.Empty);
            if (key.Length > 0 && scheme != Scheme)
                throw new RunException($"The connection file '{path}' asks for signature_scheme '{scheme}'; this kernel signs with '{Scheme}'. Remedy: leave Session.signature_scheme at its default.");
            return new ConnectionFile(
                ReadAddress(Text("ip", null)),
                new ConnectionPorts(Port("shell_port"), Port("control_port"), Port("stdin_port"), Port("iopub_port"), Port("hb_port")),
                System.Text.Encoding.UTF8.GetBytes(key));

            string Text(string name, string? fallback)
            {
                if (!root.TryGetProperty(name, out var value)) return fallback ?? throw Missing(name, "a string");
                return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, value, "a string");
            }

            int Port(string name)
            {
                if (!root.TryGetProperty(name, out var value)) throw Missing(name, "a port");
                return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort
                    ? port
                    : throw Wrong(name, value, "a number from 0 to 65535");
            }

            IPAddress ReadAddress(string ip) => ip switch
            {
                "*" => IPAddress.Any,
                "localhost" => IPAddress.Loopback,
                _ when IPAddress.TryParse(ip, out var address) => address,
                _ => throw new RunException($"The connection file '{path}' has ip '{ip}'; an IP address such as 127.0.0.1 is expected. {Remedy}"),
            };
        }

        RunException Missing(string name, string expected) => new($"The connection file '{path}' has no '{name}'; {expected} is expected. {Remedy}");
        RunException Wrong(string name, JsonElement found, string expected) => new($"The connection file '{path}' has {name} {Name(found)}; {expected} is expected. {Remedy}");
    }

    /// <summary>Writes the ports into the file, where it left the choice to the kernel: clients read them there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chosen">The ports that are listened on.</param>
    public static void Write(string path, ConnectionPorts chosen)
    {
        var root = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        foreach (var (name, port) in chosen.ByName) root[name] = port;
        // A file that a client reads is never half written; it holds the key, so it stays the user's own.
        var whole = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(whole, options))
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            root.WriteTo(writer);
        }

        File.Move(whole, path, overwrite: true);
    }

    private static string Name(JsonElement value)
    {
        const int Shown = 40;
        var text = value.GetRawText();
        return text.Length <= Shown ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, Shown)}…");
    }
}
