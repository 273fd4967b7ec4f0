using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Playbook;

namespace Segmentation.Distribute;

/// <summary>Counts one dimension: one pass over the places of its records, and one over the paying ones for the medians.</summary>
internal static class DimensionCount
{
    public static DimensionDistribution Of(DimensionAssignment assigned, EntityKind of, ArrAmounts amounts, PlaybookLimits limits, DistributionOptions options)
    {
        var segments = assigned.Dimension.Segments;
        var last = segments.Length;
        var (records, overridden, paying) = (new int[last + 1], new int[last + 1], new int[last + 1]);
        var (arr, largest) = (new double[last + 1], new double[last + 1]);
        var excluded = 0;
        for (var row = 0; row < assigned.Segment.Length; row++)
        {
            if (assigned.State[row] == AssignmentState.Excluded)
            {
                excluded++;
                continue;
            }

            var at = assigned.Segment[row] is >= 0 and var segment ? segment : last;
            records[at]++;
            if (assigned.State[row] == AssignmentState.Overridden) overridden[at]++;
            var amount = amounts.Values[row];
            if (amount == 0) continue;
            paying[at]++;
            arr[at] += amount;
            largest[at] = Math.Max(largest[at], amount);
        }

        var all = assigned.Segment.Length - excluded;
        var (total, medians) = (arr.Sum(), Medians(assigned, amounts, paying));
        return new DimensionDistribution(assigned)
        {
            Of = of,
            Limits = limits,
            Records = all,
            Excluded = excluded,
            Segments = [.. Enumerable.Range(0, last + 1).Select(i => Judge(Row(i)))],
        };

        SegmentDistribution Row(int i) => new(
            i == last ? DimensionAssignment.Unassigned : segments[i].Name, i == last, i < last && options.IsOther(segments[i]), records[i], all == 0 ? null : (double)records[i] / all)
        {
            Paying = amounts.IsKnown ? paying[i] : null,
            Arr = amounts.IsKnown ? arr[i] : null,
            ArrShare = amounts.IsKnown && total > 0 ? arr[i] / total : null,
            MedianArr = paying[i] == 0 ? null : medians[i],
            LargestArr = paying[i] == 0 ? null : largest[i],
            Overridden = overridden[i],
            Expected = i == last ? null : segments[i].Expected,
        };

        SegmentDistribution Judge(SegmentDistribution row)
        {
            LimitVerdict[] verdicts = row.IsUnassigned ? [SegmentLimits.Unassigned(of, row.Share, limits)]
                : [SegmentLimits.Share(of, row.Share, limits), SegmentLimits.Size(of, row.Records, limits), SegmentLimits.Expected(row.Deviation, limits)];
            var broken = verdicts.Where(v => v.Severity is not null).ToArray();
            return broken.Length == 0 ? row : row with { Severity = broken.Max(v => v.Severity), Verdict = string.Join("; ", broken.Select(v => v.Says)) };
        }
    }

    // The rows come by rising amount, so that a segment's median is the middle one, or the mean of the two in the middle, of those that pass by.
    private static double[] Medians(DimensionAssignment assigned, ArrAmounts amounts, int[] paying)
    {
        var (medians, seen) = (new double[paying.Length], new int[paying.Length]);
        foreach (var row in amounts.Rising)
        {
            var at = assigned.Segment[row] is >= 0 and var segment ? segment : paying.Length - 1;
            var place = seen[at]++;
            if (place == (paying[at] - 1) / 2) medians[at] += amounts.Values[row] / 2;
            if (place == paying[at] / 2) medians[at] += amounts.Values[row] / 2;
        }

        return medians;
    }
}
