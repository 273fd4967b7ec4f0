using System.Text;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>The cells of one column over all blocks of a file. Where they stand as codes, each distinct value is looked at once.</summary>
internal sealed class ColumnCells
{
    private readonly FieldBlock[] blocks;
    private readonly Dictionary<FieldDictionary, int[]> counts = [];

    public ColumnCells(IEnumerable<FieldBlock> blocks)
    {
        this.blocks = [.. blocks];
        Rows = this.blocks.Sum(b => b.Rows);
        foreach (var block in this.blocks)
        {
            if (block.Dictionary is not { } dictionary) continue;
            if (!counts.TryGetValue(dictionary, out var count)) counts[dictionary] = count = new int[dictionary.Count];
            foreach (var code in block.Codes) count[code]++;
        }
    }

    /// <summary>Looks at a cell that so many rows hold.</summary>
    public delegate void Look(ReadOnlySpan<byte> cell, int rows);

    /// <summary>Tests a cell.</summary>
    public delegate bool Test(ReadOnlySpan<byte> cell);

    /// <summary>Reads a cell.</summary>
    public delegate CellState Reader<T>(ReadOnlySpan<byte> cell, out T value);

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Looks at every cell, in no particular order; the sum of the rows told is <see cref="Rows"/>.</summary>
    public void Each(Look look)
    {
        foreach (var (dictionary, count) in counts)
        {
            for (var code = 0; code < count.Length; code++)
            {
                if (count[code] > 0) look(dictionary[code], count[code]);
            }
        }

        foreach (var block in blocks)
        {
            if (block.Dictionary is not null) continue;
            for (var row = 0; row < block.Rows; row++) look(block[row], 1);
        }
    }

    /// <summary>Reads every cell.</summary>
    /// <param name="read">Reads one cell.</param>
    /// <param name="empty">What stands where a row has no value.</param>
    /// <returns>One value a row, the nulls, and the rows whose cell could not be read with that cell.</returns>
    public (T[] Values, NullMask Nulls, List<(int Row, string Cell)> Unreadable) Read<T>(Reader<T> read, T empty)
    {
        var values = GC.AllocateUninitializedArray<T>(Rows);
        var nulls = new ulong[(Rows + 63) >> 6];
        var unreadable = new List<(int, string)>();
        var known = counts.ToDictionary(c => c.Key, c => new (CellState State, T Value)[c.Value.Length]);
        foreach (var (dictionary, table) in known)
        {
            for (var code = 0; code < table.Length; code++) table[code] = (read(dictionary[code], out var value), value);
        }

        var row = 0;
        foreach (var block in blocks)
        {
            var table = block.Dictionary is { } dictionary ? known[dictionary] : null;
            for (var i = 0; i < block.Rows; i++, row++)
            {
                CellState state;
                T value;
                if (table is null) state = read(block[i], out value);
                else (state, value) = table[block.Codes[i]];
                values[row] = state == CellState.Value ? value : empty;
                if (state == CellState.Value) continue;
                nulls[row >> 6] |= 1UL << (row & 63);
                if (state == CellState.Unreadable) unreadable.Add((row, Encoding.UTF8.GetString(block[i])));
            }
        }

        return (values, NullMask.Own(nulls), unreadable);
    }

    /// <summary>Returns the cells as text, as the file holds them.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="isEmpty">Whether a cell holds no value; null where only cells without a byte do.</param>
    public TextColumn ReadText(string name, Test? isEmpty) => blocks.All(b => b.Bytes is null) ? ReadCodes(name, isEmpty) : ReadBytes(name, isEmpty);

    private TextColumn ReadCodes(string name, Test? isEmpty)
    {
        const int Unseen = -2;
        var codes = GC.AllocateUninitializedArray<int>(Rows);
        var values = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var tables = counts.ToDictionary(c => c.Key, c => Enumerable.Repeat(Unseen, c.Value.Length).ToArray());
        var row = 0;
        foreach (var block in blocks)
        {
            var table = tables[block.Dictionary!];
            for (var i = 0; i < block.Rows; i++, row++)
            {
                // Codes are given at first sight, row by row, so that the order does not depend on which thread read which block.
                ref var code = ref table[block.Codes[i]];
                if (code == Unseen) code = Code(block[i]);
                codes[row] = code;
            }
        }

        return TextColumn.FromCodes(name, codes, [.. values]);

        int Code(ReadOnlySpan<byte> cell)
        {
            if (isEmpty is null ? cell.IsEmpty : isEmpty(cell)) return -1;
            var text = Encoding.UTF8.GetString(cell);
            if (known.TryGetValue(text, out var code)) return code;
            values.Add(text);
            return known[text] = values.Count - 1;
        }
    }

    private TextColumn ReadBytes(string name, Test? isEmpty)
    {
        var nulls = new ulong[(Rows + 63) >> 6];
        var row = 0;
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Rows; i++, row++)
            {
                var cell = block[i];
                if (isEmpty is null ? cell.IsEmpty : isEmpty(cell)) nulls[row >> 6] |= 1UL << (row & 63);
            }
        }

        return TextColumn.FromUtf8(name, [.. blocks.Select(b => b.ToBytes())], NullMask.Own(nulls));
    }
}
