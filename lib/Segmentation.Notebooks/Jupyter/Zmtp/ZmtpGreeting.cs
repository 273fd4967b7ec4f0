using System.Globalization;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>
/// The first 64 bytes each side sends (ZMTP 3.0, RFC 23): signature FF, eight bytes, 7F; version; mechanism padded to 20 bytes; as-server; filler.
/// </summary>
internal static class ZmtpGreeting
{
    /// <summary>Length of a greeting.</summary>
    public const int Length = 64;

    /// <summary>Length of its start, by which anything that is not ZMTP is told at once: signature and major version.</summary>
    public const int StartLength = 11;

    private const byte MajorVersion = 3;
    private const int MechanismStart = 12;
    private const int MechanismLength = 20;

    /// <summary>Returns our greeting: version 3.0, so that subscriptions come as messages; mechanism NULL.</summary>
    public static byte[] Ours()
    {
        var greeting = new byte[Length];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = MajorVersion;
        "NULL"u8.CopyTo(greeting.AsSpan(MechanismStart));
        return greeting;
    }

    /// <summary>Checks the start of a peer's greeting.</summary>
    /// <exception cref="ZmtpException">It is not ZMTP 3 or later.</exception>
    public static void CheckStart(ReadOnlySpan<byte> start)
    {
        // Bytes 1 to 8 are padding, which older peers use for a length.
        if (start[0] != 0xFF || (start[9] & 1) == 0) throw new ZmtpException("what it sent first is not a ZMTP greeting");
        if (start[10] < MajorVersion) throw new ZmtpException(string.Create(CultureInfo.InvariantCulture, $"it speaks ZMTP {start[10]}; 3 is needed (libzmq 4 or later)"));
    }

    /// <summary>Checks the mechanism of a whole greeting.</summary>
    /// <exception cref="ZmtpException">It asks for another mechanism than NULL.</exception>
    public static void CheckMechanism(ReadOnlySpan<byte> greeting)
    {
        if (!greeting.Slice(MechanismStart, MechanismLength).TrimEnd((byte)0).SequenceEqual("NULL"u8))
            throw new ZmtpException("it asks for a security mechanism; NULL is what Jupyter's connection files stand for");
    }
}
