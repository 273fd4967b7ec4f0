using Segmentation.Audit;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Which overrides hold on the date of the records, and what is wrong with the others.</summary>
internal static class AssignmentOverrides
{
    /// <summary>Returns, per record, the segment that an override puts it in; -1 where none holds. Null where none holds for any.</summary>
    public static int[]? SegmentOf(SegmentationFramework framework, Dimension dimension, FrameworkRecords records)
    {
        var holding = framework.Overrides.Where(o => Holds(o, dimension, records)).DistinctBy(o => o.RecordId, StringComparer.Ordinal).ToArray();
        if (holding.Length == 0) return null;
        var place = AccountIndex.Of(Column.Of("record", holding.Select(o => o.RecordId))).RowsOf(records.Ids);
        for (var row = 0; row < place.Length; row++)
        {
            if (place[row] >= 0) place[row] = SegmentOf(dimension, holding[place[row]]);
        }

        return place;
    }

    /// <summary>Returns the override that holds for a record; null where none does.</summary>
    public static Override? Of(SegmentationFramework framework, Dimension dimension, FrameworkRecords records, int row) =>
        framework.Overrides.FirstOrDefault(o => o.RecordId == records.Ids[row] && Holds(o, dimension, records));

    /// <summary>Returns what keeps an override of one of the dimensions from holding, in words; null where it holds, or is of none of them.</summary>
    public static string? WhyNot(SegmentationFramework framework, Override given, RecordAssignment assigned)
    {
        var records = assigned.Records;
        var date = DateColumn.Show(records.AsOf.Date);
        if (assigned.Dimensions.FirstOrDefault(d => d.Dimension.Name == given.Dimension)?.Dimension is not { } dimension) return null;
        if (given.Expires.Date < records.AsOf.Date) return $"expired on {DateColumn.Show(given.Expires.Date)}, before {date}";
        if (SegmentOf(dimension, given) < 0) return $"{dimension.Name} has no segment '{given.Segment}'";
        if (AccountIndex.Of(Column.Of("record", [given.RecordId])).RowsOf(records.Ids).All(r => r < 0)) return $"no record has the id on {date}";
        var first = framework.Overrides.First(o => o.RecordId == given.RecordId && Holds(o, dimension, records));
        return ReferenceEquals(first, given) ? null : $"an override before it puts the record in {first.Segment}";
    }

    /// <summary>Tells whether an override of the dimension holds on the date; its last day is included.</summary>
    private static bool Holds(Override given, Dimension dimension, FrameworkRecords records) =>
        given.Dimension == dimension.Name && records.AsOf.Date <= given.Expires.Date && SegmentOf(dimension, given) >= 0;

    private static int SegmentOf(Dimension dimension, Override given)
    {
        for (var s = 0; s < dimension.Segments.Length; s++)
        {
            if (dimension.Segments[s].Name == given.Segment) return s;
        }

        return -1;
    }
}
