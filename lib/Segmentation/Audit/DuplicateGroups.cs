using System.Collections.Immutable;

namespace Segmentation.Audit;

/// <summary>The rows that share a key, found without keeping the keys: rows are sorted by a hash of their key, and the keys of rows
/// whose hashes meet are made again and compared. Memory is 12 bytes a row however long the keys are.</summary>
internal static class DuplicateGroups
{
    private const int Block = 4096;

    /// <summary>Returns the groups of two or more rows that share a key, each in row order, groups in order of their first row.</summary>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="keyOf">The key of a row; null joins nothing. Called from several threads, and again for rows whose hashes meet.</param>
    /// <param name="keyed">One flag a row, set where the row has a key; the others are left alone.</param>
    public static ImmutableArray<(string Key, int[] Rows)> Of(int rowCount, Func<int, string?> keyOf, bool[] keyed)
    {
        var hashes = new ulong[rowCount];
        Parallel.For(0, (rowCount + Block - 1) / Block, block =>
        {
            for (var row = block * Block; row < Math.Min(rowCount, (block + 1) * Block); row++) hashes[row] = keyOf(row) is { } key ? Hash(key) : 0;
        });

        var rows = new int[rowCount];
        var count = 0;
        for (var row = 0; row < rowCount; row++)
        {
            if (hashes[row] == 0) continue;
            keyed[row] = true;
            (hashes[count], rows[count]) = (hashes[row], row);
            count++;
        }

        Array.Sort(hashes, rows, 0, count);
        var groups = ImmutableArray.CreateBuilder<(string Key, int[] Rows)>();
        for (int start = 0, end; start < count; start = end)
        {
            end = start + 1;
            while (end < count && hashes[end] == hashes[start]) end++;
            if (end - start == 1) continue;
            groups.AddRange(rows[start..end].Order().GroupBy(row => keyOf(row)!, StringComparer.Ordinal)
                .Where(g => g.Skip(1).Any()).Select(g => (g.Key, g.ToArray())));
        }

        groups.Sort((a, b) => a.Rows[0].CompareTo(b.Rows[0]));
        return groups.ToImmutable();
    }

    /// <summary>Returns a 64-bit hash that is the same on every run, never 0: FNV-1a over the letters, finished so that every bit depends on all of them.</summary>
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in key) hash = (hash ^ letter) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }
}
