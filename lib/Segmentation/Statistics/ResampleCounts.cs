using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Statistics;

/// <summary>Draws n of n records with replacement, as counts.</summary>
/// <remarks>
/// Counts of n draws are n independent Poisson counts of mean 1, given that they sum to n (the multinomial as a conditioned Poisson: G. P. Steck, "Limit Theorems for Conditional
/// Distributions", University of California Publications in Statistics 2(12), 1957, 237-284). So each record is given a Poisson count, which writes memory once in order; then the few draws (about √n) by which
/// the sum is off are added to records at random, or taken from draws at random. The result is exactly multinomial, and whole numbers do not depend on the width of vectors.
/// </remarks>
internal static class ResampleCounts
{
    // 16 bits a count, 16 counts a vector, 4 words of 64 bits.
    private const int Cells = 1 << 16;
    private const int Middle = Cells / 2;
    private const int Lanes = 16;
    private const int WordsEach = 4;
    private const int Words = 64 * WordsEach;
    private const int MostCount = 100;

    // The cells of [0, 1), less the middle, in which the distribution function of the count steps to 1, 2, …; every step to 8 or more lies in the last cell.
    private static readonly Vector256<short> Step1 = Step(1);
    private static readonly Vector256<short> Step2 = Step(2);
    private static readonly Vector256<short> Step3 = Step(3);
    private static readonly Vector256<short> Step4 = Step(4);
    private static readonly Vector256<short> Step5 = Step(5);
    private static readonly Vector256<short> Step6 = Step(6);
    private static readonly Vector256<short> Step7 = Step(7);
    private static readonly Vector256<short> Step8 = Step(8);

    /// <summary>Fills the counts.</summary>
    /// <param name="random">The stream; some n / 4 of its words are used.</param>
    /// <param name="times">Length n, at least 1: how often each record is drawn, summing to n.</param>
    public static void Draw(SeededRandom random, Span<int> times)
    {
        Span<ulong> words = stackalloc ulong[Words];
        var (sums, next) = (Vector256<int>.Zero, Words);
        var i = 0;
        for (; i + Lanes <= times.Length; i += Lanes, next += WordsEach)
        {
            if (next == Words)
            {
                random.Fill(words);
                next = 0;
            }

            var (low, high) = Vector256.Widen(Counts(Vector256.Create<ulong>(words.Slice(next, WordsEach)).AsInt16(), random));
            low.CopyTo(times[i..]);
            high.CopyTo(times[(i + (Lanes / 2))..]);
            sums += low + high;
        }

        var total = Vector256.Sum(sums);
        for (; i < times.Length; i++) total += times[i] = Count(random.NextDouble());
        for (; total < times.Length; total++) times[random.Next(times.Length)]++;
        if (total == times.Length) return;
        var most = 0;
        foreach (var count in times) most = Math.Max(most, count);
        while (total > times.Length)
        {
            // A draw at random: a record, taken with a probability proportional to its count.
            var record = random.Next(times.Length);
            if (random.Next(most) >= times[record]) continue;
            times[record]--;
            total--;
        }
    }

    // Each step below the cell adds 1 (a comparison gives -1); in the cell of a step more bits decide.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Counts(Vector256<short> cells, SeededRandom random)
    {
        var counts = -(Vector256.GreaterThan(cells, Step1) + Vector256.GreaterThan(cells, Step2) + Vector256.GreaterThan(cells, Step3) + Vector256.GreaterThan(cells, Step4)
            + Vector256.GreaterThan(cells, Step5) + Vector256.GreaterThan(cells, Step6) + Vector256.GreaterThan(cells, Step7));
        var undecided = Vector256.Equals(cells, Step1) | Vector256.Equals(cells, Step2) | Vector256.Equals(cells, Step3) | Vector256.Equals(cells, Step4)
            | Vector256.Equals(cells, Step5) | Vector256.Equals(cells, Step6) | Vector256.Equals(cells, Step7) | Vector256.Equals(cells, Step8);
        return undecided == Vector256<short>.Zero ? counts : Decided(counts, undecided, cells, random);
    }

    private static Vector256<short> Decided(Vector256<short> counts, Vector256<short> undecided, Vector256<short> cells, SeededRandom random)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (undecided[lane] != 0) counts = counts.WithElement(lane, (short)Count((cells[lane] + Middle + random.NextDouble()) / Cells));
        }

        return counts;
    }

    // The smallest count whose distribution function Σ e^-1 / j! exceeds u.
    private static int Count(double u)
    {
        var (count, mass) = (0, Math.Exp(-1));
        for (var below = mass; u >= below && count < MostCount; below += mass) mass /= ++count;
        return count;
    }

    private static Vector256<short> Step(int to)
    {
        var (below, mass) = (0d, Math.Exp(-1));
        for (var count = 1; count <= to; mass /= count++) below += mass;
        return Vector256.Create((short)((int)(below * Cells) - Middle));
    }
}
