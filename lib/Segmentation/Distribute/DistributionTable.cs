using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The rows of dimensions as a table. Columns of ARR are there only where some dimension has it.</summary>
internal static class DistributionTable
{
    /// <summary>Returns the rows of dimensions.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="named">Whether the table's name says which dimension it is, so that no column has to.</param>
    public static Table Of(string name, IReadOnlyCollection<DimensionDistribution> dimensions, bool named = false)
    {
        var rows = dimensions.SelectMany(d => d.Segments.Select(s => (Dimension: d, Segment: s))).ToArray();
        IEnumerable<Column> arr = rows.All(r => r.Segment.Arr is null) ? [] :
        [
            Column.Of("ARR", rows.Select(r => r.Segment.Arr), NumberFormat.Money),
            Column.Of("share of ARR", rows.Select(r => r.Segment.ArrShare), NumberFormat.Share),
            Column.Of("paying", rows.Select(r => (double?)r.Segment.Paying), NumberFormat.Count),
            Column.Of("median ARR", rows.Select(r => r.Segment.MedianArr), NumberFormat.Money),
            Column.Of("largest ARR", rows.Select(r => r.Segment.LargestArr), NumberFormat.Money),
        ];
        IEnumerable<Column> expected = rows.All(r => r.Segment.Expected is null) ? [] :
        [
            Column.Of("expected", rows.Select(r => (double?)r.Segment.Expected), NumberFormat.General),
            Column.Of("against expected", rows.Select(r => r.Segment.Deviation), NumberFormat.Share),
        ];
        IEnumerable<Column> which = named ? [] :
        [
            Column.Of("of", rows.Select(r => SnakeName.Of(r.Dimension.Of))),
            Column.Of("dimension", rows.Select(r => r.Dimension.Name)),
        ];
        return new(
            name,
            [
                .. which,
                Column.Of("segment", rows.Select(r => r.Segment.Name)),
                Column.Of("records", rows.Select(r => r.Segment.Records)),
                Column.Of("share", rows.Select(r => r.Segment.Share), NumberFormat.Share),
                .. arr,
                Column.Of("overridden", rows.Select(r => r.Segment.Overridden)),
                .. expected,
                Column.Of("severity", rows.Select(r => r.Segment.Severity is { } severity ? Phrase.Name(severity) : null)),
                Column.Of("verdict", rows.Select(r => r.Segment.Verdict)),
            ]);
    }
}
