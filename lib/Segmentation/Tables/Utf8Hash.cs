using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation.Tables;

/// <summary>A 64-bit hash of bytes that is the same in every run. It only ever narrows a search: equality is checked on the bytes.</summary>
internal static class Utf8Hash
{
    /// <summary>Values of at most this many bytes have one hash only where they are equal.</summary>
    public const int ExactBytes = 7;

    private const ulong First = 0xa0761d6478bd642f;
    private const ulong Second = 0xe7037ed1a0b428db;

    /// <summary>Returns the hash of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> value)
    {
        var (hash, length) = (First ^ (ulong)value.Length, value.Length);
        ref var start = ref MemoryMarshal.GetReference(value);
        if (length <= ExactBytes) return Of(Packed(ref start, length) | ((ulong)length << 56));
        if (length <= 16)
        {
            var (low, high) = Ends(ref start, length);
            return Mix(low ^ Second, high ^ hash);
        }

        for (var i = 0; i < length - 16; i += 16)
        {
            hash = Mix(Read(ref start, i) ^ Second, Read(ref start, i + 8) ^ hash);
        }

        return Mix(Read(ref start, length - 16) ^ Second, Read(ref start, length - 8) ^ hash);
    }

    /// <summary>Returns the bytes of a value of at most 16 bytes as two words. Together with the length they are the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Low, ulong High) Ends(ref byte start, int length)
    {
        if (length >= 8) return (Read(ref start, 0), Read(ref start, length - 8));
        if (length >= 4) return (Unsafe.ReadUnaligned<uint>(ref start), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4)));
        return (Packed(ref start, length), 0);
    }

    /// <summary>Returns the bytes of a value of at most 7 bytes in one word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Packed(ref byte start, int length)
    {
        // Overlapping reads: the value and its length are in the word, whatever the length.
        if (length >= 4) return Unsafe.ReadUnaligned<uint>(ref start) | ((ulong)(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4)) >> 8) << 32);
        return length == 0 ? 0 : start | ((ulong)Unsafe.Add(ref start, length >> 1) << 8) | ((ulong)Unsafe.Add(ref start, length - 1) << 16);
    }

    /// <summary>The finalizer of MurmurHash3 (public domain). Every step can be undone, so that two words have one hash only where they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(ulong word)
    {
        word ^= word >> 33;
        word *= 0xff51afd7ed558ccd;
        word ^= word >> 33;
        word *= 0xc4ceb9fe1a85ec53;
        return word ^ (word >> 33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
