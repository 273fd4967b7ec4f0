using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>Holds the sizes of the segments against what the framework expects and the limits allow.</summary>
internal static class SignOffSizes
{
    /// <summary>Returns the three requirements of sizes; without an assignment, what is missing is the assignment.</summary>
    public static IEnumerable<SignOffRequirement> Check(SegmentationFramework framework, AssignmentResult? assignment)
    {
        var limits = framework.Limits;
        var sizes = framework.Dimensions.Select(d => (Dimension: d, Place: assignment?.Find(d.Of)?.Dimensions.FirstOrDefault(p => p.Dimension.Name == d.Name))).ToArray();
        ImmutableArray<string> without = assignment is null ? ["no assignment was given: run Assignment.Run(workspace, framework) and pass it"] : [];
        var notAssigned = assignment is null ? [] : sizes.Where(s => s.Place is null).Select(s => $"{s.Dimension.Name}: the exports hold no {SnakeName.Of(s.Dimension.Of)}").ToArray();
        var counted = sizes.Where(s => s.Place is not null).Select(s => (s.Dimension, Counts: Counts(s.Place!), Open: s.Place!.State.Count(t => t is AssignmentState.Blank or AssignmentState.Uncovered))).ToArray();
        var segments = counted.SelectMany(c => c.Dimension.Segments.Select((s, i) => (c.Dimension.Of, Segment: s, Name: $"{c.Dimension.Name} / {s.Name}", Count: c.Counts[i]))).ToArray();
        yield return new($"every size within ±{Percent(limits.ExpectedSizeDeviation)} of the expected one",
        [
            .. without, .. notAssigned,
            .. segments.Where(s => s.Segment.Expected is { } expected && Math.Abs(s.Count - expected) > limits.ExpectedSizeDeviation * expected)
                .Select(s => $"{s.Name} has {Show(s.Count)}, expected {Show(s.Segment.Expected!.Value)}{Deviation(s.Count, s.Segment.Expected!.Value)}"),
        ]);
        yield return new($"every segment large enough: {Show(limits.SmallestSegmentError)} accounts, {Show(limits.ContactSegmentTooNarrow)} contacts",
        [
            .. without, .. notAssigned,
            .. segments.Where(s => s.Count < (s.Of == EntityKind.Contacts ? limits.ContactSegmentTooNarrow : limits.SmallestSegmentError)).Select(s => $"{s.Name} has {Show(s.Count)}"),
        ]);
        yield return new($"at most {Percent(limits.UnassignedShare)} of accounts and {Percent(limits.OtherShare)} of contacts Unassigned in each dimension",
        [
            .. without, .. notAssigned,
            .. counted.Select(c => (c.Dimension, c.Open, All: c.Open + c.Counts.Sum()))
                .Where(c => c.All > 0 && c.Open > (c.Dimension.Of == EntityKind.Contacts ? limits.OtherShare : limits.UnassignedShare) * c.All)
                .Select(c => $"{c.Dimension.Name} leaves {Show(c.Open)} of {Show(c.All)} Unassigned ({Percent((double)c.Open / c.All)})"),
        ]);
    }

    private static int[] Counts(DimensionAssignment place)
    {
        var counts = new int[place.Dimension.Segments.Length];
        foreach (var segment in place.Segment)
        {
            if (segment >= 0) counts[segment]++;
        }

        return counts;
    }

    private static string Deviation(int count, int expected) => expected == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({(double)(count - expected) / expected * 100:+0;-0}%)");

    private static string Show(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");
}
