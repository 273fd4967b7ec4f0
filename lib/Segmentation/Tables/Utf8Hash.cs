using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation.Tables;

/// <summary>A 64-bit hash of bytes that is the same in every run. It only ever narrows a search: equality is checked on the bytes.</summary>
internal static class Utf8Hash
{
    private const ulong First = 0xa0761d6478bd642f;
    private const ulong Second = 0xe7037ed1a0b428db;

    /// <summary>Returns the hash of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> value)
    {
        var (hash, length) = (First ^ (ulong)value.Length, value.Length);
        ref var start = ref MemoryMarshal.GetReference(value);
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

    /// <summary>Returns a hash of a number. Two numbers have one hash only where they are equal: every step can be undone.</summary>
    public static ulong Of(ulong bits)
    {
        // The finalizer of MurmurHash3 (public domain).
        bits ^= bits >> 33;
        bits *= 0xff51afd7ed558ccd;
        bits ^= bits >> 33;
        bits *= 0xc4ceb9fe1a85ec53;
        return bits ^ (bits >> 33);
    }

    /// <summary>Returns the bytes of a value of at most 16 bytes as two words. Together with the length they are the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Low, ulong High) Ends(ref byte start, int length)
    {
        if (length >= 8) return (Read(ref start, 0), Read(ref start, length - 8));
        if (length >= 4) return (Unsafe.ReadUnaligned<uint>(ref start), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4)));
        if (length == 0) return (0, 0);
        return (start | ((ulong)Unsafe.Add(ref start, length >> 1) << 8) | ((ulong)Unsafe.Add(ref start, length - 1) << 16), 0);
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
