using System.Collections.Immutable;
using Segmentation.Charts;
using Segmentation.Framework;
using Segmentation.Outcome;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of retention: of the samples, and of results that hold nothing, one account, or hostile names.</summary>
internal static class RetentionCases
{
    // Few resamples: the drawing is tested, not the statistics.
    private static readonly OutcomeOptions Quick = OutcomeOptions.Default with { Resamples = 50 };

    private static readonly Lazy<(OutcomeCohort Quarter, OutcomeCohort Long)> Samples = new(() =>
    {
        var framework = SegmentationFramework.Load(Path.Combine(Repository.Folder, "data-samples", "framework.yaml"));
        var workspace = CleanCases.Samples.Value.Workspace;
        return (OutcomeCohort.Take(workspace, framework, Quick), OutcomeCohort.Take(workspace, framework, Quick with { Start = new DateTime(2024, 9, 30), WindowDays = null }));
    });

    private static OutcomeCohort Nothing => new() { Framework = Samples.Value.Quarter.Framework, Options = Quick, Reason = FigureCases.Script };

    public static IEnumerable<Figure> ArrBridges()
    {
        var bridge = ArrBridge.Of(Samples.Value.Quarter, "Customer Tier");
        return
        [
            Chart.ArrBridge(bridge), .. bridge.Rows.Select(r => Chart.ArrBridge(bridge, r.Group)), Chart.ArrBridge(bridge, FigureCases.Script), Chart.ArrBridge(ArrBridge.Of(Samples.Value.Long, "Industry")),
            Chart.ArrBridge(bridge with { Dimension = FigureCases.Script, Rows = [.. bridge.Rows.Select(r => r with { Group = FigureCases.Script })] }, FigureCases.Script),
            Chart.ArrBridge(ArrBridge.Of(Nothing, "Customer Tier")), Chart.ArrBridge(null),
        ];
    }

    public static IEnumerable<Figure> ByMonth()
    {
        var series = Retention.ByMonth(Samples.Value.Long, "Customer Tier");
        var hostile = series with { Dimension = FigureCases.Script, Points = [.. series.Points.Select(p => p with { Segment = FigureCases.Script, Since = p.Since with { Accounts = 1 } })] };
        return
        [
            Chart.RetentionByMonth(series), Chart.RetentionByMonth(series, net: false), Chart.RetentionByMonth(Retention.ByQuarter(Samples.Value.Long, "Industry")), Chart.RetentionByMonth(Retention.ByMonth(Samples.Value.Quarter, "Customer Tier")),
            Chart.RetentionByMonth(hostile), Chart.RetentionByMonth(series with { Points = [] }), Chart.RetentionByMonth(Retention.ByMonth(Nothing, "Customer Tier")), Chart.RetentionByMonth(null),
        ];
    }

    public static IEnumerable<Figure> Cohorts()
    {
        var cohorts = Retention.Cohorts(Samples.Value.Quarter);
        return
        [
            Chart.CohortHeatMap(cohorts), Chart.CohortHeatMap(cohorts, net: true), Chart.CohortHeatMap(Retention.Cohorts(Samples.Value.Quarter, 1)), Chart.CohortHeatMap(cohorts with { Cells = [cohorts.Cells[0]] }),
            Chart.CohortHeatMap(Retention.Cohorts(Nothing)), Chart.CohortHeatMap(null),
        ];
    }

    public static IEnumerable<Figure> Bubbles()
    {
        var retention = Retention.Of(Samples.Value.Quarter, "Customer Tier");
        return
        [
            Chart.SegmentBubble(retention), Chart.SegmentBubble(Retention.Of(Samples.Value.Long, "Industry")), Chart.SegmentBubble(retention with { Segments = [retention.Segments[0] with { Segment = FigureCases.Script }] }),
            Chart.SegmentBubble(retention with { Segments = ImmutableArray.Create(retention.Segments[^1]) }), Chart.SegmentBubble(Retention.Of(Nothing, "Customer Tier")), Chart.SegmentBubble(null),
        ];
    }
}
