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
        DimensionAssignment before, DimensionAssignment after, RecordAssignment baseline, RecordAssignment current, RecordJoin join,
        (SegmentationFramework Before, SegmentationFramework After) frameworks, PlaybookLimits limits, ImmutableArray<string>.Builder notes)
    {
        var (of, name) = (after.Dimension.Of, after.Dimension.Name);
        var excludes = frameworks.Before.Exclusions.Concat(frameworks.After.Exclusions).Any(e => e.Of == of);
        ImmutableArray<string> named = [.. after.Dimension.Segments.Concat(before.Dimension.Segments).Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        ImmutableArray<string> places = [.. named.Append(DimensionAssignment.Unassigned).Concat(excludes ? [DimensionAssignment.Excluded] : []).Distinct(StringComparer.OrdinalIgnoreCase)];
        Say(before, after, "is only in the baseline: its records count as having left it");
        Say(after, before, "is not in the baseline: its records count as having entered it");

        var (from, to) = (PlaceOf(before, places), PlaceOf(after, places));
        var hasArr = of == EntityKind.Accounts && (baseline.Records.Arr ?? current.Records.Arr) is not null;
        DriftFlow[] each = [.. Each(baseline.Records, current.Records, join, from, to, places.Length)];
        var segments = places.Select((_, place) => SegmentOf(each, place, places, hasArr, !join.Both.IsEmpty, limits)).ToImmutableArray();
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
            Migration = MovementMatrix.Tally(of, name, places.Except([DimensionAssignment.Unassigned, DimensionAssignment.Excluded]), !join.New.IsEmpty, !join.Lost.IsEmpty, each.Select(f => (
                f.From == places.Length ? MovementMatrix.New : places[f.From], f.To == places.Length ? MovementMatrix.Lost : places[f.To], (double?)(f.To == places.Length ? f.ArrBaseline : f.ArrCurrent))), hasArr),
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

    private static IEnumerable<DriftFlow> Each(FrameworkRecords baseline, FrameworkRecords current, RecordJoin join, int[] from, int[] to, int none)
    {
        foreach (var (b, a) in join.Both) yield return new(from[b], to[a], 1, baseline.Arr?[b] ?? 0, current.Arr?[a] ?? 0);
        foreach (var a in join.New) yield return new(none, to[a], 1, 0, current.Arr?[a] ?? 0);
        foreach (var b in join.Lost) yield return new(from[b], none, 1, baseline.Arr?[b] ?? 0, 0);
    }

    private static int[] PlaceOf(DimensionAssignment dimension, ImmutableArray<string> places)
    {
        var index = places.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i, StringComparer.OrdinalIgnoreCase);
        return [.. Enumerable.Range(0, dimension.Segment.Length).Select(row => index[dimension.NameOf(row)])];
    }

    private static SegmentDrift SegmentOf(DriftFlow[] each, int place, ImmutableArray<string> places, bool hasArr, bool isPaired, PlaybookLimits limits)
    {
        var none = places.Length;
        var (stayed, movedIn, movedOut, came, lost) = (
            Total(f => f.From == place && f.To == place),
            Total(f => f.From != place && f.From != none && f.To == place),
            Total(f => f.From == place && f.To != place && f.To != none),
            Total(f => f.From == none && f.To == place),
            Total(f => f.From == place && f.To == none));
        var (enter, leave) = (movedIn.Records + came.Records, movedOut.Records + lost.Records);
        var (baseline, current) = (stayed.Records + leave, stayed.Records + enter);
        var (arrWas, arrNow) = (stayed.ArrBaseline + movedOut.ArrBaseline + lost.ArrBaseline, stayed.ArrCurrent + movedIn.ArrCurrent + came.ArrCurrent);
        Interval? interval = baseline == 0 ? null
            : isPaired ? NetChangeInterval.Paired(enter, leave, baseline, limits.Confidence) : NetChangeInterval.Independent(baseline, current, limits.Confidence);
        return new SegmentDrift(places[place], baseline, current)
        {
            ReclassifiedIn = movedIn.Records,
            ReclassifiedOut = movedOut.Records,
            New = came.Records,
            Lost = lost.Records,
            Interval = interval,
            IsOutside = DriftRule.IsOutside(baseline, current, limits.SegmentChange),
            Verdict = DriftRule.Judge(baseline, current, interval, limits.SegmentChange),
            Arr = !hasArr ? null : new SegmentArrDrift(arrWas, arrNow)
            {
                ReclassifiedIn = movedIn.ArrCurrent,
                ReclassifiedOut = movedOut.ArrBaseline,
                New = came.ArrCurrent,
                Lost = lost.ArrBaseline,
                Stayed = stayed.ArrCurrent - stayed.ArrBaseline,
                IsOutside = DriftRule.IsOutside(arrWas, arrNow, limits.SegmentChange),
            },
        };

        DriftFlow Total(Func<DriftFlow, bool> counts) => each.Where(counts).Aggregate(
            new DriftFlow(place, place, 0, 0, 0), (sum, f) => sum with { Records = sum.Records + 1, ArrBaseline = sum.ArrBaseline + f.ArrBaseline, ArrCurrent = sum.ArrCurrent + f.ArrCurrent });
    }
}
