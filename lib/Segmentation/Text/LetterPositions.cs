using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Segmentation.Text;

/// <summary>Where a letter stands in a short text, as bits: many letters are compared at once.</summary>
internal readonly ref struct LetterPositions
{
    /// <summary>Longest text, so that its positions fit one word.</summary>
    public const int Longest = 64;

    private readonly ref byte start;
    private readonly int lanes;
    private readonly int length;
    private readonly bool wide;

    /// <summary>Prepares a text. A text in ASCII is compared by the byte, twice as many letters at once.</summary>
    /// <param name="text">1 to 64 letters.</param>
    /// <param name="room">Room for 64 letters, which must live as long as this.</param>
    public LetterPositions(ReadOnlySpan<char> text, Span<ushort> room)
    {
        var bytes = MemoryMarshal.AsBytes(room);
        start = ref MemoryMarshal.GetReference(bytes);
        length = text.Length;
        wide = Ascii.FromUtf16(text, bytes, out _) != OperationStatus.Done;
        lanes = wide ? Vector256<ushort>.Count : Vector256<byte>.Count;
        if (wide) MemoryMarshal.AsBytes(text).CopyTo(bytes);
    }

    /// <summary>Gets the positions of a letter: bit i is set where it stands at i.</summary>
    public ulong this[char letter]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!wide && !char.IsAscii(letter)) return 0;
            var found = Positions(0, letter);
            for (var at = lanes; at < length; at += lanes) found |= Positions(at, letter) << at;
            // What the room held before is no letter of the text.
            return found & (ulong.MaxValue >> (Longest - length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Positions(int at, char letter) => wide
        ? Vector256.Equals(Vector256.LoadUnsafe(ref Unsafe.As<byte, ushort>(ref start), (nuint)at), Vector256.Create((ushort)letter)).ExtractMostSignificantBits()
        : Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), Vector256.Create((byte)letter)).ExtractMostSignificantBits();
}
