using System.Runtime.CompilerServices;

namespace Segmentation.Text;

/// <summary>How many typing errors lie between two texts. Letters are compared as they stand: fold case and accents first where they should not count.</summary>
public static class EditDistance
{
    private const int OnStack = 256;

    /// <summary>Returns the Levenshtein distance: the fewest insertions, deletions and substitutions of one letter that turn one text into the other.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <remarks>V. I. Levenshtein, Soviet Physics Doklady 10(8), 1966, 707-710.</remarks>
    public static int Levenshtein(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        Measure(left, right, swaps: false, limit: int.MaxValue - 1);

    /// <summary>Returns the optimal string alignment distance: as <see cref="Levenshtein"/>, with a swap of two neighbouring letters as one error.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="limit">Largest distance of interest, at least 0; a greater one is returned as <paramref name="limit"/> + 1, found sooner. Default: no limit.</param>
    /// <remarks>The restricted form of Damerau's distance: no part of the text is edited twice, so "ca" to "abc" is 3, not 2.
    /// F. J. Damerau, Communications of the ACM 7(3), 1964, 171-176.</remarks>
    public static int Damerau(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit = int.MaxValue - 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Measure(left, right, swaps: true, Math.Min(limit, int.MaxValue - 1));
    }

    private static int Measure(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool swaps, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit) return limit + 1;
        if (left.IsEmpty || right.IsEmpty) return Math.Max(left.Length, right.Length);
        if (right.Length <= LetterPositions.Longest) return OfShort(left, right, swaps, limit);
        return left.Length <= LetterPositions.Longest ? OfShort(right, left, swaps, limit) : OfAny(left, right, swaps, limit);
    }

    /// <summary>The same distance with a column of the table in one word.</summary>
    /// <remarks>G. Myers, Journal of the ACM 46(3), 1999, 395-415; with swaps: H. Hyyrö, Nordic Journal of Computing 10(1), 2003, 29-39.</remarks>
    [SkipLocalsInit]
    private static int OfShort(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool swaps, int limit)
    {
        Span<ushort> room = stackalloc ushort[LetterPositions.Longest];
        var positions = new LetterPositions(right, room);
        var (up, down, diagonal, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var last = right.Length - 1;
        var distance = right.Length;
        for (var i = 0; i < left.Length; i++)
        {
            var same = positions[left[i]];
            var swap = swaps ? ((~diagonal & same) << 1) & before : 0;
            diagonal = (((same & up) + up) ^ up) | same | down | swap;
            var right1 = down | ~(diagonal | up);
            var left1 = diagonal & up;
            distance += (int)(right1 >> last & 1) - (int)(left1 >> last & 1);
            // Each letter still to come can lower the last cell by one.
            if (distance - (left.Length - 1 - i) > limit) return limit + 1;
            right1 = (right1 << 1) | 1;
            left1 <<= 1;
            up = left1 | ~(diagonal | right1);
            down = diagonal & right1;
            before = same;
        }

        return distance;
    }

    private static int OfAny(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool swaps, int limit)
    {
        var width = right.Length + 1;
        // Three rows of the table: the one before last (for swaps), the last, and the one being filled.
        Span<int> rows = width <= OnStack ? stackalloc int[3 * OnStack] : new int[3 * width];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var now = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++) last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var best = now[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = left[i - 1] == right[j - 1];
                var distance = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (swaps && i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                now[j] = distance;
                best = Math.Min(best, distance);
            }

            // A swap reaches back two rows, but never below what the row between them holds less one.
            if (best > limit + (swaps ? 1 : 0)) return limit + 1;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return Math.Min(last[right.Length], limit + 1);
    }
}
