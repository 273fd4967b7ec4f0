using System.Buffers.Binary;
using System.Text;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>Writes messages and commands as they stand on the wire, each as one array, so that each is one write.</summary>
internal static class ZmtpBytes
{
    private const int LongestShort = byte.MaxValue;

    /// <summary>Returns a message of these frames.</summary>
    public static byte[] Message(IReadOnlyList<byte[]> frames)
    {
        var bytes = new byte[frames.Sum(f => HeaderLength(f.Length) + f.Length)];
        var rest = bytes.AsSpan();
        for (var i = 0; i < frames.Count; i++) rest = Put(rest, i < frames.Count - 1 ? ZmtpFlags.More : ZmtpFlags.None, frames[i]);
        return bytes;
    }

    /// <summary>Returns a command: the length of its name, its name, its data.</summary>
    public static byte[] Command(string name, ReadOnlySpan<byte> data)
    {
        byte[] body = [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data];
        var bytes = new byte[HeaderLength(body.Length) + body.Length];
        Put(bytes, ZmtpFlags.Command, body);
        return bytes;
    }

    /// <summary>Returns a property of a READY command: the length of its name, its name, the length of its value in four bytes, its value.</summary>
    public static byte[] Property(string name, string value)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. Encoding.ASCII.GetBytes(value)];
    }

    private static int HeaderLength(int body) => body > LongestShort ? 1 + sizeof(ulong) : 2;

    private static Span<byte> Put(Span<byte> target, ZmtpFlags flags, byte[] body)
    {
        var header = HeaderLength(body.Length);
        if (body.Length > LongestShort)
        {
            target[0] = (byte)(flags | ZmtpFlags.Long);
            BinaryPrimitives.WriteUInt64BigEndian(target[1..], (ulong)body.Length);
        }
        else
        {
            target[0] = (byte)flags;
            target[1] = (byte)body.Length;
        }

        body.CopyTo(target[header..]);
        return target[(header + body.Length)..];
    }
}
