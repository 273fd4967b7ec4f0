using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Assign;

/// <summary>Frameworks and records of accounts, small enough to decide by hand.</summary>
internal static class SmallFrameworks
{
    public static DateTime AsOf { get; } = new(2026, 6, 30);

    public static ImmutableArray<FieldDefinition> Fields { get; } =
    [
        new("employees", FieldType.Whole), new("arr", FieldType.Number) { IsValue = true }, new("industry", FieldType.Text) { Picklist = ["Technology", "Healthcare", "Financial Services"] },
        new("account_type", FieldType.Text), new("last_activity_date", FieldType.Date),
    ];

    /// <summary>Returns a framework of accounts: dimensions written as <c>Name: Segment = criteria; Segment = criteria</c>.</summary>
    public static SegmentationFramework Of(string version, params string[] dimensions) => new()
    {
        Version = version,
        Fields = [.. Fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
        Dimensions = [.. dimensions.Select(Dimension)],
    };

    public static SegmentationFramework Excluding(this SegmentationFramework framework, string name, string criteria) =>
        framework with { Exclusions = framework.Exclusions.Add(new(name, EntityKind.Accounts, Criterion.Parse(criteria, Fields))) };

    public static SegmentationFramework Overriding(this SegmentationFramework framework, string id, string dimension, string segment, DateTime expires) =>
        framework with { Overrides = framework.Overrides.Add(new(id, dimension, segment, "VP Customer Success", "strategic", expires)) };

    /// <summary>Returns accounts, each as id, employees, ARR, industry, type, last activity; null where blank.</summary>
    public static FrameworkRecords Records(params (string? Id, double? Employees, double? Arr, string? Industry, string? Type, DateTime? Active)[] rows) => new()
    {
        Of = EntityKind.Accounts,
        AsOf = AsOf,
        Ids = Column.Of("id", rows.Select(r => r.Id)),
        Names = (TextColumn)Column.Of("name", rows.Select(r => r.Id is null ? null : $"Company {r.Id}")).AsPersonal(),
        Arr = Column.Of("arr", rows.Select(r => r.Arr), NumberFormat.Money),
        Fields = new Table("accounts", Column.Of("employees", rows.Select(r => r.Employees)), Column.Of("arr", rows.Select(r => r.Arr)), Column.Of("industry", rows.Select(r => r.Industry)),
            Column.Of("account_type", rows.Select(r => r.Type)), Column.Of("last_activity_date", rows.Select(r => r.Active))),
    };

    public static (string? Id, double? Employees, double? Arr, string? Industry, string? Type, DateTime? Active) Account(
        string? id, double? employees = 50, double? arr = 1000, string? industry = "Technology", string? type = "Customer", DateTime? active = null) => (id, employees, arr, industry, type, active ?? AsOf);

    public static AssignmentResult Run(SegmentationFramework framework, FrameworkRecords records) =>
        new() { Framework = framework, AsOf = records.AsOf, Accounts = Assignment.Run(framework, records) };

    private static Dimension Dimension(string text)
    {
        var (name, segments) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return new(name, DimensionKind.Firmographic, EntityKind.Accounts, [.. segments.Split(';').Select(s => s.Split('=', 2)).Select(s => new Segment(s[0].Trim(), Criterion.Parse(s[1].Trim(), Fields)))]);
    }
}
