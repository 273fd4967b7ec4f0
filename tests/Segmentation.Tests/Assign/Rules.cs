using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Tests.Assign;

/// <summary>Frameworks written in few words: fields as <c>employees: whole</c>, <c>arr: number value</c>, segments as <c>Enterprise: employees &gt;= 1000</c>.</summary>
internal static class Rules
{
    /// <summary>The tier rules of the playbooks' example, first the smallest, with their gap and overlap.</summary>
    public static readonly string[] Tiers =
        ["SMB: employees < 100 and arr < 50_000", "Mid-Market: employees >= 100 and employees < 1000", "Enterprise: employees >= 1000 or arr >= 500_000"];

    public static SegmentationFramework Of(string fields, params Dimension[] dimensions) => Of(Fields(EntityKind.Accounts, fields), dimensions);

    public static SegmentationFramework Of(ImmutableArray<FrameworkField> fields, params Dimension[] dimensions) => new() { Version = "v0", Fields = fields, Dimensions = [.. dimensions] };

    /// <summary>One dimension called Tier over accounts.</summary>
    public static SegmentationFramework Tier(string fields, params string[] segments)
    {
        var declared = Fields(EntityKind.Accounts, fields);
        return Of(declared, Dimension("Tier", declared, segments));
    }

    public static Dimension Dimension(string name, ImmutableArray<FrameworkField> fields, params string[] segments) => Dimension(name, EntityKind.Accounts, fields, segments);

    public static Dimension Dimension(string name, EntityKind of, ImmutableArray<FrameworkField> fields, params string[] segments) =>
        new(name, DimensionKind.Value, of, [.. segments.Select(s => s.Split(": ", 2)).Select(s => new Segment(s[0], Criterion(of, fields, s[1])))]);

    public static Criterion Criterion(EntityKind of, ImmutableArray<FrameworkField> fields, string text) =>
        Segmentation.Criteria.Criterion.Parse(text, [.. fields.Where(f => f.Of == of).Select(f => f.Definition)]);

    public static ImmutableArray<FrameworkField> Fields(EntityKind of, string fields) =>
    [
        .. fields.Split(", ").Select(f => f.Split(": ")).Select(f => new FrameworkField(of, new FieldDefinition(f[0], Enum.Parse<FieldType>(f[1].Split(' ')[0], ignoreCase: true))
        {
            IsValue = f[1].EndsWith(" value", StringComparison.Ordinal),
        })),
    ];
}
