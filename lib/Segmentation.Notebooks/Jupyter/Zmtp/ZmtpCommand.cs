using System.Buffers.Binary;
using System.Text;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>A command from a peer.</summary>
/// <param name="Name">Its name, such as <c>READY</c>.</param>
/// <param name="Data">What follows the name.</param>
internal readonly record struct ZmtpCommand(string Name, byte[] Data)
{
    /// <summary>Returns the command in a frame's body.</summary>
    /// <exception cref="ZmtpException">The body is too short for its name.</exception>
    public static ZmtpCommand Read(byte[] body)
    {
        if (body.Length < 1 || body.Length < 1 + body[0]) throw new ZmtpException("a command is shorter than its name");
        return new ZmtpCommand(Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..]);
    }

    /// <summary>Returns the properties of a READY command, by name in lower case: names are the same in any case.</summary>
    /// <exception cref="ZmtpException">A property is cut short.</exception>
    public IReadOnlyDictionary<string, byte[]> Properties()
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var rest = Data.AsSpan();
        while (rest.Length > 0)
        {
            var name = Take(ref rest, Take(ref rest, 1)[0]);
            var value = Take(ref rest, BinaryPrimitives.ReadUInt32BigEndian(Take(ref rest, sizeof(uint))));
            properties[Encoding.ASCII.GetString(name)] = value.ToArray();
        }

        return properties;
    }

    private static Span<byte> Take(ref Span<byte> rest, uint count)
    {
        if (count > (uint)rest.Length) throw new ZmtpException("a property of its READY is cut short");
        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }
}
