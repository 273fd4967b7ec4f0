using System.Buffers.Binary;
using System.Globalization;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>Reads frames; what is too long or malformed ends in a <see cref="ZmtpException"/>, the peer's end in an <see cref="EndOfStreamException"/>.</summary>
/// <param name="stream">Where the bytes come from.</param>
internal sealed class ZmtpReader(Stream stream)
{
    private const ZmtpFlags Known = ZmtpFlags.More | ZmtpFlags.Long | ZmtpFlags.Command;
    private const int FirstPiece = 64 << 10;

    /// <summary>Returns the next bytes, exactly so many.</summary>
    public byte[] Exactly(int count)
    {
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Returns the next frame.</summary>
    /// <param name="room">The most bytes that its body may have.</param>
    public ZmtpFrame Frame(long room)
    {
        var flags = (ZmtpFlags)Exactly(1)[0];
        if ((flags & ~Known) != 0 || (flags.HasFlag(ZmtpFlags.Command) && flags.HasFlag(ZmtpFlags.More)))
            throw new ZmtpException(string.Create(CultureInfo.InvariantCulture, $"a frame begins with 0x{(byte)flags:X2}, which is no set of flags"));
        var length = flags.HasFlag(ZmtpFlags.Long) ? BinaryPrimitives.ReadUInt64BigEndian(Exactly(sizeof(ulong))) : Exactly(1)[0];
        if (length > (ulong)room) throw new ZmtpException(string.Create(CultureInfo.InvariantCulture, $"a frame of {length:N0} bytes; at most {room:N0} more are taken"));
        return new ZmtpFrame(flags, Body((int)length));
    }

    // A length costs a peer nothing: memory is taken as the bytes come, not as they are announced.
    private byte[] Body(int length)
    {
        var body = new byte[Math.Min(length, FirstPiece)];
        stream.ReadExactly(body);
        while (body.Length < length)
        {
            var read = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, 2L * read));
            stream.ReadExactly(body.AsSpan(read));
        }

        return body;
    }
}
