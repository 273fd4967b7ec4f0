using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>
/// The records that share a key, block by block: block b holds <c>Rows[Starts[b] .. Starts[b + 1])</c> in ascending order.
/// Blocks of one record make no pair and are not kept; nor are those larger than allowed, which are counted.
/// </summary>
internal sealed class CandidateBlocks
{
    private CandidateBlocks(int[] rows, int[] starts) => (Rows, Starts) = (rows, starts);

    /// <summary>Gets the zero-based rows, block after block.</summary>
    public int[] Rows { get; }

    /// <summary>Gets where each block starts in <see cref="Rows"/>, and where the last one ends.</summary>
    public int[] Starts { get; }

    /// <summary>Gets the records whose fields are all present.</summary>
    public int WithKey { get; private init; }

    /// <summary>Gets the number of distinct keys.</summary>
    public int Keys { get; private init; }

    /// <summary>Gets the records in the largest block, whether kept or not; 0 where no record has a key.</summary>
    public int Largest { get; private init; }

    /// <summary>Gets the first row of the largest block; -1 where no record has a key.</summary>
    public int LargestRow { get; private init; } = -1;

    /// <summary>Gets the number of blocks that are too large.</summary>
    public int LeftOut { get; private init; }

    /// <summary>Gets the pairs that the blocks left out would have made.</summary>
    public long PairsLeftOut { get; private init; }

    /// <summary>Gets the number of blocks kept.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>Gets the pairs that the blocks kept make.</summary>
    public long Pairs
    {
        get
        {
            var pairs = 0L;
            for (var block = 0; block < Count; block++) pairs += PairsOf(Starts[block + 1] - Starts[block]);
            return pairs;
        }
    }

    /// <summary>Returns the number of pairs of n records, n(n-1)/2.</summary>
    public static long PairsOf(long records) => records * (records - 1) / 2;

    /// <summary>Returns the blocks of a rule.</summary>
    /// <param name="fields">The records' fields.</param>
    /// <param name="rule">The rule; all its fields must be present.</param>
    /// <param name="largestBlock">Most records of a block that is kept.</param>
    public static CandidateBlocks Of(Table fields, BlockingRule rule, int largestBlock)
    {
        TextColumn[] columns = [.. rule.Fields.Select(fields.Text)];
        var sorted = WithAllFields(columns, fields.RowCount);
        // Stable sorts by code, the last field first: equal keys end up side by side, exact without a hash, rows ascending.
        for (var i = columns.Length - 1; i >= 0; i--) sorted = SortByCode(sorted, columns[i].Codes, columns[i].Dictionary.Length);

        var isFirst = FirstOfKeys(columns, sorted);
        var (rows, starts) = (new int[sorted.Length], new List<int> { 0 });
        var (filled, keys, largest, largestRow, leftOut, pairsLeftOut) = (0, 0, 0, -1, 0, 0L);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && !isFirst[end];) end++;
            var size = end - start;
            keys++;
            if (size > largest) (largest, largestRow) = (size, sorted[start]);
            if (size > largestBlock)
            {
                leftOut++;
                pairsLeftOut += PairsOf(size);
            }
            else if (size > 1)
            {
                sorted.AsSpan(start, size).CopyTo(rows.AsSpan(filled));
                starts.Add(filled += size);
            }
        }

        return new CandidateBlocks(rows[..filled], [.. starts])
        {
            WithKey = sorted.Length,
            Keys = keys,
            Largest = largest,
            LargestRow = largestRow,
            LeftOut = leftOut,
            PairsLeftOut = pairsLeftOut,
        };
    }

    /// <summary>Returns the block of each row, -1 where it is in none: two rows are a pair of this rule where both are in one block.</summary>
    /// <param name="records">Number of records n.</param>
    public int[] BlockOfRows(int records)
    {
        var blocks = new int[records];
        Array.Fill(blocks, -1);
        for (var block = 0; block < Count; block++)
        {
            for (var i = Starts[block]; i < Starts[block + 1]; i++) blocks[Rows[i]] = block;
        }

        return blocks;
    }

    /// <summary>Returns the blocks of the records that are together here and together there.</summary>
    /// <param name="blockOfRows">As <see cref="BlockOfRows"/> of the other rule.</param>
    public CandidateBlocks Within(int[] blockOfRows)
    {
        var (rows, starts) = (new List<int>(), new List<int> { 0 });
        var together = new List<(int Block, int Row)>();
        for (var block = 0; block < Count; block++)
        {
            together.Clear();
            for (var i = Starts[block]; i < Starts[block + 1]; i++)
            {
                if (blockOfRows[Rows[i]] >= 0) together.Add((blockOfRows[Rows[i]], Rows[i]));
            }

            together.Sort();
            for (int start = 0, end; start < together.Count; start = end)
            {
                for (end = start + 1; end < together.Count && together[end].Block == together[start].Block;) end++;
                if (end - start < 2) continue;
                for (var i = start; i < end; i++) rows.Add(together[i].Row);
                starts.Add(rows.Count);
            }
        }

        return new CandidateBlocks([.. rows], [.. starts]);
    }

    private static int[] WithAllFields(TextColumn[] columns, int records)
    {
        var rows = new int[records];
        var count = 0;
        for (var row = 0; row < records; row++)
        {
            rows[count] = row;
            var present = true;
            foreach (var column in columns) present &= !column.IsNull(row);
            if (present) count++;
        }

        return rows[..count];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] SortByCode(int[] rows, ReadOnlySpan<int> codes, int values)
    {
        var next = new int[values + 1];
        foreach (var row in rows) next[codes[row] + 1]++;
        for (var code = 1; code <= values; code++) next[code] += next[code - 1];
        var sorted = new int[rows.Length];
        foreach (var row in rows) sorted[next[codes[row]]++] = row;
        return sorted;
    }

    /// <summary>Tells where another key than that of the row before begins.</summary>
    private static bool[] FirstOfKeys(TextColumn[] columns, int[] sorted)
    {
        var isFirst = new bool[sorted.Length];
        foreach (var column in columns)
        {
            var codes = column.Codes;
            for (var i = 1; i < sorted.Length; i++) isFirst[i] |= codes[sorted[i]] != codes[sorted[i - 1]];
        }

        return isFirst;
    }
}
