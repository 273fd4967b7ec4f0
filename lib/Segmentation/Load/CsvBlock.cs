using System.Collections.Immutable;

namespace Segmentation.Load;

/// <summary>What one block of a file held: the records that start in it.</summary>
internal sealed class CsvBlock
{
    /// <summary>Gets the offset of the first record.</summary>
    public required long Start { get; init; }

    /// <summary>Gets the offset at which the first record of the next block starts.</summary>
    public required long End { get; init; }

    /// <summary>Gets the number of data rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Gets the number of physical lines.</summary>
    public required int Lines { get; init; }

    /// <summary>Gets the fields, one entry a column; an entry is released once its column is typed.</summary>
    public required FieldBlock?[] Columns { get; init; }

    /// <summary>Gets, for the rows at which it changes, how many lines more than rows stand before that row.</summary>
    public required ImmutableArray<(int Row, int Lines)> Shifts { get; init; }

    /// <summary>Gets the records kept aside; lines count from the block's first.</summary>
    public required ImmutableArray<RowAside> Aside { get; init; }

    /// <summary>Gets the zero-based lines that were blank.</summary>
    public required ImmutableArray<int> BlankLines { get; init; }

    /// <summary>Gets the zero-based lines with a quote inside a cell that is neither doubled nor around the whole cell.</summary>
    public required ImmutableArray<int> StrayQuotes { get; init; }

    /// <summary>Gets whether every byte was valid UTF-8.</summary>
    public required bool IsValidUtf8 { get; init; }

    /// <summary>Returns the zero-based line, counted from the block's first, on which a row starts.</summary>
    public int LineOf(int row)
    {
        var (low, high) = (0, Shifts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Shifts[middle].Row <= row) low = middle + 1;
            else high = middle;
        }

        return row + (low == 0 ? 0 : Shifts[low - 1].Lines);
    }
}
