using System.Numerics;
using System.Runtime.CompilerServices;

namespace Segmentation.Text;

/// <summary>How alike two short names are. Letters are compared as they stand: fold case and accents first where they should not count.</summary>
public static class JaroWinkler
{
    private const double PrefixWeight = 0.1;
    private const int OnStack = 256;

    /// <summary>Returns the Jaro-Winkler similarity in [0, 1]: Jaro's, raised by a tenth of what is missing to 1 for each of at most four
    /// letters that both texts begin with. 1 where the texts are equal, also where both are empty; 0 where no letter matches.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <remarks>The prefix counts at every similarity (Winkler's first form, without the threshold of 0.7).
    /// W. E. Winkler, Proceedings of the Section on Survey Research Methods, ASA, 1990, 354-359.</remarks>
    public static double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var jaro = Jaro(left, right);
        var prefix = Math.Min(left.CommonPrefixLength(right), LongestPrefix);
        return Raised(jaro, prefix);
    }

    /// <summary>Returns a similarity that two texts cannot exceed, from what is known of each alone.</summary>
    /// <param name="matches">Most letters that can match, at least 0.</param>
    /// <param name="prefix">Letters that both begin with, at most 4 of them.</param>
    /// <param name="left">Letters of one text, at least 1.</param>
    /// <param name="right">Letters of the other, at least 1.</param>
    internal static double AtMost(int matches, int prefix, int left, int right) => Raised(Of(matches, 0, left, right), prefix);

    /// <summary>Most letters of a common beginning that count.</summary>
    internal const int LongestPrefix = 4;

    private static double Raised(double jaro, int prefix) => jaro + (prefix * PrefixWeight * (1 - jaro));

    /// <summary>Returns the Jaro similarity in [0, 1]: the mean of the matched shares of both texts and of the matches in the same order.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <remarks>M. A. Jaro, Journal of the American Statistical Association 84(406), 1989, 414-420.</remarks>
    public static double Jaro(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.SequenceEqual(right)) return 1;
        if (left.IsEmpty || right.IsEmpty) return 0;
        return left.Length <= LetterPositions.Longest && right.Length <= LetterPositions.Longest ? OfShort(left, right) : OfAny(left, right);
    }

    /// <summary>The same matches in the same order as <see cref="OfAny"/>, found for all positions of a letter at once.</summary>
    [SkipLocalsInit]
    private static double OfShort(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<ushort> room = stackalloc ushort[LetterPositions.Longest];
        Span<char> matched = stackalloc char[LetterPositions.Longest];
        var positions = new LetterPositions(right, room);
        var reach = Math.Max(0, (Math.Max(left.Length, right.Length) / 2) - 1);
        var (free, matches) = (ulong.MaxValue, 0);
        for (var i = 0; i < left.Length; i++)
        {
            var letter = left[i];
            var near = (i > reach ? ulong.MaxValue << (i - reach) : ulong.MaxValue) & (ulong.MaxValue >> Math.Max(0, LetterPositions.Longest - 1 - i - reach));
            var hits = positions[letter] & free & near;
            if (hits == 0) continue;
            matched[matches++] = letter;
            free ^= hits & (~hits + 1);
        }

        var outOfOrder = 0;
        var taken = ~free;
        for (var i = 0; i < matches; i++)
        {
            if (matched[i] != right[BitOperations.TrailingZeroCount(taken)]) outOfOrder++;
            taken &= taken - 1;
        }

        return Of(matches, outOfOrder, left.Length, right.Length);
    }

    private static double OfAny(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<bool> takenLeft = left.Length <= OnStack ? stackalloc bool[OnStack] : new bool[left.Length];
        Span<bool> takenRight = right.Length <= OnStack ? stackalloc bool[OnStack] : new bool[right.Length];
        var reach = Math.Max(0, (Math.Max(left.Length, right.Length) / 2) - 1);
        var matches = 0;
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = Math.Max(0, i - reach); j <= Math.Min(right.Length - 1, i + reach); j++)
            {
                if (takenRight[j] || left[i] != right[j]) continue;
                takenLeft[i] = takenRight[j] = true;
                matches++;
                break;
            }
        }

        var outOfOrder = 0;
        for (int i = 0, j = 0; i < left.Length; i++)
        {
            if (!takenLeft[i]) continue;
            while (!takenRight[j]) j++;
            if (left[i] != right[j++]) outOfOrder++;
        }

        return Of(matches, outOfOrder, left.Length, right.Length);
    }

    private static double Of(int matches, int outOfOrder, int left, int right)
    {
        if (matches == 0) return 0;
        double m = matches;
        // sim = (m/|left| + m/|right| + (m - t)/m) / 3, where t is half the number of matches out of order.
        return ((m / left) + (m / right) + ((m - (outOfOrder / 2)) / m)) / 3;
    }
}
