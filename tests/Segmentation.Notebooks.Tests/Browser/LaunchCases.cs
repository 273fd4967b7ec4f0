using Segmentation.Charts;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Outcome;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of the launch, engagement and health: of the samples, of windows that cannot be answered, and of segments with hostile names and hardly an account.</summary>
internal static class LaunchCases
{
    private static readonly Lazy<SegmentationFramework> Framework = new(() => SegmentationFramework.Load(Path.Combine(Repository.Folder, "data-samples", "framework.yaml")));

    // Few resamples: the drawing is tested, not the statistics.
    private static readonly LaunchEffectOptions Quick = LaunchEffectOptions.Default with { Outcome = OutcomeOptions.Default with { Resamples = 20 } };

    private static readonly EngagementRatesOptions QuickRates = EngagementRatesOptions.Default with { Resamples = 20 };

    public static IEnumerable<Figure> LaunchEffects() =>
    [
        Chart.LaunchEffect(LaunchEffect.Of(CleanCases.Samples.Value.Workspace, Framework.Value, "Customer Tier", Quick with { Untreated = ["Mid-Market", "Enterprise"] })),
        Chart.LaunchEffect(LaunchEffect.Of(CleanCases.Samples.Value.Workspace, Framework.Value, "Customer Tier", Quick with { Outcome = Quick.Outcome with { WindowDays = 270 } })),
        Chart.LaunchEffect(LaunchEffect.Of(CleanCases.Samples.Value.Workspace, Framework.Value, "Customer Tier", Quick with { Outcome = Quick.Outcome with { WindowDays = 900 } })),
        Chart.LaunchEffect(LaunchEffect.Of(CleanCases.Samples.Value.Workspace, Hostile(), "Size", Quick)),
        Chart.LaunchEffect(null),
    ];

    public static IEnumerable<Figure> EngagementRates() =>
    [
        .. new[] { null, "active share", "no such measure" }.Select(m => Chart.EngagementRates(Segmentation.Outcome.EngagementRates.Of(CleanCases.Samples.Value.Workspace, Framework.Value, "Customer Tier", QuickRates), m)),
        Chart.EngagementRates(Segmentation.Outcome.EngagementRates.Of(CleanCases.Samples.Value.Workspace, Framework.Value, "Seniority", QuickRates)),
        Chart.EngagementRates(Segmentation.Outcome.EngagementRates.Of(CleanCases.Samples.Value.Workspace, Hostile(), "Size", QuickRates)),
        Chart.EngagementRates(null),
    ];

    public static IEnumerable<Figure> SegmentHealths() =>
    [
        .. Enum.GetValues<SegmentHealthMeasure>().Select(m => Chart.SegmentHealth(SegmentHealth.Of(CleanCases.Samples.Value.Workspace, Framework.Value, "Customer Tier"), m)),
        Chart.SegmentHealth(SegmentHealth.Of(CleanCases.Samples.Value.Workspace, Framework.Value, "Engagement")),
        Chart.SegmentHealth(SegmentHealth.Of(CleanCases.Samples.Value.Workspace, Hostile(), "Size"), SegmentHealthMeasure.Nps),
        Chart.SegmentHealth(null),
    ];

    private static SegmentationFramework Hostile()
    {
        FieldDefinition field = new("employees", FieldType.Whole);
        return new SegmentationFramework
        {
            Version = "v0",
            Fields = [new FrameworkField(Segmentation.Load.EntityKind.Accounts, field)],
            Dimensions =
            [
                new Dimension("Size", DimensionKind.Firmographic, Segmentation.Load.EntityKind.Accounts,
                [
                    new Segment(FigureCases.Script, Criterion.Parse("employees >= 50000", [field])),
                    new Segment("the rest", Criterion.Parse("employees < 50000", [field])),
                    new Segment("nobody", Criterion.Parse("employees > 900000000", [field])),
                ]),
            ],
        };
    }
}
