using System.Buffers;
using System.Runtime.CompilerServices;

namespace Segmentation.Tables;

/// <summary>Sorts numbers by their bits, digit by digit: linear in the number of values, where comparing is not.</summary>
internal static class Sorting
{
    private const int DigitBits = 11;
    private const int Digits = 6;
    private const int FewestForDigits = 1 << 12;

    /// <summary>Returns keys that order like the numbers; 0 and -0 have one key.</summary>
    public static ulong Key(double value)
    {
        // IEEE 754 orders like integers once negative numbers are inverted and positive ones moved above them.
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return bits ^ ((ulong)((long)bits >> 63) | (1UL << 63));
    }

    /// <summary>Returns the number that has a key.</summary>
    public static double FromKey(ulong key) => BitConverter.UInt64BitsToDouble(key ^ ((key >> 63) - 1 | (1UL << 63)));

    /// <summary>Sorts keys in place, smallest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Ascending(Span<ulong> keys)
    {
        if (keys.Length < FewestForDigits)
        {
            keys.Sort();
            return;
        }

        const int Size = 1 << DigitBits;
        var counts = new int[Digits * Size];
        foreach (var key in keys)
        {
            for (var digit = 0; digit < Digits; digit++) counts[(digit * Size) + (int)(key >> (digit * DigitBits) & (Size - 1))]++;
        }

        var spare = ArrayPool<ulong>.Shared.Rent(keys.Length);
        var from = keys;
        var to = spare.AsSpan(0, keys.Length);
        for (var digit = 0; digit < Digits; digit++)
        {
            var places = counts.AsSpan(digit * Size, Size);

            // A digit that all keys share moves nothing.
            if (places[(int)(from[0] >> (digit * DigitBits) & (Size - 1))] == from.Length) continue;
            var start = 0;
            for (var i = 0; i < Size; i++) (places[i], start) = (start, start + places[i]);
            foreach (var key in from) to[places[(int)(key >> (digit * DigitBits) & (Size - 1))]++] = key;
            var swap = from;
            from = to;
            to = swap;
        }

        if (from != keys) from.CopyTo(keys);
        ArrayPool<ulong>.Shared.Return(spare);
    }
}
