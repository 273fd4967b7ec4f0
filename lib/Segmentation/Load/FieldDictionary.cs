using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>
/// Numbers the distinct UTF-8 values of a column in order of first appearance. A value of up to 16 bytes is its own key, so that
/// most look-ups touch one slot of the table and nothing else.
/// </summary>
internal sealed class FieldDictionary
{
    private const int Short = 16;

    private Slot[] table = new Slot[256];
    private byte[] text = new byte[1024];
    private int[] ends = new int[64];

    /// <summary>Gets the number of distinct values.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a value by its code.</summary>
    public ReadOnlySpan<byte> this[int code]
    {
        get
        {
            var start = code == 0 ? 0 : ends[code - 1];
            return text.AsSpan(start, ends[code] - start);
        }
    }

    /// <summary>Returns the code of a value, adding it where it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ReadOnlySpan<byte> value)
    {
        var length = value.Length;
        var (low, high) = length <= Short
            ? Utf8Hash.Ends(ref MemoryMarshal.GetReference(value), length)
            : (Utf8Hash.Of(value), 0UL);
        var slots = table;
        for (var at = Place(low, high, length, slots.Length); ; at = (at + 1) & (slots.Length - 1))
        {
            ref var slot = ref slots[at];
            if (slot.Next == 0) return Add(value, low, high);
            if (slot.Low == low && slot.High == high && slot.Length == length && (length <= Short || this[slot.Next - 1].SequenceEqual(value))) return slot.Next - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(ulong low, ulong high, int length, int size)
    {
        // Odd constants from the golden ratio and from xxHash64; the last product carries every bit to the top.
        var hash = ((low * 0x9e3779b97f4a7c15) + (uint)length) ^ BitOperations.RotateLeft(high * 0xc2b2ae3d27d4eb4f, 31);
        return (int)(((hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15) >> (64 - BitOperations.Log2((uint)size)));
    }

    private int Add(ReadOnlySpan<byte> value, ulong low, ulong high)
    {
        if (Count * 2 >= table.Length) Grow();
        var from = Count == 0 ? 0 : ends[Count - 1];
        if (from + value.Length > text.Length) Array.Resize(ref text, Math.Max(text.Length * 2, from + value.Length));
        if (Count == ends.Length) Array.Resize(ref ends, ends.Length * 2);
        value.CopyTo(text.AsSpan(from));
        ends[Count++] = from + value.Length;
        Insert(table, new Slot { Low = low, High = high, Length = value.Length, Next = Count });
        return Count - 1;
    }

    private void Grow()
    {
        var larger = new Slot[table.Length * 2];
        foreach (var slot in table)
        {
            if (slot.Next != 0) Insert(larger, slot);
        }

        table = larger;
    }

    private static void Insert(Slot[] slots, Slot slot)
    {
        var at = Place(slot.Low, slot.High, slot.Length, slots.Length);
        while (slots[at].Next != 0) at = (at + 1) & (slots.Length - 1);
        slots[at] = slot;
    }

    /// <summary><c>Next</c> is the code plus one; 0 is an empty slot.</summary>
    private struct Slot
    {
        public ulong Low;
        public ulong High;
        public int Length;
        public int Next;
    }
}
