using Segmentation.Assign;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Shows what today's segments do to churn and retention: the same accounts, once under the segment of the start, once under today's.</summary>
public static class SegmentBias
{
    /// <summary>Returns churn and retention of each segment of a dimension by both.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <returns>One row a segment in the framework's order, also where it is empty, then Unassigned and Excluded where either has such accounts. No rows, with the reason, where there is no cohort.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static SegmentBiasResult Of(OutcomeCohort cohort, string dimension)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        if (cohort.Reason is not null) return new() { Cohort = cohort, Dimension = dimension };
        var then = cohort.In(dimension);
        var today = cohort.AssignedToday!.Dimensions.FirstOrDefault(d => d.Dimension.Name.Equals(dimension, StringComparison.OrdinalIgnoreCase));
        if (today is null) return new() { Cohort = cohort, Dimension = dimension, NotToday = true };
        var (before, after) = (OutcomeExposure.Places(then).ToDictionary(p => p.Name, p => p.Rows, StringComparer.Ordinal), OutcomeExposure.Places(today).ToDictionary(p => p.Name, p => p.Rows, StringComparer.Ordinal));
        string[] apart = [DimensionAssignment.Unassigned, DimensionAssignment.Excluded];
        var names = before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal).OrderBy(n => Array.IndexOf(apart, n));
        var (placesThen, placesToday) = (RecordRows.Places(then), RecordRows.Places(today));
        int[] moved = [.. Enumerable.Range(0, cohort.Count).Where(r => placesThen[r] != placesToday[r])];
        return new()
        {
            Cohort = cohort,
            Dimension = then.Dimension.Name,
            Segments = [.. names.Select(n => new SegmentBiasRow(n, Side(cohort, before.GetValueOrDefault(n, [])), Side(cohort, after.GetValueOrDefault(n, [])), n == DimensionAssignment.Unassigned || n == DimensionAssignment.Excluded))],
            Moved = moved.Length,
            MovedArr = moved.Sum(r => cohort.ArrAtStart[r]),
            MovedChurned = moved.Count(r => cohort.Churned[r]),
            KnownTodayOnly = cohort.KnownTodayOnly(dimension),
        };
    }

    private static SegmentBiasSide Side(OutcomeCohort cohort, int[] rows)
    {
        var (churned, start) = (rows.Count(r => cohort.Churned[r]), rows.Sum(r => cohort.ArrAtStart[r]));
        return new(rows.Length, churned, rows.Length == 0 || !cohort.IsClosed ? null : (double)churned / rows.Length,
            rows.Length == 0 || !cohort.IsClosed ? null : ProportionInterval.Wilson(churned, rows.Length), start > 0 && cohort.IsClosed ? rows.Sum(r => cohort.ArrAtEnd[r]) / start : null);
    }
}
