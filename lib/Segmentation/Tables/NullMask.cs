using System.Numerics;

namespace Segmentation.Tables;

/// <summary>
/// The nulls of a column as a bitmap: bit r is set where row r is null. A column without nulls shares one empty mask.
/// </summary>
public sealed class NullMask
{
    private readonly ulong[] words;

    private NullMask(ulong[] words, int count)
    {
        this.words = words;
        Count = count;
    }

    /// <summary>Gets the mask of a column in which nothing is null.</summary>
    public static NullMask None { get; } = new([], 0);

    /// <summary>Gets the number of null rows.</summary>
    public int Count { get; }

    /// <summary>Gets the 64-row words, lowest row in the lowest bit; empty where nothing is null.</summary>
    public ReadOnlySpan<ulong> Words => words;

    /// <summary>Tells whether a row is null.</summary>
    /// <param name="row">Zero-based row.</param>
    public bool this[int row] => words.Length != 0 && (words[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>Returns the mask over words that the caller gives up: bit r of word r/64 is set where row r is null.</summary>
    /// <param name="words">At least length/64 words, rounded up; kept, not copied. Bits past the last row must be clear.</param>
    internal static NullMask Own(ulong[] words)
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count == 0 ? None : new NullMask(words, count);
    }

    /// <summary>Returns the mask of the rows for which a predicate holds.</summary>
    /// <param name="length">Number of rows.</param>
    /// <param name="isNull">Whether a zero-based row is null.</param>
    public static NullMask Where(int length, Func<int, bool> isNull)
    {
        ArgumentNullException.ThrowIfNull(isNull);
        var words = new ulong[(length + 63) >> 6];
        for (var row = 0; row < length; row++)
        {
            if (isNull(row)) words[row >> 6] |= 1UL << (row & 63);
        }

        return Own(words);
    }

    /// <summary>Returns the mask of the rows taken, in that order.</summary>
    /// <param name="rows">Zero-based rows; -1 gives a null.</param>
    public NullMask Take(ReadOnlySpan<int> rows)
    {
        var taken = new ulong[(rows.Length + 63) >> 6];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0 || this[rows[i]]) taken[i >> 6] |= 1UL << (i & 63);
        }

        return Own(taken);
    }
}
