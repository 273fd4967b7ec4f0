using System.Collections.Immutable;
using Segmentation.Assign;

namespace Segmentation.Outcome;

/// <summary>The accounts of a cohort by their place in a dimension: its segments in order, those without accounts too, then Unassigned and Excluded where somebody is.</summary>
/// <param name="Names">One a group.</param>
/// <param name="Rows">The accounts of each group, ascending.</param>
/// <param name="Segments">How many of the groups are segments; they come first.</param>
internal sealed record RetentionGroups(ImmutableArray<string> Names, ImmutableArray<int[]> Rows, int Segments)
{
    public static RetentionGroups Of(OutcomeCohort cohort, string dimension)
    {
        var places = cohort.In(dimension);
        var segments = places.Dimension.Segments.Length;
        List<string> names = [.. places.Dimension.Segments.Select(s => s.Name)];
        List<int[]> rows = [.. Enumerable.Range(0, segments).Select(s => Where(r => places.Segment[r] == s))];
        foreach (var (name, state) in new[] { (DimensionAssignment.Unassigned, false), (DimensionAssignment.Excluded, true) })
        {
            var found = Where(r => places.Segment[r] < 0 && (places.State[r] == AssignmentState.Excluded) == state);
            if (found.Length == 0) continue;
            names.Add(name);
            rows.Add(found);
        }

        return new([.. names], [.. rows], segments);

        int[] Where(Func<int, bool> isIn) => [.. Enumerable.Range(0, cohort.Count).Where(isIn)];
    }

    /// <summary>Returns the accounts of a segment, or of a cohort where neither is given.</summary>
    public static int[] RowsOf(OutcomeCohort cohort, string? dimension, string? segment)
    {
        if ((dimension is null) != (segment is null))
            throw new ArgumentException($"found {(dimension is null ? $"the segment '{segment}' without a dimension" : $"the dimension '{dimension}' without a segment")}; give both, or neither for all accounts.", nameof(segment));
        if (dimension is null) return [.. Enumerable.Range(0, cohort.Count)];
        var groups = Of(cohort, dimension);
        for (var g = 0; g < groups.Names.Length; g++)
        {
            if (groups.Names[g].Equals(segment, StringComparison.OrdinalIgnoreCase)) return groups.Rows[g];
        }

        throw new ArgumentException($"{dimension} has no segment '{segment}'. It has {string.Join(", ", groups.Names.Select(n => $"'{n}'"))}.", nameof(segment));
    }

    /// <summary>Returns the path of every account of a cohort between two months.</summary>
    public static RetentionPath[] Paths(OutcomeCohort cohort, int from, int to) =>
        [.. cohort.HistoryRow.Select(h => RetentionLedger.Of(cohort.History!.Of(h)[from..(to + 1)], paidBefore: true))];
}
