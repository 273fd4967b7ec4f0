using System.Numerics;

namespace Segmentation.Match;

/// <summary>What is known of a text before it is compared letter by letter.</summary>
/// <param name="Letters">The letters it holds, each as one of 64 bits; letters may share a bit.</param>
/// <param name="Beginning">Its first four letters, the first in the lowest bits.</param>
/// <param name="Length">Number of its letters.</param>
internal readonly record struct PairComparerLetters(ulong Letters, ulong Beginning, int Length)
{
    private const int BitsOfALetter = 16;

    /// <summary>Returns what is known of each text.</summary>
    public static PairComparerLetters[] OfAll(string[] texts)
    {
        var all = new PairComparerLetters[texts.Length];
        for (var i = 0; i < texts.Length; i++) all[i] = Of(texts[i]);
        return all;
    }

    /// <summary>Returns at least how many letters of this text match none of the other's.</summary>
    public int Beyond(PairComparerLetters other) => BitOperations.PopCount(Letters & ~other.Letters);

    /// <summary>Returns how many of the first four letters both texts begin with.</summary>
    public int CommonPrefix(PairComparerLetters other) =>
        Math.Min(BitOperations.TrailingZeroCount(Beginning ^ other.Beginning) / BitsOfALetter, Math.Min(Length, other.Length));

    private static PairComparerLetters Of(string text)
    {
        var (letters, beginning) = (0UL, 0UL);
        for (var i = 0; i < text.Length; i++)
        {
            letters |= 1UL << (text[i] & 63);
            if (i < 64 / BitsOfALetter) beginning |= (ulong)text[i] << (BitsOfALetter * i);
        }

        return new PairComparerLetters(letters, beginning, text.Length);
    }
}
