using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Statistics;

namespace Segmentation.Distribute;

/// <summary>Compares one dimension of two assignments.</summary>
internal static class DimensionDrifts
{
    private const string NewSegments = "segments that the baseline did not have";

    public static DimensionDrift Of(
        DimensionAssignment before, DimensionAssignment after, RecordAssignment baseline, RecordAssignment current, RecordPairs pairs,
        (SegmentationFramework Before, SegmentationFramework After) frameworks, PlaybookLimits limits, ImmutableArray<string>.Builder notes)
    {
        var (of, name) = (after.Dimension.Of, after.Dimension.Name);
        var excludes = frameworks.Before.Exclusions.Concat(frameworks.After.Exclusions).Any(e => e.Of == of);
        ImmutableArray<string> named = [.. after.Dimension.Segments.Concat(before.Dimension.Segments).Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        ImmutableArray<string> places = [.. named.Append(DimensionAssignment.Unassigned).Concat(excludes ? [DimensionAssignment.Excluded] : []).Distinct(StringComparer.OrdinalIgnoreCase)];
        Say(before, after, "is only in the baseline: its records count as having left it");
        Say(after, before, "is not in the baseline: its records count as having entered it");

        var flows = Flows(places, before, after, baseline.Records, current.Records, pairs);
        var segments = places.Select((_, place) => SegmentOf(flows, place, places, pairs.Common > 0, limits)).ToImmutableArray();
        var (bins, was, now) = Bins(segments, before);
        var hasBoth = was.Sum() > 0 && now.Sum() > 0;
        var count = PopulationStability.Bins(was, now);
        var index = PopulationStability.Index(was, now);
        var (critical, p) = hasBoth ? (PopulationStability.CriticalValue(count, was.Sum(), now.Sum(), limits.Confidence), PopulationStability.PValue(index, count, was.Sum(), now.Sum())) : (0, 1);
        return new DimensionDrift
        {
            Of = of,
            Dimension = name,
            Segments = segments,
            Migration = new DriftMigration { Of = of, Dimension = name, Segments = places, Flows = [.. flows.Cast<DriftFlow?>().OfType<DriftFlow>()] },
            BaselineRecords = was.Sum(),
            CurrentRecords = now.Sum(),
            Bins = bins,
            BaselineShares = was.Sum() == 0 ? [] : [.. was.Select(c => c / (double)was.Sum())],
            StabilityIndex = hasBoth ? index : null,
            StabilityCriticalValue = hasBoth ? critical : null,
            StabilityPValue = hasBoth ? p : null,
            ChiSquare = ChiSquareTest.Of(new[] { was, now }),
            JensenShannon = hasBoth ? Divergence.JensenShannon(was, now) : null,
            Hellinger = hasBoth ? Divergence.Hellinger(was, now) : null,
            TotalVariation = hasBoth ? Divergence.TotalVariation(was, now) : null,
            Verdict = hasBoth ? Words(index, critical, limits) : "nothing to compare: a side has no records",
        };

        void Say(DimensionAssignment has, DimensionAssignment lacks, string what) => notes.AddRange(has.Dimension.Segments
            .Where(s => !lacks.Dimension.Segments.Any(l => l.Name.Equals(s.Name, StringComparison.OrdinalIgnoreCase))).Select(s => $"Segment '{s.Name}' of '{name}' {what}."));
    }

    private static string Words(double index, double critical, PlaybookLimits limits)
    {
        var size = index > limits.PopulationStabilityLarge ? "large" : index > limits.PopulationStabilityModerate ? "moderate" : "small";
        return index > critical ? $"shifted by more than chance, {size} by custom" : size == "small" ? "no shift beyond chance" : $"no shift beyond chance, though {size} by custom: too few records to tell";
    }

    /// <summary>Fixed by the baseline: what it did not have is one bin more, not as many as there are new names.</summary>
    private static (ImmutableArray<string> Bins, int[] Baseline, int[] Current) Bins(ImmutableArray<SegmentDrift> segments, DimensionAssignment before)
    {
        var known = before.Dimension.Segments.Select(s => s.Name).Append(DimensionAssignment.Unassigned).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counted = segments.Where(s => s.Segment != DimensionAssignment.Excluded).ToArray();
        var bins = counted.Where(s => known.Contains(s.Segment)).ToList();
        if (counted.Length == bins.Count) return ([.. bins.Select(s => s.Segment)], [.. bins.Select(s => s.Baseline)], [.. bins.Select(s => s.Current)]);
        return ([.. bins.Select(s => s.Segment), NewSegments], [.. bins.Select(s => s.Baseline), 0], [.. bins.Select(s => s.Current), counted.Where(s => !known.Contains(s.Segment)).Sum(s => s.Current)]);
    }

    /// <summary>Returns the flow from each place to each, row by row; the last row is new records, the last column lost ones.</summary>
    private static DriftFlow?[] Flows(ImmutableArray<string> places, DimensionAssignment before, DimensionAssignment after, FrameworkRecords baseline, FrameworkRecords current, RecordPairs pairs)
    {
        var size = places.Length + 1;
        var (records, arrBefore, arrAfter) = (new int[size * size], new double[size * size], new double[size * size]);
        var hasArr = after.Dimension.Of == EntityKind.Accounts && (baseline.Arr ?? current.Arr) is not null;
        var (from, to) = (PlaceOf(before, places), PlaceOf(after, places));
        for (var row = 0; row < current.Count; row++)
        {
            var earlier = pairs.Earlier[row];
            Add(earlier < 0 ? places.Length : from[earlier], to[row], Arr(baseline, earlier), Arr(current, row));
        }

        foreach (var row in pairs.Lost) Add(from[row], places.Length, Arr(baseline, row), 0);
        return [.. Enumerable.Range(0, size * size).Select(cell => cell == records.Length - 1 ? null : new DriftFlow(
            cell / size == places.Length ? DriftMigration.New : places[cell / size],
            cell % size == places.Length ? DriftMigration.Lost : places[cell % size],
            records[cell], hasArr ? arrBefore[cell] : null, hasArr ? arrAfter[cell] : null))];

        void Add(int f, int t, double was, double now)
        {
            var cell = (f * size) + t;
            records[cell]++;
            arrBefore[cell] += was;
            arrAfter[cell] += now;
        }

        static double Arr(FrameworkRecords records, int row) => row < 0 ? 0 : records.Arr?[row] ?? 0;
    }

    private static int[] PlaceOf(DimensionAssignment dimension, ImmutableArray<string> places)
    {
        var index = places.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i, StringComparer.OrdinalIgnoreCase);
        return [.. Enumerable.Range(0, dimension.Segment.Length).Select(row => index[dimension.NameOf(row)])];
    }

