using Segmentation.Assign;

namespace Segmentation.Outcome;

/// <summary>Counts who could have churned in the window at all: how many accounts, and how much ARR, came up for renewal.</summary>
public static class OutcomeExposure
{
    /// <summary>Returns the exposure of each segment of a dimension.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <returns>One row a segment in the framework's order, also where it is empty, then Unassigned and Excluded where there are such accounts. No rows, with the reason, where there is no cohort.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static OutcomeExposureResult Of(OutcomeCohort cohort, string dimension)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        if (cohort.Reason is not null) return new() { Cohort = cohort, Dimension = dimension };
        var assigned = cohort.In(dimension);
        return new()
        {
            Cohort = cohort,
            Dimension = assigned.Dimension.Name,
            Segments = [.. Places(assigned).Select(p => Row(cohort, p.Name, p.Rows))],
            Total = Row(cohort, "all", [.. Enumerable.Range(0, cohort.Count)]),
        };
    }

    /// <summary>Returns the segments of a dimension, also the empty ones, then Unassigned and Excluded where there are such accounts, with their accounts.</summary>
    internal static IEnumerable<(string Name, int[] Rows)> Places(DimensionAssignment assigned)
    {
        var rows = RecordRows.Places(assigned).Select((name, row) => (Name: name, Row: row)).ToLookup(p => p.Name, p => p.Row);
        foreach (var segment in assigned.Dimension.Segments) yield return (segment.Name, [.. rows[segment.Name]]);
        foreach (var place in new[] { DimensionAssignment.Unassigned, DimensionAssignment.Excluded })
        {
            if (rows.Contains(place) && assigned.Dimension.Segments.All(s => s.Name != place)) yield return (place, [.. rows[place]]);
        }
    }

    private static OutcomeExposureRow Row(OutcomeCohort cohort, string segment, int[] rows)
    {
        int[] up = [.. rows.Where(r => cohort.UpForRenewal[r] == true)];
        int[] unknown = [.. rows.Where(r => cohort.UpForRenewal[r] is null)];
        return new(
            segment, rows.Length, Arr(rows), up.Length, Arr(up), unknown.Length, Arr(unknown),
            up.Count(r => cohort.Churned[r]), rows.Count(r => cohort.UpForRenewal[r] == false && cohort.Churned[r]), unknown.Count(r => cohort.Churned[r]));

        double Arr(int[] of) => of.Sum(r => cohort.ArrAtStart[r]);
    }
}
