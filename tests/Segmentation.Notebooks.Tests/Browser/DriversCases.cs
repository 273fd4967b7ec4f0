using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Charts;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of what churn is related to: of the samples, and of accounts made by hand that are none, one, all lost, none lost, or named by somebody hostile.</summary>
internal static class DriversCases
{
    private static readonly Lazy<OutcomeCohort> Samples = new(() => OutcomeCohort.Take(CleanCases.Samples.Value.Workspace, SegmentationFramework.Load(Path.Combine(Repository.Folder, "data-samples", "framework.yaml"))));

    public static IEnumerable<Figure> Drivers() => [.. Cohorts().Select(c => Chart.OutcomeDrivers(OutcomeDrivers.Of(c))), Chart.OutcomeDrivers(null)];

    public static IEnumerable<Figure> MixEffects() =>
    [
        Chart.MixEffect(OutcomeDrivers.Controlled(Samples.Value, "Industry", ["Customer Tier"])),
        .. Made().Select(c => Chart.MixEffect(OutcomeDrivers.Controlled(c, FigureCases.Script, ["Size"]))),
        Chart.MixEffect(null),
    ];

    public static IEnumerable<Figure> HazardRatios() =>
    [
        Chart.HazardRatios(SegmentHazards.Of(Samples.Value, "Customer Tier", ["Industry"])),
        .. Made().SelectMany(c => new[] { Chart.HazardRatios(SegmentHazards.Of(c, FigureCases.Script, ["Size"])), Chart.HazardRatios(SegmentHazards.Of(c, FigureCases.Script)) }),
        Chart.HazardRatios(null),
    ];

    private static IEnumerable<OutcomeCohort> Cohorts() => Made().Prepend(Samples.Value).Append(Samples.Value with { Reason = FigureCases.Script }).Append(Samples.Value with { IsClosed = false });

    /// <summary>No account, one, none that left, all that left, and two hundred of which one segment lost nobody.</summary>
    private static IEnumerable<OutcomeCohort> Made()
    {
        foreach (var (n, left) in new (int, Func<int, bool>)[] { (0, _ => false), (1, _ => true), (40, _ => false), (40, _ => true), (200, i => i % 3 != 0 && i % 5 == 0) })
        {
            string[] names = [FigureCases.Script, "<b>Mid</b>", "Large"];
            ImmutableArray<FieldDefinition> fields = [new("kind", FieldType.Text), new("size", FieldType.Text)];
            Dimension[] dimensions =
            [
                new(FigureCases.Script, DimensionKind.Firmographic, EntityKind.Accounts, [.. names.Select(s => new Segment(s, Criterion.Parse("kind = a", fields)))]),
                new("Size", DimensionKind.Firmographic, EntityKind.Accounts, [.. names.Take(2).Select(s => new Segment(s, Criterion.Parse("size = a", fields)))]),
            ];
            var framework = new SegmentationFramework { Version = "v1", Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))], Dimensions = [.. dimensions] };
            var rows = Enumerable.Range(0, n).ToArray();
            ImmutableArray<int> none = [.. rows.Select(_ => -1)];
            yield return new()
            {
                Framework = framework,
                Options = OutcomeOptions.Default with { AssumedUnchanged = ["kind"] },
                Start = new(2025, 9, 30),
                End = new(2025, 12, 31),
                IsClosed = true,
                Source = SegmentSource.Replayed,
                Assigned = new()
                {
                    Framework = framework,
                    Records = new()
                    {
                        Of = EntityKind.Accounts,
                        AsOf = new(2025, 9, 30),
                        Ids = Column.Of("id", rows.Select(i => (string?)$"{FigureCases.Script}{i}")),
                        Fields = new Table("accounts", Column.Of("kind", rows.Select(_ => (string?)"a")), Column.Of("size", rows.Select(_ => (string?)"a"))),
                    },
                    Exclusion = none,
                    OpenExclusion = none,
                    Dimensions = [.. dimensions.Select((d, k) => new DimensionAssignment(d, [.. rows.Select(i => (i / (k + 1)) % d.Segments.Length)], [.. rows.Select(_ => AssignmentState.Matched)], none))],
                },
                ArrAtStart = [.. rows.Select(_ => 100d)],
                ArrAtEnd = [.. rows.Select(i => left(i) ? 0d : 100)],
                Churned = [.. rows.Select(left)],
                Days = [.. rows.Select(i => left(i) ? 31d : 92)],
                TenureDays = [.. rows.Select(_ => double.NaN)],
                UpForRenewal = [.. rows.Select(_ => (bool?)null)],
            };
        }
    }
}
