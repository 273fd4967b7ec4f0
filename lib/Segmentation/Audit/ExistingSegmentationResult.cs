using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>The segmentation that exists today: segment-like fields, how complete and how balanced they are.</summary>
public sealed record ExistingSegmentationResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "existing-segmentation";

    /// <summary>Gets the segment-like fields, accounts first.</summary>
    public required ImmutableArray<ExistingSegmentationField> Fields { get; init; }

    /// <summary>Gets one row a field and value: spellings, records, share of all records, ARR.</summary>
    public Table Values
    {
        get
        {
            var rows = Fields.SelectMany(f => f.Values.Select(v => (Field: f, Value: v))).ToArray();
            return new Table(
                "values of segment-like fields",
                Column.Of("table", rows.Select(r => r.Field.Table)),
                Column.Of("field", rows.Select(r => r.Field.Field)),
                Column.Of("value", rows.Select(r => r.Value.Value ?? "(blank)")),
                Column.Of("spellings", rows.Select(r => r.Value.Spellings)),
                Column.Of("records", rows.Select(r => r.Value.Records)),
                Column.Of("share", rows.Select(r => r.Value.Share), NumberFormat.Share),
                Column.Of("ARR", rows.Select(r => r.Value.Arr), NumberFormat.Money));
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "existing segmentation",
        Column.Of("table", Fields.Select(f => f.Table)),
        Column.Of("field", Fields.Select(f => f.Field)),
        Column.Of("records", Fields.Select(f => f.Records)),
        Column.Of("filled", Fields.Select(f => f.Completeness), NumberFormat.Share),
        Column.Of("other or blank", Fields.Select(f => f.OtherShare), NumberFormat.Share),
        Column.Of("segments", Fields.Select(f => f.Segments.Count())),
        Column.Of("largest", Fields.Select(f => f.LargestShare), NumberFormat.Share),
        Column.Of("smallest", Fields.Select(f => f.Segments.Select(v => v.Records).DefaultIfEmpty().Min())),
        Column.Of("evenness", Fields.Select(f => f.Evenness), NumberFormat.Score),
        Column.Of("why", Fields.Select(f => f.Reason)));
}
