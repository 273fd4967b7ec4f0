using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Charts;
using Segmentation.Criteria;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of assignments: of the samples, and of records made by hand that are none, one, or named by somebody hostile.</summary>
internal static class DistributionCases
{
    private static readonly Lazy<(Workspace Workspace, SegmentationFramework Older, SegmentationFramework Newer, AssignmentResult Assignment)> Samples = new(() =>
    {
        var folder = Path.Combine(Repository.Folder, "data-samples");
        var (workspace, newer) = (CleanCases.Samples.Value.Workspace, SegmentationFramework.Load(Path.Combine(folder, "framework.yaml")));
        return (workspace, SegmentationFramework.Load(Path.Combine(folder, "framework-v0.yaml")), newer, Assignment.Run(workspace, newer));
    });

    public static IEnumerable<Figure> SegmentShares()
    {
        var distribution = Distribution.Of(Samples.Value.Assignment);
        return [Chart.SegmentShares(distribution), .. distribution.Dimensions.Select(d => Chart.SegmentShares(distribution, d.Name)), .. Made().Select(m => Chart.SegmentShares(Distribution.Of(m))), Chart.SegmentShares(null)];
    }

    public static IEnumerable<Figure> ArrBySegment() =>
        [Chart.ArrBySegment(Distribution.Of(Samples.Value.Assignment)), .. Made().Select(m => Chart.ArrBySegment(Distribution.Of(m))), Chart.ArrBySegment(null)];

    public static IEnumerable<Figure> CrossTables() =>
    [
        Chart.CrossTable(Distribution.Of(Samples.Value.Assignment).CrossTable("Customer Tier", "Industry")),
        .. Made().Select(m => Chart.CrossTable(Distribution.Of(m).CrossTable(FigureCases.Script, "Size"))),
        Chart.CrossTable(null),
    ];

    public static IEnumerable<Figure> Drifts()
    {
        var (workspace, _, framework, assignment) = Samples.Value;
        var drift = Drift.Between(Assignment.Run(workspace, framework, new DateTime(2026, 5, 31)), assignment);
        var made = Made().ToArray();
        return [Chart.Drift(drift), .. drift.Dimensions.Select(d => Chart.Drift(drift, d.Dimension)), .. made.SelectMany(a => made.Select(b => Chart.Drift(Drift.Between(a, b)))), Chart.Drift(null)];
    }

    public static IEnumerable<Figure> Transitions()
    {
        var (workspace, older, newer, _) = Samples.Value;
        var comparison = WhatIf.Compare(workspace, older, newer);
        return
        [
            Chart.Transitions(comparison),
            .. comparison.Matrices.Select(m => Chart.Transitions(comparison, m.Dimension)),
            .. Made().Select(m => Chart.Transitions(WhatIf.Compare(m.Accounts!.Records, Hostile(100), Hostile(3)))),
            Chart.Transitions(null),
        ];
    }

    public static IEnumerable<Figure> RuleMaps()
    {
        var (workspace, older, newer, _) = Samples.Value;
        return
        [
            .. new[] { older, newer }.Select(f => Chart.RuleMap(RuleMap.Of(f, f.Dimensions[0], FrameworkRecords.Take(workspace, f, EntityKind.Accounts), "employees", "arr"))),
            Chart.RuleMap(RuleMap.Of(newer, newer.Dimensions[0], null, "employees", "arr")),
            .. Made().Select(m => Chart.RuleMap(RuleMap.Of(m.Framework, m.Framework.Dimensions[1], m.Accounts!.Records, "employees", "arr"))),
            Chart.RuleMap(null),
        ];
    }

    /// <summary>No record, one, and many of a framework whose names are hostile; one amount is negative, one is very large.</summary>
    private static IEnumerable<AssignmentResult> Made()
    {
        foreach (var count in new[] { 0, 1, 60 })
        {
            var rows = Enumerable.Range(0, count).ToArray();
            var employees = Column.Of("employees", rows.Select(r => r % 7 == 3 ? (double?)null : r * r));
            var arr = Column.Of("arr", rows.Select(r => r == 5 ? -1 : r == 6 ? 1e12 : r % 5 == 2 ? (double?)null : r * 1000), NumberFormat.Money);
            var framework = Hostile(100);
            var records = new FrameworkRecords
            {
                Of = EntityKind.Accounts,
                AsOf = new DateTime(2026, 6, 30),
                Ids = Column.Of("id", rows.Select(r => (string?)$"{FigureCases.Script}{r}")),
                Names = Column.Of("name", rows.Select(_ => (string?)FigureCases.Script)).AsPersonal() as TextColumn,
                Arr = arr,
                Fields = new Table("accounts", employees, arr),
            };
            yield return new AssignmentResult { Framework = framework, AsOf = records.AsOf, Accounts = Assignment.Run(framework, records) };
        }
    }

    private static SegmentationFramework Hostile(int cut)
    {
        ImmutableArray<FieldDefinition> fields = [new("employees", FieldType.Whole), new("arr", FieldType.Number) { IsValue = true }];
        Segment Of(string name, FormattableString rule) => new(name, Criterion.Parse(FormattableString.Invariant(rule), fields));
        return new SegmentationFramework
        {
            Version = "v0",
            Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
            Dimensions =
            [
                new(FigureCases.Script, DimensionKind.Value, EntityKind.Accounts, [Of("%{x} $x^2$", $"arr >= 10000"), Of("<b>x</b>", $"arr < 10000")]),
                new("Size", DimensionKind.Firmographic, EntityKind.Accounts, [Of(FigureCases.Script, $"employees >= {cut} or arr >= 30000"), Of("=1+1", $"employees < 50 and arr < 20000"), Of("Nobody", $"employees < -5")]),
            ],
        };
    }
}
