using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Framework;

/// <summary>Small frameworks of one dimension of accounts, and records for them.</summary>
internal static class CoverageRulesets
{
    public static readonly DateTime AsOf = new(2026, 6, 30);

    public static FieldDefinition Employees { get; } = new("employees", FieldType.Whole);

    public static FieldDefinition Arr { get; } = new("arr", FieldType.Number) { IsValue = true };

    /// <summary>The customer success playbook's own tiers.</summary>
    public static SegmentationFramework PlaybookTiers { get; } = Of([Employees, Arr], [], "SMB: employees < 100 and arr < 50_000", "Mid-Market: employees >= 100 and employees < 1000", "Enterprise: employees >= 1000 or arr >= 500_000");

    /// <summary>Returns a framework with the dimension <c>Tier</c>; a rule is written <c>segment: criterion</c>, an exclusion is a criterion.</summary>
    public static SegmentationFramework Of(FieldDefinition[] fields, string[] exclusions, params string[] rules) => new()
    {
        Version = "v0",
        Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
        Exclusions = [.. exclusions.Select(e => new Exclusion(e, EntityKind.Accounts, Criterion.Parse(e, fields)))],
        Dimensions = [new Dimension("Tier", DimensionKind.Firmographic, EntityKind.Accounts,
            [.. rules.Select(r => r.Split(": ")).Select(r => new Segment(r[0], Criterion.Parse(r[1], fields)))])],
    };

    /// <summary>Returns records over columns, with ARR where a column is called so.</summary>
    public static FrameworkRecords Records(params ImmutableArray<Column> columns)
    {
        var table = new Table("accounts", columns);
        return new()
        {
            Of = EntityKind.Accounts,
            AsOf = AsOf,
            Ids = Column.Of("id", Enumerable.Range(1, table.RowCount).Select(r => r.ToString(CultureInfo.InvariantCulture))),
            Arr = table.Find("arr") as NumberColumn,
            Fields = table,
        };
    }

    /// <summary>Returns findings of some kinds as "kind: segments: values".</summary>
    public static string[] Lines(this RuleCoverageResult result, params CoverageKind[] kinds) =>
        [.. result.Findings.Where(f => kinds.Contains(f.Kind)).Select(f => $"{f.Kind}: {string.Join(", ", f.Segments)}: {f.Cell}")];
}
