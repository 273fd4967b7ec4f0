using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>
/// What is needed of each record to look at its pairs, record by record so that it is in one or two lines of the cache: the codes of its
/// fields, then its block under each rule; -1 where there is none. Two records are compared in all of them at once.
/// </summary>
internal sealed class CandidateRecords
{
    /// <summary>Most fields, so that what is known of a pair fits one word.</summary>
    public const int MostFields = 64;

    private readonly int[] cells;
    private readonly int width;
    private readonly int firstRule;

    private CandidateRecords(int[] cells, int firstRule, int width) => (this.cells, this.firstRule, this.width) = (cells, firstRule, width);

    /// <summary>Returns the records.</summary>
    /// <param name="fields">The fields, at most 64.</param>
    /// <param name="blockOfRows">The block of each row under each rule, at most 32.</param>
    /// <param name="records">Number of records.</param>
    public static CandidateRecords Of(TextColumn[] fields, int[][] blockOfRows, int records)
    {
        var firstRule = Whole(fields.Length);
        var width = firstRule + Whole(blockOfRows.Length);
        var cells = new int[(long)records * width];
        cells.AsSpan().Fill(-1);
        Parallel.For(0, fields.Length + blockOfRows.Length, i =>
        {
            if (i < fields.Length) Fill(cells, fields[i].Codes, i, width);
            else Fill(cells, blockOfRows[i - fields.Length], firstRule + i - fields.Length, width);
        });
        return new CandidateRecords(cells, firstRule, width);
    }

    /// <summary>Returns the cells of a record, its fields' codes first.</summary>
    public ref int this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cells), (nint)row * width);
    }

    /// <summary>Returns the rules that make a pair, rule i in bit i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Rules(ref int left, ref int right)
    {
        var rules = 0u;
        for (var at = firstRule; at < width; at += Vector256<int>.Count) rules |= Same(ref left, ref right, at) << (at - firstRule);
        return rules;
    }

    /// <summary>Returns the fields that both records hold the same value of, field i in bit i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(ref int left, ref int right)
    {
        var equal = 0UL;
        for (var at = 0; at < firstRule; at += Vector256<int>.Count) equal |= (ulong)Same(ref left, ref right, at) << at;
        return equal;
    }

    /// <summary>Returns the fields that a record of the two has no value of, field i in bit i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Missing(ref int left, ref int right)
    {
        var missing = 0UL;
        for (var at = 0; at < firstRule; at += Vector256<int>.Count)
            missing |= (ulong)(Vector256.LoadUnsafe(ref left, (nuint)at) | Vector256.LoadUnsafe(ref right, (nuint)at)).ExtractMostSignificantBits() << at;
        return missing;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Same(ref int left, ref int right, int at)
    {
        var (a, b) = (Vector256.LoadUnsafe(ref left, (nuint)at), Vector256.LoadUnsafe(ref right, (nuint)at));
        // A value that is missing on both sides is not the same.
        return Vector256.Equals(a, b).ExtractMostSignificantBits() & ~a.ExtractMostSignificantBits();
    }

    private static int Whole(int cells) => (cells + Vector256<int>.Count - 1) / Vector256<int>.Count * Vector256<int>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(int[] cells, ReadOnlySpan<int> values, int at, int width)
    {
        for (var row = 0; row < values.Length; row++, at += width) cells[at] = values[row];
    }
}
