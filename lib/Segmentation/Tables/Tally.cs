using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation.Tables;

/// <summary>Counts the distinct values of a column exactly and keeps the most frequent.</summary>
internal sealed class Tally
{
    private const int PartBits = 8;
    private const int SmallestToDivide = 1 << 14;

    private readonly int keep;
    private readonly List<(int Count, ulong Place)> top = [];

    private Tally(int keep) => this.keep = keep;

    /// <summary>Gets the number of distinct values.</summary>
    public int Distinct { get; private set; }

    /// <summary>Gets how often the most frequent values occur, and where each stands: its first row, or its key. Most frequent first, among equals the lower place.</summary>
    public IReadOnlyList<(int Count, ulong Place)> Top => top;

    /// <summary>Counts by code; a place is the first row.</summary>
    /// <param name="codes">One code a row; negative is null.</param>
    /// <param name="codeCount">Codes are below this.</param>
    /// <param name="keep">Most values kept in <see cref="Top"/>.</param>
    public static Tally OfCodes(ReadOnlySpan<int> codes, int codeCount, int keep)
    {
        var counts = new int[codeCount];
        var first = new int[codeCount];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = codes[row];
            if (code >= 0 && counts[code]++ == 0) first[code] = row;
        }

        var tally = new Tally(keep);
        for (var code = 0; code < codeCount; code++)
        {
            if (counts[code] > 0) tally.Add(counts[code], (uint)first[code]);
        }

        return tally;
    }

    /// <summary>Counts runs of equal keys; a place is the key.</summary>
    /// <param name="keys">Sorted keys.</param>
    /// <param name="keep">Most values kept in <see cref="Top"/>.</param>
    public static Tally OfSorted(ReadOnlySpan<ulong> keys, int keep)
    {
        var tally = new Tally(keep);
        var start = 0;
        for (var i = 1; i <= keys.Length; i++)
        {
            if (i < keys.Length && keys[i] == keys[start]) continue;
            tally.Add(i - start, keys[start]);
            start = i;
        }

        return tally;
    }

    /// <summary>
    /// Counts by hash; a place is the first row. Rows are divided by the top bits of their hash first, so that each part's table
    /// fits the processor's cache: one large table would wait for memory on every row.
    /// </summary>
    /// <param name="hashes">One hash a row.</param>
    /// <param name="column">The column, whose nulls are left out and whose bytes decide where hashes are equal.</param>
    /// <param name="isHashExact">Whether equal hashes mean equal values.</param>
    /// <param name="keep">Most values kept in <see cref="Top"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Tally OfHashes(ReadOnlySpan<ulong> hashes, TextColumn column, bool isHashExact, int keep)
    {
        var tally = new Tally(keep);
        var bits = hashes.Length < SmallestToDivide ? 0 : PartBits;
        var nulls = column.Nulls;
        var starts = new int[(1 << bits) + 1];
        for (var row = 0; row < hashes.Length; row++)
        {
            if (!nulls[row]) starts[Part(hashes[row], bits) + 1]++;
        }

        var largest = 1;
        for (var part = 1; part < starts.Length; part++)
        {
            largest = Math.Max(largest, starts[part]);
            starts[part] += starts[part - 1];
        }

        var entries = ArrayPool<Entry>.Shared.Rent(starts[^1]);
        var table = ArrayPool<Slot>.Shared.Rent(TableSize(largest));
        var next = starts.AsSpan(0, 1 << bits).ToArray();
        for (var row = 0; row < hashes.Length; row++)
        {
            if (!nulls[row]) entries[next[Part(hashes[row], bits)]++] = new Entry { Hash = hashes[row], Row = row };
        }

        for (var part = 0; part + 1 < starts.Length; part++)
        {
            var entriesOfPart = entries.AsSpan(starts[part]..starts[part + 1]);
            if (entriesOfPart.Length > 0) tally.CountPart(entriesOfPart, table.AsSpan(0, TableSize(entriesOfPart.Length)), isHashExact ? null : column);
        }

        ArrayPool<Entry>.Shared.Return(entries);
        ArrayPool<Slot>.Shared.Return(table);
        return tally;
    }

    private static int Part(ulong hash, int bits) => (int)(hash >> 32 >> (32 - bits));

    private static int TableSize(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountPart(ReadOnlySpan<Entry> entries, Span<Slot> table, TextColumn? column)
    {
        var mask = table.Length - 1;
        table.Clear();
        foreach (ref readonly var entry in entries)
        {
            for (var at = (int)entry.Hash & mask; ; at = (at + 1) & mask)
            {
                ref var slot = ref table[at];
                if (slot.Count == 0)
                {
                    (slot.Hash, slot.Row, slot.Count) = (entry.Hash, entry.Row, 1);
                    break;
                }

                if (slot.Hash == entry.Hash && (column is null || column.Utf8(entry.Row).SequenceEqual(column.Utf8(slot.Row))))
                {
                    slot.Count++;
                    break;
                }
            }
        }

        foreach (ref readonly var slot in table)
        {
            if (slot.Count > 0) Add(slot.Count, (uint)slot.Row);
        }
    }

    private void Add(int count, ulong place)
    {
        Distinct++;
        if (top.Count == keep)
        {
            if (keep == 0 || !Before((count, place), top[^1])) return;
            top.RemoveAt(keep - 1);
        }

        var at = top.Count;
        while (at > 0 && Before((count, place), top[at - 1])) at--;
        top.Insert(at, (count, place));

        static bool Before((int Count, ulong Place) a, (int Count, ulong Place) b) => a.Count > b.Count || (a.Count == b.Count && a.Place < b.Place);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Entry
    {
        public ulong Hash;
        public int Row;
    }

    private struct Slot
    {
        public ulong Hash;
        public int Row;
        public int Count;
    }
}
