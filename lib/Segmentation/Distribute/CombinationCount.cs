using System.Runtime.InteropServices;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Distribute;

/// <summary>Counts the combinations of segments that occur.</summary>
internal static class CombinationCount
{
    public static CombinationsResult Of(DistributionResult distribution, EntityKind of)
    {
        DimensionDistribution[] dimensions = [.. distribution.Dimensions.Where(d => d.Of == of)];
        return new CombinationsResult
        {
            Of = of,
            Limits = distribution.Limits,
            Dimensions = [.. dimensions.Select(d => d.Name)],
            Possible = dimensions.Length == 0 ? 0 : dimensions.Aggregate(1.0, (product, d) => product * (d.Segments.Length - 1)),
            Items = dimensions.Length == 0 ? [] : [.. Count(dimensions, distribution.Amounts(of), distribution.Assignment.Framework.Naming)],
        };
    }

    // Each dimension splits the groups made by those before it. A group keeps its parent and its segment, so that no product of segment counts is ever formed.
    private static IEnumerable<Combination> Count(DimensionDistribution[] dimensions, ArrAmounts amounts, NamingConvention naming)
    {
        var all = dimensions[0].Records;
        var group = new int[amounts.Values.Length];
        var groups = new List<(int Parent, int Segment)>();
        for (var d = 0; d < dimensions.Length; d++)
        {
            var (assigned, splits, first) = (dimensions[d].Assigned, new Dictionary<long, int>(), groups.Count);
            for (var row = 0; row < group.Length; row++)
            {
                if (assigned.State[row] == AssignmentState.Excluded) continue;
                var parent = d == 0 ? -1 : group[row];
                ref var split = ref CollectionsMarshal.GetValueRefOrAddDefault(splits, ((long)parent << 32) | (uint)assigned.Segment[row], out var known);
                if (!known)
                {
                    split = groups.Count;
                    groups.Add((parent, assigned.Segment[row]));
                }

                group[row] = split;
            }

            // A dimension splits every group of the one before, so that only the last dimension's groups hold records.
            if (d == dimensions.Length - 1) return Named(dimensions, amounts, naming, group, groups, first, all);
        }

        return [];
    }

    private static IEnumerable<Combination> Named(
        DimensionDistribution[] dimensions, ArrAmounts amounts, NamingConvention naming, int[] group, List<(int Parent, int Segment)> groups, int first, int all)
    {
        var (records, arr) = (new int[groups.Count - first], new double[groups.Count - first]);
        for (var row = 0; row < group.Length; row++)
        {
            if (dimensions[0].Assigned.State[row] == AssignmentState.Excluded) continue;
            records[group[row] - first]++;
            arr[group[row] - first] += amounts.Values[row];
        }

        return Enumerable.Range(0, records.Length).Select(i => (Records: records[i], Arr: arr[i], Path: Path(first + i)))
            .OrderByDescending(c => c.Records).ThenBy(c => c.Path, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .Select(c =>
            {
                string?[] segments = [.. c.Path.Select((s, d) => s == dimensions[d].Segments.Length - 1 ? null : dimensions[d].Segments[s].Name)];
                var verdict = SegmentLimits.Size(dimensions[0].Of, c.Records, dimensions[0].Limits);
                return new Combination(naming.Name(segments.Select((s, d) => (dimensions[d].Dimension.Label, s ?? DimensionAssignment.Unassigned))), [.. segments], c.Records, (double)c.Records / all,
                    amounts.IsKnown ? c.Arr : null)
                {
                    Severity = segments.Contains(null) ? null : verdict.Severity,
                    Verdict = segments.Contains(null) || verdict.Severity is null ? null : verdict.Says,
                };
            });

        int[] Path(int at)
        {
            var path = new int[dimensions.Length];
            for (var d = path.Length - 1; d >= 0; d--)
            {
                // Unassigned comes behind the segments.
                path[d] = groups[at].Segment is >= 0 and var segment ? segment : dimensions[d].Segments.Length - 1;
                at = groups[at].Parent;
            }

            return path;
        }
    }
}
