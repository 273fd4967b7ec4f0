using System.Globalization;
using System.Runtime.CompilerServices;

namespace Segmentation.Survival;

/// <summary>Times as ranks among the distinct times, so that records can be counted by time instead of being sorted.</summary>
/// <param name="Times">The distinct times, ascending.</param>
/// <param name="Rank">Length n. The zero-based place of each record's time among them.</param>
/// <param name="Order">Length n. The records in the order of their times; empty where whole times were counted, which needs no order.</param>
internal sealed record TimeRanks(double[] Times, int[] Rank, int[] Order)
{
    // Whole times up to here are counted in a table of this size at most; others are sorted once.
    private const int LargestCounted = 1 << 16;

    // Below this many records comparing beats counting digits.
    private const int FewestRadix = 2048;
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = (64 + DigitBits - 1) / DigitBits;

    // A curve and a test of the same times share one sort.
    private static readonly ConditionalWeakTable<EventTimes, TimeRanks> Known = [];

    /// <summary>Returns the ranks of the exits.</summary>
    public static TimeRanks Of(EventTimes times) => Known.GetValue(times, t => Of(t.Exit.AsSpan()));

    /// <exception cref="ArgumentException">A time is negative or not finite.</exception>
    public static TimeRanks Of(ReadOnlySpan<double> time)
    {
        var (largest, whole) = (0d, true);
        for (var i = 0; i < time.Length; i++)
        {
            if (!(time[i] >= 0 && double.IsFinite(time[i])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the time of record {i} is {time[i]} but must be a finite number of at least 0."), nameof(time));
            largest = Math.Max(largest, time[i]);
            whole &= time[i] == Math.Floor(time[i]);
        }

        return whole && largest < LargestCounted ? Counted(time, (int)largest) : Sorted(time);
    }

    private static TimeRanks Counted(ReadOnlySpan<double> time, int largest)
    {
        var rankOf = new int[largest + 1];
        foreach (var t in time) rankOf[(int)t] = 1;
        var times = new List<double>();
        for (var t = 0; t <= largest; t++)
        {
            if (rankOf[t] == 0) continue;
            rankOf[t] = times.Count;
            times.Add(t);
        }

        var rank = new int[time.Length];
        for (var i = 0; i < rank.Length; i++) rank[i] = rankOf[(int)time[i]];
        return new([.. times], rank, []);
    }

    private static TimeRanks Sorted(ReadOnlySpan<double> time)
    {
        var (keys, order) = (new ulong[time.Length], new int[time.Length]);

        // The bits of numbers of at least 0 are in the order of the numbers; adding 0 makes -0 one of them.
        for (var i = 0; i < keys.Length; i++) (keys[i], order[i]) = (BitConverter.DoubleToUInt64Bits(time[i] + 0.0), i);
        if (keys.Length < FewestRadix) Array.Sort(keys, order);
        else (keys, order) = Radix(keys, order);
        var distinct = keys.Length == 0 ? 0 : 1;
        for (var i = 1; i < keys.Length; i++) distinct += keys[i] != keys[i - 1] ? 1 : 0;
        var (times, rank, last) = (new double[distinct], new int[keys.Length], -1);
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) times[++last] = BitConverter.UInt64BitsToDouble(keys[i]);
            rank[order[i]] = last;
        }

        return new(times, rank, order);
    }

    // By the lowest digit first, each pass keeping the order of the one before; a digit that all share is passed over.
    private static (ulong[] Keys, int[] Order) Radix(ulong[] keys, int[] order)
    {
        var counts = new int[Passes * Digits];
        foreach (var key in keys)
        {
            for (var pass = 0; pass < Passes; pass++) counts[(pass * Digits) + (int)((key >> (pass * DigitBits)) & (Digits - 1))]++;
        }

        var (otherKeys, otherOrder) = (new ulong[keys.Length], new int[keys.Length]);
        for (var pass = 0; pass < Passes; pass++)
        {
            var first = counts.AsSpan(pass * Digits, Digits);
            var (shift, next) = (pass * DigitBits, 0);
            if (first.Contains(keys.Length)) continue;
            for (var digit = 0; digit < Digits; digit++) (first[digit], next) = (next, next + first[digit]);
            for (var i = 0; i < keys.Length; i++)
            {
                var at = first[(int)((keys[i] >> shift) & (Digits - 1))]++;
                otherKeys[at] = keys[i];
                otherOrder[at] = order[i];
            }

            (keys, otherKeys, order, otherOrder) = (otherKeys, keys, otherOrder, order);
        }

        return (keys, order);
    }
}
