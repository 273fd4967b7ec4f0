using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Text;

/// <summary>Where a letter stands in a short text, as bits: many letters are compared at once.</summary>
internal readonly ref struct LetterPositions
{
    /// <summary>Longest text, so that its positions fit one word.</summary>
    public const int Longest = 64;

    private readonly ref ushort start;
    private readonly int vectors;
    private readonly ulong within;

    /// <summary>Prepares a text.</summary>
    /// <param name="text">1 to 64 letters.</param>
    /// <param name="room">Room for 64 letters, which must live as long as this.</param>
    public LetterPositions(ReadOnlySpan<char> text, Span<ushort> room)
    {
        MemoryMarshal.Cast<char, ushort>(text).CopyTo(room);
        start = ref MemoryMarshal.GetReference(room);
        vectors = (text.Length + Vector256<ushort>.Count - 1) / Vector256<ushort>.Count;
        within = ulong.MaxValue >> (Longest - text.Length);
    }

    /// <summary>Gets the positions of a letter: bit i is set where it stands at i.</summary>
    public ulong this[char letter]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var wanted = Vector256.Create((ushort)letter);
            ulong found = Vector256.Equals(Vector256.LoadUnsafe(ref start), wanted).ExtractMostSignificantBits();
            for (var i = 1; i < vectors; i++)
            {
                var at = i * Vector256<ushort>.Count;
                found |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), wanted).ExtractMostSignificantBits() << at;
            }

            // What the room held before is no letter of the text.
            return found & within;
        }
    }
}
