using System.Collections.Immutable;
using Segmentation.Charts;
using Segmentation.Framework;
using Segmentation.Outcome;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of segments compared: of the samples, and of results made by hand that are empty, open, or named by somebody hostile.</summary>
internal static class ComparisonCases
{
    private static readonly ChurnConcentrationOptions Quick = ChurnConcentrationOptions.Default with { Simulations = 20 };

    private static readonly Lazy<OutcomeCohort> Samples = new(() => OutcomeCohort.Take(CleanCases.Samples.Value.Workspace, FrameworkVersions.Load(Path.Combine(Repository.Folder, "data-samples")).Current));

    private static OutcomeCohort Nobody => Samples.Value with { Reason = FigureCases.Script, Assigned = null, AssignedToday = null };

    public static IEnumerable<Figure> Forests()
    {
        var compared = SegmentComparison.Of(Samples.Value, "Customer Tier");
        return
        [
            .. Samples.Value.Dimensions.Select(d => Chart.OutcomeForest(SegmentComparison.Of(Samples.Value, d.Dimension.Name))),
            Chart.OutcomeForest(SegmentComparison.Of(Samples.Value, "Customer Tier", new() { Measure = SegmentComparisonMeasure.Expanded })),
            Chart.OutcomeForest(SegmentComparison.Of(Samples.Value with { IsClosed = false }, "Customer Tier")),
            Chart.OutcomeForest(SegmentComparison.Of(Nobody, FigureCases.Script)),
            Chart.OutcomeForest(compared with { Dimension = FigureCases.Script, Rows = [.. compared.Rows.Select(r => r with { Segment = FigureCases.Script, Against = r.Against! with { Events = 2 } })] }),
            Chart.OutcomeForest(compared with { Rows = [] }),
            Chart.OutcomeForest(null),
        ];
    }

    public static IEnumerable<Figure> Powers()
    {
        var power = OutcomePower.Of(Samples.Value, "Customer Tier");
        return
        [
            .. Samples.Value.Dimensions.Select(d => Chart.OutcomePower(OutcomePower.Of(Samples.Value, d.Dimension.Name))),
            Chart.OutcomePower(OutcomePower.Of(Nobody, FigureCases.Script)),
            Chart.OutcomePower(power with { Dimension = FigureCases.Script, Rows = [.. power.Rows.Select(r => r with { Segment = FigureCases.Script, NeededDays = double.PositiveInfinity })] }),
            Chart.OutcomePower(power with { Rows = [.. power.Rows.Select(r => r with { Windows = ImmutableArray<OutcomePowerWindow>.Empty })] }),
            Chart.OutcomePower(null),
        ];
    }

    public static IEnumerable<Figure> Concentrations()
    {
        var watched = ChurnConcentration.Of(Samples.Value, "Customer Tier", Quick);
        return
        [
            .. Samples.Value.Dimensions.Select(d => Chart.ChurnConcentration(ChurnConcentration.Of(Samples.Value, d.Dimension.Name, Quick))),
            Chart.ChurnConcentration(ChurnConcentration.Of(Nobody, FigureCases.Script, Quick)),
            Chart.ChurnConcentration(watched with
            {
                Dimension = FigureCases.Script,
                Segments = [.. watched.Segments.Select(s => s with { Segment = FigureCases.Script, Triggered = watched.Months[0].Month })],
                Months = [.. watched.Months.Select(m => m with { Segment = FigureCases.Script, IsTriggered = m.Churned > 3 })],
            }),
            Chart.ChurnConcentration(watched with { Months = [], Segments = [] }),
            Chart.ChurnConcentration(null),
        ];
    }
}
