using System.Collections.Immutable;
using Segmentation.Charts;
using Segmentation.Framework;
using Segmentation.Outcome;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>The chart of survival: of the samples by both clocks, of segments without accounts, and of no cohort.</summary>
internal static class SurvivalCases
{
    private static readonly Lazy<ImmutableArray<SegmentSurvivalResult>> Results = new(() =>
    [
        .. new[] { OutcomeOptions.Default, OutcomeOptions.Default with { WindowDays = null }, OutcomeOptions.Default with { WindowDays = null, Clock = OutcomeClock.Tenure }, OutcomeOptions.Default with { Start = new(2000, 1, 1) } }
            .Select(o => OutcomeCohort.Take(CleanCases.Samples.Value.Workspace, SegmentationFramework.Load(Path.Combine(Repository.Folder, "data-samples", "framework.yaml")), o))
            .SelectMany(c => new[] { "Customer Tier", "Lifecycle" }.Select(d => SegmentSurvival.Of(c, d))),
    ]);

    public static IEnumerable<Figure> Survivals() => [.. Results.Value.Select(Chart.Survival), .. Results.Value.Take(1).Select(Hostile).Select(Chart.Survival), Chart.Survival(null)];

    // A segment named by somebody hostile, and none that churned.
    private static SegmentSurvivalResult Hostile(SegmentSurvivalResult result) => result with
    {
        Dimension = FigureCases.Script,
        Segments = [.. result.Segments.Select((s, i) => i == 0 ? s with { Segment = FigureCases.Script } : s)],
    };
}
