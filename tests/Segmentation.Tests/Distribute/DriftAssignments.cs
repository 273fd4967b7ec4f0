using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Distribute;

/// <summary>Assignments made by hand: accounts with an id, the word that puts them in a segment of <c>Tier</c>, and their ARR. A null word is a blank field;
/// <c>Competitor</c> is excluded.</summary>
internal static class DriftAssignments
{
    public static readonly DateTime May = new(2026, 5, 31), June = new(2026, 6, 30);

    public static AssignmentResult Of(DateTime asOf, IEnumerable<(string Id, string? Word, double? Arr)> accounts, string version = "v1", bool excludes = false, params ImmutableArray<string> segments)
    {
        var framework = Framework(version, excludes, segments.IsDefaultOrEmpty ? ["SMB", "Mid-Market", "Enterprise"] : segments);
        var all = accounts.ToArray();
        var records = new FrameworkRecords
        {
            Of = EntityKind.Accounts,
            AsOf = asOf,
            Ids = Column.Of("id", all.Select(a => a.Id)),
            Arr = Column.Of("arr", all.Select(a => a.Arr), NumberFormat.Money),
            Fields = new Table("accounts", Column.Of("word", all.Select(a => a.Word))),
        };
        return new AssignmentResult { Framework = framework, AsOf = asOf, Accounts = Assignment.Run(framework, records) };
    }

    /// <summary>Returns so many accounts of each word, numbered on from <paramref name="first"/>, each with an ARR of 1.</summary>
    public static IEnumerable<(string Id, string? Word, double? Arr)> Many(int first, params (string? Word, int Count)[] groups) =>
        groups.SelectMany(g => Enumerable.Repeat(g.Word, g.Count)).Select((word, i) => ((first + i).ToString("00000", CultureInfo.InvariantCulture), word, (double?)1));

    private static SegmentationFramework Framework(string version, bool excludes, ImmutableArray<string> segments)
    {
        FieldDefinition[] fields = [new("word", FieldType.Text)];
        return new SegmentationFramework
        {
            Version = version,
            Fields = [new FrameworkField(EntityKind.Accounts, fields[0])],
            Exclusions = excludes ? [new Exclusion("Competitors", EntityKind.Accounts, Criterion.Parse("word = Competitor", fields))] : [],
            Dimensions = [new Dimension("Tier", DimensionKind.Value, EntityKind.Accounts, [.. segments.Select(s => new Segment(s, Criterion.Parse($"word = {s}", fields)))])],
        };
    }
}
