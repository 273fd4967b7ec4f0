using System.Numerics;

namespace Segmentation.Statistics;

/// <summary>Random numbers of one seed and one stream: the same on every machine, and independent of any other stream, so that parallel work gives the same answer on any number of threads.</summary>
/// <remarks>xoshiro256** (D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM Transactions on Mathematical Software 47(4), 2021), its state filled by SplitMix64 (G. L. Steele,
/// D. Lea and C. H. Flood, OOPSLA 2014) from seed and stream. Not for secrets.</remarks>
internal sealed class SeededRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Initializes a new instance of the <see cref="SeededRandom"/> class.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which of its streams: the number of the replicate, say.</param>
    public SeededRandom(int seed, int stream = 0)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)stream;
        s0 = SplitMix(ref state);
        s1 = SplitMix(ref state);
        s2 = SplitMix(ref state);
        s3 = SplitMix(ref state);
    }

    /// <summary>Returns 64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Fills with random bits, as many calls of <see cref="NextBits"/> would.</summary>
    /// <param name="words">Receives 64 random bits each.</param>
    public void Fill(Span<ulong> words)
    {
        // Local copies stay in registers.
        var (a, b, c, d) = (s0, s1, s2, s3);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BitOperations.RotateLeft(b * 5, 7) * 9;
            var t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = BitOperations.RotateLeft(d, 45);
        }

        (s0, s1, s2, s3) = (a, b, c, d);
    }

    /// <summary>Returns a number in [0, 1), one of 2^53 equally spaced.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a whole number in [0, <paramref name="below"/>), each equally likely.</summary>
    /// <param name="below">At least 1.</param>
    /// <remarks>D. Lemire, "Fast Random Integer Generation in an Interval", ACM Transactions on Modeling and Computer Simulation 29(1), 2019.</remarks>
    public int Next(int below)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(below, 1);
        var range = (uint)below;
        var product = (ulong)(uint)(NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            var least = (0u - range) % range;
            while ((uint)product < least) product = (ulong)(uint)(NextBits() >> 32) * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>Puts items in random order, each order equally likely.</summary>
    /// <param name="items">The items.</param>
    /// <typeparam name="T">Kind of item.</typeparam>
    /// <remarks>R. Durstenfeld, Communications of the ACM 7(7), 1964, 420.</remarks>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    internal static ulong SplitMix(ref ulong state)
    {
        var z = state += Golden;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
