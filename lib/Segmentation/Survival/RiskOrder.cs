using System.Globalization;

namespace Segmentation.Survival;

/// <summary>Records stratum after stratum, in each by time: the order in which risk sets are walked.</summary>
internal sealed class RiskOrder
{
    /// <exception cref="ArgumentException">There is not one stratum a record, or one is negative.</exception>
    public RiskOrder(EventTimes times, ReadOnlySpan<int> strata)
    {
        if (strata.Length > 0 && strata.Length != times.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"strata has {strata.Length} values but there are {times.Count} records; it needs one a record, or none."), nameof(strata));
        var ranks = TimeRanks.Of(times.Exit.AsSpan());
        Times = ranks.Times;
        var most = 0;
        foreach (var s in strata)
        {
            if (s < 0) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a stratum is {s} but must be at least 0."), nameof(strata));
            most = Math.Max(most, s);
        }

        var rows = Counted(Identity(times.Count), ranks.Rank, Times.Length);
        var stratum = strata.ToArray();
        if (stratum.Length > 0) rows = Counted(rows, stratum, most + 1);
        (Rows, Rank, HasEvent) = (rows, new int[rows.Length], new bool[rows.Length]);
        var bounds = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            (Rank[i], HasEvent[i]) = (ranks.Rank[rows[i]], times.HasEvent[rows[i]]);
            if (i == 0 || (stratum.Length > 0 && stratum[rows[i]] != stratum[rows[i - 1]])) bounds.Add(i);
        }

        bounds.Add(rows.Length);
        Bounds = rows.Length == 0 ? [0] : [.. bounds];
        if (times.Entry.Length == 0) return;

        // A record is at risk at the times of rank EntryRank to Rank.
        EntryRank = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var at = Array.BinarySearch(Times, times.Entry[rows[i]]);
            EntryRank[i] = at >= 0 ? at + 1 : ~at;
        }

        var order = Counted(Identity(rows.Length), EntryRank, Times.Length + 1);
        Entering = stratum.Length > 0 ? Counted(order, [.. rows.Select(r => stratum[r])], most + 1) : order;
    }

    /// <summary>Gets the distinct times of leaving, ascending.</summary>
    public double[] Times { get; }

    /// <summary>Gets, length n, the zero-based record of each place.</summary>
    public int[] Rows { get; }

    /// <summary>Gets, length n, the place of the record's time in <see cref="Times"/>.</summary>
    public int[] Rank { get; }

    /// <summary>Gets, length n, whether the event happened then.</summary>
    public bool[] HasEvent { get; }

    /// <summary>Gets the first place of each stratum, and n.</summary>
    public int[] Bounds { get; }

    /// <summary>Gets, length n, the first place in <see cref="Times"/> at which the record is at risk; empty where all are from the first.</summary>
    public int[] EntryRank { get; } = [];

    /// <summary>Gets the places of the records by stratum and <see cref="EntryRank"/>; empty where all are at risk from the first.</summary>
    public int[] Entering { get; } = [];

    /// <summary>Returns the Kaplan-Meier curve of all records together just before each time.</summary>
    public double[] SurvivalBefore()
    {
        var (leaving, entering, events) = (new int[Times.Length], new int[Times.Length + 1], new int[Times.Length]);
        for (var i = 0; i < Rows.Length; i++)
        {
            leaving[Rank[i]]++;
            entering[EntryRank.Length > 0 ? EntryRank[i] : 0]++;
            if (HasEvent[i]) events[Rank[i]]++;
        }

        var before = new double[Times.Length];
        var (survival, atRisk) = (1d, 0);
        for (var t = 0; t < before.Length; t++)
        {
            atRisk += entering[t];
            before[t] = survival;
            survival *= 1 - ((double)events[t] / atRisk);
            atRisk -= leaving[t];
        }

        return before;
    }

    private static int[] Identity(int count)
    {
        var all = new int[count];
        for (var i = 0; i < count; i++) all[i] = i;
        return all;
    }

    // Items in the order of their keys, those of one key as they came.
    private static int[] Counted(int[] items, int[] keyOf, int keys)
    {
        var next = new int[keys + 1];
        foreach (var item in items) next[keyOf[item] + 1]++;
        for (var k = 0; k < keys; k++) next[k + 1] += next[k];
        var sorted = new int[items.Length];
        foreach (var item in items) sorted[next[keyOf[item]]++] = item;
        return sorted;
    }
}
