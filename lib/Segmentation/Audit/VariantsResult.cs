using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Values of picklist-like fields that are one value spelt in several ways, and what leaks out of a segment through each.</summary>
public sealed record VariantsResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "variants";

    /// <summary>Gets every field examined, accounts first, in column order; also those without variants.</summary>
    public required ImmutableArray<VariantField> Fields { get; init; }

    /// <summary>Gets one row a field: records, distinct values, variants, leaking records and ARR.</summary>
    public Table FieldSummary => new(
        "variants by field",
        Column.Of("table", Fields.Select(f => f.Table)),
        Column.Of("field", Fields.Select(f => f.Field)),
        Column.Of("filled", Fields.Select(f => f.Filled)),
        Column.Of("distinct", Fields.Select(f => f.Distinct)),
        Column.Of("variants", Fields.Select(f => f.Variants.Count(v => v.Verdict != VariantVerdict.Look))),
        Column.Of("to look at", Fields.Select(f => f.Variants.Count(v => v.Verdict == VariantVerdict.Look))),
        Column.Of("leaking records", Fields.Select(f => f.LeakingRecords)),
        Column.Of("leaking share", Fields.Select(f => f.LeakingShare), NumberFormat.Share),
        Column.Of("leaking ARR", Fields.Select(f => f.LeakingArr), NumberFormat.Money));

    /// <inheritdoc/>
    public override Table ToTable()
    {
        ValueVariant[] all = [.. Fields.SelectMany(f => f.Variants)];
        return new Table(
            "value variants",
            Column.Of("table", all.Select(v => v.Table)),
            Column.Of("field", all.Select(v => v.Field)),
            Column.Of("should be", all.Select(v => v.Target)),
            Column.Of("value", all.Select(v => v.Value)),
            Column.Of("records", all.Select(v => v.Records)),
            Column.Of("ARR", all.Select(v => v.Arr), NumberFormat.Money),
            Column.Of("because", all.Select(v => Words(v.Kind))),
            Column.Of("verdict", all.Select(v => v.Verdict.ToString().ToLowerInvariant())));
    }

    private static string Words(VariantKind kind) => kind switch
    {
        VariantKind.Country => "same country",
        VariantKind.TypingError => "typing error",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
