namespace Segmentation.Survival;

/// <summary>Times as ranks among the distinct times, so that records can be counted by time instead of being sorted.</summary>
/// <param name="Times">The distinct times, ascending.</param>
/// <param name="Rank">Length n. The zero-based place of each record's time among them.</param>
internal sealed record TimeRanks(double[] Times, int[] Rank)
{
    // Whole times up to here are counted in a table of this size at most; others are sorted once.
    private const int LargestCounted = 1 << 16;

    /// <exception cref="ArgumentException">A time is negative or not finite.</exception>
    public static TimeRanks Of(ReadOnlySpan<double> time)
    {
        var (largest, whole) = (0d, true);
        for (var i = 0; i < time.Length; i++)
        {
            if (!(time[i] >= 0 && double.IsFinite(time[i])))
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the time of record {i} is {time[i]} but must be a finite number of at least 0."), nameof(time));
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
        return new([.. times], rank);
    }

    private static TimeRanks Sorted(ReadOnlySpan<double> time)
    {
        var (keys, rows) = (time.ToArray(), new int[time.Length]);
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        Array.Sort(keys, rows);
        var (times, rank) = (new List<double>(), new int[keys.Length]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) times.Add(keys[i]);
            rank[rows[i]] = times.Count - 1;
        }

        return new([.. times], rank);
    }
}
