using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Charts;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of audits: of the samples, and of results made by hand that are empty or hold hostile names.</summary>
internal static class AuditCases
{
    private static readonly Lazy<AuditResult> Samples = new(() => DatabaseAudit.Run(Workspace.Open(Path.Combine(Repository.Folder, "data-samples"))));

    public static IEnumerable<Figure> Completeness() =>
    [
        Chart.Completeness(Samples.Value.Scorecard),
        Chart.Completeness(Samples.Value.Scorecard, EntityKind.Contacts),
        Chart.Completeness(Samples.Value.Scorecard with { Rows = [] }),
        Chart.Completeness(Samples.Value.Scorecard with { Rows = [Row("industry", 100, 100, 1), Row(FigureCases.Script, 100, 3, null), Row("tier", 100, 80, 0.5)] }),
    ];

    public static IEnumerable<Figure> Missingness() =>
    [
        Chart.Missingness(Samples.Value.CompletenessBySegment),
        Chart.Missingness(Samples.Value.CompletenessByOwner, EntityKind.Contacts),
        Chart.Missingness(Groups("owner", true, (FigureCases.Script, 40, 12), ("<b>x</b>", 3, 1), ("2024", 9, 9))),
        Chart.Missingness(Groups("segment", false)),
    ];

    public static IEnumerable<Figure> CompletenessByMonth() =>
    [
        Chart.CompletenessByMonth(Samples.Value.CompletenessByMonth),
        Chart.CompletenessByMonth(Groups("month", false, ("2026-01", 40, 12), ("(none)", 50, 1), ("2026-02", 3, 3), ("2026-03", 12, 12))),
        Chart.CompletenessByMonth(Groups("month", false)),
    ];

    public static IEnumerable<Figure> Readiness()
    {
        var samples = Samples.Value.Readiness;
        return
        [
            Chart.Readiness(samples),
            Chart.Readiness(samples, EntityKind.Contacts),
            Chart.Readiness(samples with { Tables = [] }),
            Chart.Readiness(samples with { Tables = [new ReadinessOfTable(EntityKind.Accounts, 0, 0, new Interval(0, 1), null, 0, 0, [], [FigureCases.Script])] }),
            Chart.Readiness(samples with { Tables = [new ReadinessOfTable(EntityKind.Accounts, 100, 2, new Interval(0, 0.1), null, 0.02, 0.02, [new ReadinessStep(FigureCases.Script, "c", 2, 0.98, 1, null)], [])] }),
        ];
    }

    public static IEnumerable<Figure> Variants()
    {
        var variant = new ValueVariant("accounts", "industry", "<b>x</b>", 90, FigureCases.Script, 7, null, VariantKind.Spelling, VariantVerdict.Same);
        var field = new VariantField("accounts", "industry", null, 100, 5, 5, 9, 1200, [variant, variant with { Value = "%{y}", Records = 2, Arr = 1200 }]);
        return
        [
            Chart.Variants(Samples.Value.Variants),
            Chart.Variants(Samples.Value.Variants with { Fields = [] }),
            Chart.Variants(Samples.Value.Variants with { Fields = [field] }, "INDUSTRY"),
            Chart.Variants(Samples.Value.Variants with { Fields = [field with { Variants = [] }] }),
        ];
    }

    public static IEnumerable<Figure> Freshness() =>
    [
        Chart.Freshness(Samples.Value.Freshness),
        Chart.Freshness(Samples.Value.Freshness, EntityKind.Contacts),
        Chart.Freshness(Samples.Value.Freshness with { Rows = [] }),
    ];

    public static IEnumerable<Figure> Duplicates()
    {
        var samples = Samples.Value.Duplicates;
        return
        [
            Chart.Duplicates(samples),
            Chart.Duplicates(samples, EntityKind.Contacts),
            Chart.Duplicates(samples with { Accounts = samples.Accounts! with { Sizes = samples.Accounts.Sizes.Head(0) } }),
            Chart.Duplicates(samples with { Accounts = null }),
        ];
    }

    public static IEnumerable<Figure> Orphans() =>
    [
        Chart.Orphans(Samples.Value.Orphans),
        Chart.Orphans(Samples.Value.Orphans with { ContactsWithCompany = null }),
        Chart.Orphans(Samples.Value.Orphans with { ContactsWithCompany = 0, ContactsWithCompanyAfterRescue = 0 }),
    ];

    public static IEnumerable<Figure> Findings() =>
        [Chart.Findings(Samples.Value.Findings), Chart.Findings(Samples.Value.Findings.Of(Severity.Info)), Chart.Findings(Samples.Value.Findings with { Items = [] })];

    public static IEnumerable<Figure> SegmentBalance()
    {
        var found = Samples.Value.ExistingSegmentation;
        ImmutableArray<ExistingSegmentationValue> values = [new(FigureCases.Script, 1, 90, 0.9, null, false), new("<b>x</b>", 1, 3, 0.03, null, false), new(null, 0, 7, 0.07, null, true)];
        var field = new ExistingSegmentationField("accounts", "tier", null, "made by hand", 100, values);
        return
        [
            .. found.Fields.Select(f => Chart.SegmentBalance(found, f.Field)),
            Chart.SegmentBalance(found with { Fields = [] }),
            Chart.SegmentBalance(found with { Fields = [field] }),
            Chart.SegmentBalance(found with { Fields = [field with { Values = [values[2]] }] }),
        ];
    }

    private static CompletenessRow Row(string field, int records, int valid, double? arr) =>
        new(EntityKind.Accounts, field, field, true, records, valid, valid, new Interval(0, 1), arr, 0.8, CompletenessVerdict.Met, "made by hand");

    private static CompletenessByGroup Groups(string by, bool personal, params (string Name, int Records, int Valid)[] groups) => Samples.Value.CompletenessByMonth with
    {
        By = by,
        IsPersonal = personal,
        Fields = ["industry", FigureCases.Script],
        Groups = [.. groups.Select(g => new CompletenessGroup(EntityKind.Accounts, g.Name, g.Records, null, [g.Valid, null]))],
    };
}
