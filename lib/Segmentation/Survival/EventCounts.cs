using System.Globalization;

namespace Segmentation.Survival;

/// <summary>Records counted by time and group: what every estimate and test of the leaf rests on.</summary>
/// <param name="Times">The distinct times at which records left, ascending; t of them.</param>
/// <param name="Groups">Number of groups k.</param>
/// <param name="Leaving">Length t·k, time after time. Records last seen at the time, with and without event.</param>
/// <param name="Events">Aligned. Those of them with the event.</param>
/// <param name="Entering">Aligned. Records for which the time is the first that finds them under watch; empty where all were from the start.</param>
internal sealed record EventCounts(double[] Times, int Groups, int[] Leaving, int[] Events, int[] Entering)
{
    /// <exception cref="ArgumentException">The groups are not aligned with the times, or one is outside its range.</exception>
    public static EventCounts Of(EventTimes times, ReadOnlySpan<int> group, int groups)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (group.Length != times.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"group has {group.Length} values but there are times of {times.Count} records; both need one a record."), nameof(group));
        for (var i = 0; i < group.Length; i++)
        {
            if ((uint)group[i] >= (uint)groups) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the group of record {i} is {group[i]} but must be in 0 to {groups - 1}."), nameof(group));
        }

        return Count(times, group, groups);
    }

    /// <summary>Returns the counts of one group of all records.</summary>
    public static EventCounts OfAll(EventTimes times) => Count(times, [], 1);

    /// <summary>Returns how many records of each group are under watch before anything happened.</summary>
    public int[] AtRiskFirst()
    {
        var atRisk = new int[Groups];
        if (Entering.Length > 0) return atRisk;
        for (var cell = 0; cell < Leaving.Length; cell += Groups)
        {
            for (var g = 0; g < Groups; g++) atRisk[g] += Leaving[cell + g];
        }

        return atRisk;
    }

    private static EventCounts Count(EventTimes times, ReadOnlySpan<int> group, int groups)
    {
        var ranks = TimeRanks.Of(times);
        var hasEvent = times.HasEvent.AsSpan();
        var entry = times.Entry.AsSpan();
        var cells = ranks.Times.Length * groups;
        var (leaving, events, entering) = (new int[cells], new int[cells], entry.Length > 0 ? new int[cells] : []);
        for (var i = 0; i < times.Count; i++)
        {
            // In the order of the times where they were sorted, so that counting walks through memory once.
            var record = ranks.Order.Length > 0 ? ranks.Order[i] : i;
            var own = group.Length > 0 ? group[record] : 0;
            var cell = (ranks.Rank[record] * groups) + own;
            leaving[cell]++;
            if (hasEvent[record]) events[cell]++;
            if (entry.Length == 0) continue;

            // At risk where entry < t: from the first time above the entry.
            var from = Array.BinarySearch(ranks.Times, entry[record]);
            entering[((from < 0 ? ~from : from + 1) * groups) + own]++;
        }

        return new(ranks.Times, groups, leaving, events, entering);
    }
}
