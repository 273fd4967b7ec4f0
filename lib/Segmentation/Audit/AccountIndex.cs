using System.Globalization;
using System.Numerics;
using System.Text;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>
/// Finds the row of an account by its identifier. Identifiers are compared as text, by ordinal; where several rows share one,
/// the first stands for all. Open addressing over row numbers: a million accounts are indexed without a string for each.
/// </summary>
internal sealed class AccountIndex
{
    private readonly Column ids;
    private readonly int[] slots;
    private readonly uint[] hashes;

    private AccountIndex(Column ids)
    {
        this.ids = ids;
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, ids.Length * 2L))];
        hashes = new uint[slots.Length];
        Span<byte> buffer = stackalloc byte[64];
        for (var row = 0; row < ids.Length; row++)
        {
            if (ids.IsNull(row)) continue;
            var key = Key(ids, row, buffer);
            var slot = Slot(key, out var hash);
            if (slots[slot] != 0) continue;
            slots[slot] = row + 1;
            hashes[slot] = hash;
        }
    }

    /// <summary>Returns an index over the accounts' identifiers.</summary>
    public static AccountIndex Of(Column ids) => new(ids);

    /// <summary>Returns the account row that each key points at; -1 where the key is null or no account has it.</summary>
    public int[] RowsOf(Column keys)
    {
        var rows = new int[keys.Length];
        Span<byte> buffer = stackalloc byte[64];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = keys.IsNull(row) ? -1 : slots[Slot(Key(keys, row, buffer), out _)] - 1;
        }

        return rows;
    }

    private int Slot(ReadOnlySpan<byte> key, out uint hash)
    {
        // FNV-1a, finished with a multiplication so that the low bits depend on every byte.
        hash = 2166136261;
        foreach (var b in key) hash = (hash ^ b) * 16777619;
        hash = (hash ^ (hash >> 15)) * 2246822519;
        hash ^= hash >> 13;
        Span<byte> buffer = stackalloc byte[64];
        var slot = (int)(hash & (uint)(slots.Length - 1));
        while (slots[slot] != 0 && (hashes[slot] != hash || !key.SequenceEqual(Key(ids, slots[slot] - 1, buffer))))
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        return slot;
    }

    private static ReadOnlySpan<byte> Key(Column column, int row, Span<byte> buffer)
    {
        if (column is TextColumn text) return text.Utf8(row);
        if (column is NumberColumn number && number.Values[row].TryFormat(buffer, out var length, "R", CultureInfo.InvariantCulture)) return buffer[..length];
        return Encoding.UTF8.GetBytes(column.Raw(row));
    }
}
