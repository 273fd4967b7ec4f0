using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>
/// Numbers the distinct UTF-8 values of a column in order of first appearance. A value of up to 16 bytes is its own key, so that
/// most look-ups touch one slot of the table and nothing else.
/// </summary>
internal sealed class FieldDictionary
{
    private const int Short = 16;

    // Sixteen bytes of ones, then of zeros: read from 16 - n on, they keep the first n bytes of a vector.
    private static readonly byte[] Keep = [.. Enumerable.Repeat((byte)0xFF, Short), .. new byte[Short]];

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
    /// <param name="value">The value.</param>
    /// <param name="hasSlack">Whether 16 bytes may be read from the value's start, however short it is: then a short value costs no branch on its length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ReadOnlySpan<byte> value, bool hasSlack)
    {
        var length = value.Length;
        Vector128<ulong> key;
        if (length > Short) key = Vector128.CreateScalar(Utf8Hash.Of(value));
        else if (hasSlack) key = (Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(value)) & Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Keep), (nuint)(Short - length))).AsUInt64();
        else key = Padded(value);
        var (low, high) = (key.ToScalar(), key.GetElement(1));
        var slots = table;
        for (var at = Place(low, high, length) & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref var slot = ref slots[at];
            if (slot.Next == 0) return Add(value, low, high);
            if (slot.Low == low && slot.High == high && slot.Length == length && (length <= Short || this[slot.Next - 1].SequenceEqual(value))) return slot.Next - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(ulong low, ulong high, int length) => (int)BitOperations.Crc32C(BitOperations.Crc32C((uint)length, low), high);

    private static Vector128<ulong> Padded(ReadOnlySpan<byte> value)
    {
        Span<byte> padded = stackalloc byte[Short];
        padded.Clear();
        value.CopyTo(padded);
        return Vector128.Create<byte>(padded).AsUInt64();
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
        var at = Place(slot.Low, slot.High, slot.Length) & (slots.Length - 1);
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
