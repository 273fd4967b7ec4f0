using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Assign;

/// <summary>What leaks out of the segments because a value is not written as the rules write it.</summary>
public sealed record LeakageResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "segment-leakage";

    /// <summary>Gets the records that leak, accounts first, the largest ARR first. A record that leaks in two dimensions, or by two fields, is there twice.</summary>
    public required ImmutableArray<LeakageRecord> All { get; init; }

    /// <summary>Gets every value that neither a picklist nor the rules know, those without a match last; of a field without a picklist only those with a match.</summary>
    public required ImmutableArray<LeakageValue> Values { get; init; }

    /// <summary>Gets the fields looked at, as <c>accounts: industry</c>.</summary>
    public required ImmutableArray<string> Fields { get; init; }

    /// <summary>Gets the fields that the workspace lacks, as <c>accounts: region</c>: what their rules decide was not looked at.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Gets the personal fields, whose values are hidden under a mask.</summary>
    internal ImmutableArray<string> PersonalFields { get; init; } = [];

    /// <summary>Gets one row a record, dimension and field: value, what it stands for, the place now and with the standard value, ARR.</summary>
    public Table Records => new(
        "records that leak",
        Column.Of("of", All.Select(r => SnakeName.Of(r.Of))),
        Column.Of("id", All.Select(r => r.Id)),
        Column.Of("name", All.Select(r => r.Name)).AsPersonal(),
        Column.Of("field", All.Select(r => r.Field)),
        Column.Of("value", All.Select(r => r.Value)).AsPersonal(IsPersonal),
        Column.Of("stands for", All.Select(r => r.Standard)),
        Column.Of("dimension", All.Select(r => r.Dimension)),
        Column.Of("segment", All.Select(r => r.Segment)),
        Column.Of("would be", All.Select(r => r.WouldBe)),
        Column.Of("ARR", All.Select(r => r.Arr), NumberFormat.Money));

    /// <summary>Gets one row a value that is not standard: what it stands for and by which method, or "not in the picklist"; records, those that leak, ARR.</summary>
    public Table NonStandard => new(
        "values that are not standard",
        Column.Of("of", Values.Select(v => SnakeName.Of(v.Of))),
        Column.Of("field", Values.Select(v => v.Field)),
        Column.Of("value", Values.Select(v => v.Value)).AsPersonal(IsPersonal),
        Column.Of("stands for", Values.Select(v => v.Standard)),
        Column.Of("found by", Values.Select(v => PicklistWords.Of(v.Method) ?? "not in the picklist")),
        Column.Of("score", Values.Select(v => v.Score), NumberFormat.Score),
        Column.Of("records", Values.Select(v => v.Records)),
        Column.Of("leaking", Values.Select(v => v.Leaking)),
        Column.Of("ARR", Values.Select(v => v.Arr), NumberFormat.Money));

    private bool IsPersonal => Values.Any(v => PersonalFields.Contains(v.Field));

    /// <summary>Returns one row a dimension, value, place now and place with the standard value: records and ARR; the largest ARR first.</summary>
    public override Table ToTable()
    {
        var rows = All.GroupBy(r => (r.Of, r.Dimension, r.Field, r.Value, r.Standard, r.Method, r.Segment, r.WouldBe))
            .Select(g => (g.Key, Records: g.Count(), Arr: g.Key.Of == EntityKind.Accounts && g.Any(r => r.Arr is not null) ? g.Sum(r => RecordRows.Counted(r.Arr)) as double? : null))
            .OrderBy(r => r.Key.Of).ThenByDescending(r => r.Arr).ThenByDescending(r => r.Records).ToArray();
        return new(
            "segment leakage",
            Column.Of("of", rows.Select(r => SnakeName.Of(r.Key.Of))),
            Column.Of("dimension", rows.Select(r => r.Key.Dimension)),
            Column.Of("segment", rows.Select(r => r.Key.Segment)),
            Column.Of("would be", rows.Select(r => r.Key.WouldBe)),
            Column.Of("field", rows.Select(r => r.Key.Field)),
            Column.Of("value", rows.Select(r => r.Key.Value)).AsPersonal(IsPersonal),
            Column.Of("stands for", rows.Select(r => r.Key.Standard)),
            Column.Of("found by", rows.Select(r => PicklistWords.Of(r.Key.Method))),
            Column.Of("records", rows.Select(r => r.Records)),
            Column.Of("ARR", rows.Select(r => r.Arr), NumberFormat.Money));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        yield return Fields.IsEmpty ? "No text field has a picklist or values that the rules name: nothing was looked at." : $"Looked at {string.Join("; ", Fields)}.";
        if (!Missing.IsEmpty) yield return $"The exports have no {string.Join("; no ", Missing)}: the dimensions that need it were not looked at.";
        var unknown = Values.Where(v => v.Standard is null).ToArray();
        if (unknown.Length > 0) yield return Invariant($"{unknown.Length:#,0} values of {options.Count(unknown.Sum(v => v.Records))} records are not in the picklist, and resemble nothing in it.");
    }
}
