namespace Segmentation.Statistics;

/// <summary>Draws n of n records with replacement, as counts.</summary>
/// <remarks>
/// Counts of n draws are n independent Poisson counts of mean 1, given that they sum to n (the multinomial as a conditioned Poisson: G. P. Steck, "Limit Theorems for Conditional
/// Distributions", 1957). So each record is given a Poisson count, which reads memory once in order; then the few draws (about √n) by which the sum is off are added to records at random,
/// or taken from draws at random. The result is exactly multinomial.
/// </remarks>
internal static class ResampleCounts
{
    private const int PrefixBits = 12;
    private const int Prefixes = 1 << PrefixBits;
    private const byte Undecided = byte.MaxValue;

    // Poisson counts by the first bits of a uniform number; undecided where a step of the distribution function lies inside.
    private static readonly byte[] ByPrefix = Table();

    /// <summary>Fills the counts.</summary>
    /// <param name="random">The stream; some n / 5 of its words are used.</param>
    /// <param name="times">Length n, at least 1: how often each record is drawn, summing to n.</param>
    public static void Draw(SeededRandom random, Span<int> times)
    {
        var (total, most) = (0, 1);
        var table = ByPrefix.AsSpan();
        for (var i = 0; i < times.Length;)
        {
            var bits = random.NextBits();
            for (var end = Math.Min(i + (64 / PrefixBits), times.Length); i < end; i++)
            {
                var prefix = (int)(bits & (Prefixes - 1));
                bits >>= PrefixBits;
                int count = table[prefix];
                if (count == Undecided) count = Count((prefix + random.NextDouble()) / Prefixes);
                times[i] = count;
                total += count;
                most = Math.Max(most, count);
            }
        }

        for (; total < times.Length; total++) times[random.Next(times.Length)]++;
        while (total > times.Length)
        {
            // A draw at random: a record, taken with a probability proportional to its count.
            var record = random.Next(times.Length);
            if (random.Next(most) >= times[record]) continue;
            times[record]--;
            total--;
        }
    }

    // The smallest count whose distribution function Σ e^-1 / j! exceeds u.
    private static int Count(double u)
    {
        var (count, mass) = (0, Math.Exp(-1));
        for (var below = mass; u >= below && count < Undecided - 1; below += mass) mass /= ++count;
        return count;
    }

    private static byte[] Table()
    {
        var table = new byte[Prefixes];
        for (var prefix = 0; prefix < Prefixes; prefix++)
        {
            var (first, last) = (Count((double)prefix / Prefixes), Count(Math.BitDecrement((prefix + 1d) / Prefixes)));
            table[prefix] = first == last ? (byte)first : Undecided;
        }

        return table;
    }
}
