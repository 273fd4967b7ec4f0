using System.Runtime.CompilerServices;

namespace Segmentation.Tables;

/// <summary>
/// Counts the distinct values of a column exactly and keeps the most frequent. Rows are divided by the top bits of their hash
/// first, so that each part's table fits the processor's cache: one large table would wait for memory on every row.
/// </summary>
internal sealed class Tally
{
    private const int PartBits = 8;
    private const int SmallestToDivide = 1 << 14;

    private readonly int keep;
    private readonly List<(int Count, int Row)> top = [];

    private Tally(int keep) => this.keep = keep;

    /// <summary>Gets the number of distinct values.</summary>
    public int Distinct { get; private set; }

    /// <summary>Gets how often the most frequent values occur, and the first row that holds each; most frequent first, ties by first row.</summary>
    public IReadOnlyList<(int Count, int Row)> Top => top;

    /// <summary>Counts by code.</summary>
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
            if (counts[code] > 0) tally.Add(counts[code], first[code]);
        }

        return tally;
    }

    /// <summary>Counts by hash.</summary>
    /// <param name="hashes">One hash a row.</param>
    /// <param name="nulls">Rows left out.</param>
    /// <param name="text">The column whose bytes decide where hashes are equal; null where equal hashes mean equal values.</param>
    /// <param name="keep">Most values kept in <see cref="Top"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Tally OfHashes(ReadOnlySpan<ulong> hashes, NullMask nulls, TextColumn? text, int keep)
    {
        var tally = new Tally(keep);
        var bits = hashes.Length < SmallestToDivide ? 0 : PartBits;
        var starts = new int[(1 << bits) + 1];
        for (var row = 0; row < hashes.Length; row++)
        {
            if (!nulls[row]) starts[Part(hashes[row], bits) + 1]++;
        }

        var largest = 0;
        for (var part = 1; part < starts.Length; part++)
        {
            largest = Math.Max(largest, starts[part]);
            starts[part] += starts[part - 1];
        }

        var rows = GC.AllocateUninitializedArray<int>(starts[^1]);
        var keys = GC.AllocateUninitializedArray<ulong>(starts[^1]);
        var next = starts.AsSpan(0, 1 << bits).ToArray();
        for (var row = 0; row < hashes.Length; row++)
        {
            if (nulls[row]) continue;
            var at = next[Part(hashes[row], bits)]++;
            rows[at] = row;
            keys[at] = hashes[row];
        }

        var table = new Slot[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(largest, 1) * 2)];
        for (var part = 0; part + 1 < starts.Length; part++)
        {
            var (from, to) = (starts[part], starts[part + 1]);
            if (from < to) tally.CountPart(keys.AsSpan(from, to - from), rows.AsSpan(from, to - from), table, text);
        }

        return tally;
    }

    private static int Part(ulong hash, int bits) => (int)(hash >> 32 >> (32 - bits));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountPart(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, Slot[] table, TextColumn? text)
    {
        var mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2) - 1;
        table.AsSpan(0, mask + 1).Clear();
        for (var i = 0; i < keys.Length; i++)
        {
            var at = (int)keys[i] & mask;
            while (true)
            {
                ref var slot = ref table[at];
                if (slot.Count == 0)
                {
                    slot = new Slot { Hash = keys[i], Row = rows[i], Count = 1 };
                    break;
                }

                if (slot.Hash == keys[i] && (text is null || text.Utf8(rows[i]).SequenceEqual(text.Utf8(slot.Row))))
                {
                    slot.Count++;
                    break;
                }

                at = (at + 1) & mask;
            }
        }

        foreach (ref readonly var slot in table.AsSpan(0, mask + 1))
        {
            if (slot.Count > 0) Add(slot.Count, slot.Row);
        }
    }

    private void Add(int count, int row)
    {
        Distinct++;
        if (keep == 0) return;
        if (top.Count == keep)
        {
            if (!Before((count, row), top[^1])) return;
            top.RemoveAt(keep - 1);
        }

        var at = top.Count;
        while (at > 0 && Before((count, row), top[at - 1])) at--;
        top.Insert(at, (count, row));

        static bool Before((int Count, int Row) a, (int Count, int Row) b) => a.Count > b.Count || (a.Count == b.Count && a.Row < b.Row);
    }

    private struct Slot
    {
        public ulong Hash;
        public int Row;
        public int Count;
    }
}
