using System.Collections.Immutable;
using Segmentation.Calibrate;
using Segmentation.Charts;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of calibration: of the samples, and of accounts made by hand that are none, one, all alike, or named by somebody hostile.</summary>
internal static class CalibrationCases
{
    // Few resamples: the drawing is tested, not the statistics.
    private static readonly CalibrationOptions Quick = CalibrationOptions.Default with { Resamples = 20 };

    private static readonly Lazy<CalibrationData> Samples = new(() =>
        CalibrationData.Take(CleanCases.Samples.Value.Workspace, SegmentationFramework.Load(Path.Combine(Repository.Folder, "data-samples", "framework.yaml")), Quick));

    private static readonly Lazy<ImmutableArray<CalibrationResult>> Results = new(() =>
    [
        Calibration.Propose(Samples.Value, "employees", OutcomeMeasure.Churned, Quick),
        Calibration.Propose(Samples.Value, "active_share", OutcomeMeasure.Expanded, Quick),
        Calibration.Propose(Samples.Value, "arr", OutcomeMeasure.NetRetention, Quick),
        Calibration.Propose(Samples.Value, "health_score", OutcomeMeasure.Churned, Quick),
        Calibration.Propose(Samples.Value, "no such field", OutcomeMeasure.Churned, Quick),
        .. Made().Select(d => Calibration.Propose(d, FigureCases.Script, OutcomeMeasure.Churned, Quick)),
    ]);

    public static IEnumerable<Figure> Cuts() => [.. Results.Value.Select(Chart.Cuts), Chart.Cuts(null)];

    public static IEnumerable<Figure> CutAlternatives() => [.. Results.Value.Select(Chart.CutAlternatives), Chart.CutAlternatives(null)];

    public static IEnumerable<Figure> BandOutcomes() => [.. Results.Value.Select(Chart.BandOutcomes), Chart.BandOutcomes(null)];

    public static IEnumerable<Figure> CutStabilities() => [.. Results.Value.Select(Chart.CutStability), Chart.CutStability(null)];

    public static IEnumerable<Figure> CutSliders() => [.. Results.Value.Select(r => Chart.CutSlider(r)), Chart.CutSlider(Results.Value[0], 1), Chart.CutSlider(Results.Value[0], 9), Chart.CutSlider(null)];

    public static IEnumerable<Figure> Candidates() => [.. Ranked().Select(Chart.DimensionCandidates), Chart.DimensionCandidates(null)];

    public static IEnumerable<Figure> Redundancies() => [.. Ranked().Select(Chart.Redundancy), Chart.Redundancy(null)];

    public static IEnumerable<Figure> ClusterProfiles() => [.. Made().Prepend(Samples.Value).Select(d => Chart.ClusterProfile(CustomerClusters.Find(d))), Chart.ClusterProfile(null)];

    private static IEnumerable<DimensionCandidatesResult> Ranked() => Made().Prepend(Samples.Value).Select(d => DimensionCandidates.Rank(d, OutcomeMeasure.Churned));

    /// <summary>No account, one, sixty alike, and sixty that differ, under names that are hostile.</summary>
    private static IEnumerable<CalibrationData> Made()
    {
        foreach (var values in new double?[][] { [], [5], [.. Enumerable.Repeat<double?>(7, 60)], [.. Enumerable.Range(0, 200).Select(i => i % 9 == 4 ? null : (double?)((i * i) - 3))] })
        {
            ImmutableArray<FieldDefinition> fields = [new(FigureCases.Script, FieldType.Number) { Unit = FigureCases.Script }];
            var records = new FrameworkRecords
            {
                Of = EntityKind.Accounts,
                AsOf = new DateTime(2026, 6, 30),
                Ids = Column.Of("id", values.Select((_, i) => (string?)$"{FigureCases.Script}{i}")),
                Arr = Column.Of("arr", values.Select((_, i) => i == 5 ? -1 : i == 6 ? 1e12 : (double?)(i * 1000)), NumberFormat.Money),
                Fields = new Table("accounts", Column.Of(FigureCases.Script, values)),
            };
            var framework = new SegmentationFramework { Version = "v0", Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))] };
            yield return new CalibrationData { Framework = framework, Today = records, Excluded = 0, Options = Quick, NoWindow = FigureCases.Script };
        }
    }
}
