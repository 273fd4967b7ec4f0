using System.Buffers;

namespace Segmentation.Cuts;

/// <summary>
/// Running sums of records, amounts and events over values in ascending order, and from them which bands limits allow. A band is the values from j up to but not including i, 0 ≤ j &lt; i ≤ n.
/// Its arrays are rented; dispose it.
/// </summary>
/// <remarks>Every sum only grows with the values, so the bands that may end at i begin in one window [lower(i), upper(i)], and neither end of the window moves back as i grows. That is all that a solver
/// has to know of limits.</remarks>
internal sealed class BandSums : IDisposable
{
    private readonly int[] records;
    private readonly int[] events;
    private readonly double[] amounts;
    private readonly int[] lower;
    private readonly int[] upper;
    private readonly bool hasEvents;

    /// <summary>Initializes a new instance of the <see cref="BandSums"/> class.</summary>
    /// <param name="counts">Length n: the records of each value.</param>
    /// <param name="paid">Length n: what they pay.</param>
    /// <param name="happened">Length n: the events among them; empty where none are known, and then no limit on events counts.</param>
    public BandSums(ReadOnlySpan<int> counts, ReadOnlySpan<double> paid, ReadOnlySpan<int> happened)
    {
        Length = counts.Length;
        hasEvents = !happened.IsEmpty;
        records = ArrayPool<int>.Shared.Rent(Length + 1);
        events = ArrayPool<int>.Shared.Rent(Length + 1);
        amounts = ArrayPool<double>.Shared.Rent(Length + 1);
        lower = ArrayPool<int>.Shared.Rent(Length + 1);
        upper = ArrayPool<int>.Shared.Rent(Length + 1);
        (records[0], events[0], amounts[0]) = (0, 0, 0);
        for (var i = 0; i < Length; i++)
        {
            records[i + 1] = records[i] + counts[i];
            amounts[i + 1] = amounts[i] + (paid.IsEmpty ? 0 : paid[i]);
            events[i + 1] = events[i] + (hasEvents ? happened[i] : 0);
        }
    }

    /// <summary>Gets the number of values n.</summary>
    public int Length { get; }

    /// <summary>Gets the number of records.</summary>
    public int Records => records[Length];

    /// <summary>Gets the number of events.</summary>
    public int Events => events[Length];

    /// <summary>Gets what all records pay.</summary>
    public double Amount => amounts[Length];

    /// <summary>Gets, for each end i in 0..n, the first value at which a band may begin.</summary>
    public ReadOnlySpan<int> Lower => lower.AsSpan(0, Length + 1);

    /// <summary>Gets, for each end i in 0..n, the last value at which a band may begin; less than <see cref="Lower"/> where none may end there.</summary>
    public ReadOnlySpan<int> Upper => upper.AsSpan(0, Length + 1);

    /// <summary>Returns the most records that a share allows: the largest whole number that is no larger a share of all.</summary>
    /// <param name="share">A proportion.</param>
    public int MostRecords(double share)
    {
        var most = (int)Math.Clamp(Math.Floor(share * Records), 0, Records);
        return most < Records && (most + 1) / (double)Records <= share ? most + 1 : most > 0 && most / (double)Records > share ? most - 1 : most;
    }

    /// <summary>Sets <see cref="Lower"/> and <see cref="Upper"/> to what limits allow.</summary>
    /// <param name="limits">The limits; the numbers of bands in it do not count here.</param>
    public void Allow(BandLimits limits)
    {
        var most = MostRecords(limits.LargestShare);
        var (from, to) = (0, -1);
        (lower[0], upper[0]) = (0, -1);
        for (var i = 1; i <= Length; i++)
        {
            while (from < i && records[i] - records[from] > most) from++;
            while (to + 1 < i && records[i] - records[to + 1] >= limits.FewestRecords && (limits.LeastAmount <= 0 || amounts[i] - amounts[to + 1] >= limits.LeastAmount)
                && (!hasEvents || events[i] - events[to + 1] >= limits.FewestEvents)) to++;
            (lower[i], upper[i]) = (from, to);
        }
    }

    /// <summary>Returns whether any cuts meet limits, the numbers of bands among them.</summary>
    /// <param name="limits">The limits.</param>
    public bool CanMeet(BandLimits limits)
    {
        Allow(limits);

        // reached[i] counts the ends before i that so many bands can have; a window of ends has one if its ends' counts differ.
        var reached = ArrayPool<int>.Shared.Rent(Length + 2);
        var next = ArrayPool<int>.Shared.Rent(Length + 2);
        try
        {
            for (var i = 0; i <= Length + 1; i++) reached[i] = i == 0 ? 0 : 1;
            for (var bands = 1; bands <= Math.Min(limits.Most, Length); bands++)
            {
                next[0] = 0;
                for (var i = 0; i <= Length; i++) next[i + 1] = next[i] + (upper[i] >= lower[i] && reached[upper[i] + 1] > reached[lower[i]] ? 1 : 0);
                if (bands >= limits.Fewest && next[Length + 1] > next[Length]) return true;
                if (next[Length + 1] == 0) return false;
                (reached, next) = (next, reached);
            }

            return false;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(reached);
            ArrayPool<int>.Shared.Return(next);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(records);
        ArrayPool<int>.Shared.Return(events);
        ArrayPool<double>.Shared.Return(amounts);
        ArrayPool<int>.Shared.Return(lower);
        ArrayPool<int>.Shared.Return(upper);
    }
}