    private static SegmentDrift SegmentOf(DriftFlow?[] flows, int place, ImmutableArray<string> places, bool isPaired, PlaybookLimits limits)
    {
        var size = places.Length + 1;
        DriftFlow[] row = [.. Enumerable.Range(0, size).Select(t => flows[(place * size) + t]!)];
        DriftFlow[] column = [.. Enumerable.Range(0, size).Select(f => flows[(f * size) + place]!)];
        var (stayed, lost, came) = (row[place], row[^1], column[^1]);
        var (baseline, current) = (row.Sum(f => f.Records), column.Sum(f => f.Records));
        var (enter, leave) = (current - stayed.Records, baseline - stayed.Records);
        Interval? interval = baseline == 0 ? null
            : isPaired ? NetChangeInterval.Paired(enter, leave, baseline, limits.Confidence) : NetChangeInterval.Independent(baseline, current, limits.Confidence);
        return new SegmentDrift(places[place], baseline, current)
        {
            ReclassifiedIn = enter - came.Records,
            ReclassifiedOut = leave - lost.Records,
            New = came.Records,
            Lost = lost.Records,
            Interval = interval,
            IsOutside = DriftRule.IsOutside(baseline, current, limits.SegmentChange),
            Verdict = DriftRule.Judge(baseline, current, interval, limits.SegmentChange),
            Arr = stayed.ArrBaseline is null ? null : ArrOf(row, column, place, limits),
        };
    }

    private static SegmentArrDrift ArrOf(DriftFlow[] row, DriftFlow[] column, int place, PlaybookLimits limits)
    {
        var (was, now) = (row.Sum(f => f.ArrBaseline!.Value), column.Sum(f => f.ArrCurrent!.Value));
        return new SegmentArrDrift(was, now)
        {
            ReclassifiedIn = Others(column).Sum(f => f.ArrCurrent!.Value),
            ReclassifiedOut = Others(row).Sum(f => f.ArrBaseline!.Value),
            New = column[^1].ArrCurrent!.Value,
            Lost = row[^1].ArrBaseline!.Value,
            Stayed = row[place].ArrCurrent!.Value - row[place].ArrBaseline!.Value,
            IsOutside = DriftRule.IsOutside(was, now, limits.SegmentChange),
        };

        IEnumerable<DriftFlow> Others(DriftFlow[] flows) => flows[..^1].Where((_, i) => i != place);
    }
}
