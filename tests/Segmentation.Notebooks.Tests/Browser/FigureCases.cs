using System.Globalization;
using Segmentation.Charts;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Figures that every function of <see cref="Chart"/> makes, from ordinary and from hostile tables, by the function's name.</summary>
internal static class FigureCases
{
    public const string Script = "<script>alert(1)</script>";

    public static IReadOnlyDictionary<string, Func<IEnumerable<Figure>>> ByFunction { get; } = new SortedDictionary<string, Func<IEnumerable<Figure>>>(StringComparer.Ordinal)
    {
        [nameof(Chart.Histogram)] = () => Tables().SelectMany<Table, Figure>(t =>
            [Chart.Histogram(t, "arr"), Chart.Histogram(t, "arr", Log), Chart.Histogram(t["created"]), Chart.Histogram(t, "share"), Chart.Histogram(t["phone"])]),
        [nameof(Chart.Bar)] = () => Tables().SelectMany<Table, Figure>(t =>
            [Chart.Bar(t, "industry"), Chart.Bar(t, "industry", "arr", Log), Chart.Bar(t, "name", "share"), Chart.Bar(t["active"]), Chart.Bar(t, "created", "arr", Few)]),
        [nameof(Chart.Box)] = () => Tables().SelectMany<Table, Figure>(t => [Chart.Box(t, "arr", "industry"), Chart.Box(t["arr"], Log), Chart.Box(t, "share", "name", Few)]),
        [nameof(Chart.Scatter)] = () => Tables().SelectMany<Table, Figure>(t =>
            [Chart.Scatter(t, "arr", "share"), Chart.Scatter(t, "created", "arr", "industry", Log), Chart.Scatter(t, "arr", "arr", "name", Few)]),
        [nameof(Chart.Line)] = () => Tables().SelectMany<Table, Figure>(t =>
            [Chart.Line(t, "created"), Chart.Line(t, "created", "arr", "industry", Log), Chart.Line(t, "arr", "share", "name", Few)]),
        [nameof(Chart.HeatMap)] = () => Tables().SelectMany<Table, Figure>(t =>
            [Chart.HeatMap(t, "industry", "active"), Chart.HeatMap(t, "name", "industry", "share"), Chart.HeatMap(t, "created", "industry", "arr", Few)]),
        [nameof(Chart.Completeness)] = AuditCases.Completeness,
        [nameof(Chart.Missingness)] = AuditCases.Missingness,
        [nameof(Chart.CompletenessByMonth)] = AuditCases.CompletenessByMonth,
        [nameof(Chart.Readiness)] = AuditCases.Readiness,
        [nameof(Chart.Variants)] = AuditCases.Variants,
        [nameof(Chart.Freshness)] = AuditCases.Freshness,
        [nameof(Chart.Duplicates)] = AuditCases.Duplicates,
        [nameof(Chart.Orphans)] = AuditCases.Orphans,
        [nameof(Chart.Findings)] = AuditCases.Findings,
        [nameof(Chart.SegmentBalance)] = AuditCases.SegmentBalance,
        [nameof(Chart.Coverage)] = CleanCases.Coverage,
        [nameof(Chart.MatchWeights)] = CleanCases.MatchWeights,
        [nameof(Chart.Explanation)] = CleanCases.Explanation,
        [nameof(Chart.BeforeAfter)] = CleanCases.BeforeAfter,
        [nameof(Chart.ValuesMoved)] = CleanCases.ValuesMoved,
        [nameof(Chart.SegmentShares)] = DistributionCases.SegmentShares,
        [nameof(Chart.ArrBySegment)] = DistributionCases.ArrBySegment,
        [nameof(Chart.CrossTable)] = DistributionCases.CrossTables,
        [nameof(Chart.Drift)] = DistributionCases.Drifts,
        [nameof(Chart.Transitions)] = DistributionCases.Transitions,
        [nameof(Chart.RuleMap)] = DistributionCases.RuleMaps,
        [nameof(Chart.Cuts)] = CalibrationCases.Cuts,
        [nameof(Chart.CutAlternatives)] = CalibrationCases.CutAlternatives,
        [nameof(Chart.BandOutcomes)] = CalibrationCases.BandOutcomes,
        [nameof(Chart.CutStability)] = CalibrationCases.CutStabilities,
        [nameof(Chart.CutSlider)] = CalibrationCases.CutSliders,
        [nameof(Chart.DimensionCandidates)] = CalibrationCases.Candidates,
        [nameof(Chart.ClusterProfile)] = CalibrationCases.ClusterProfiles,
        [nameof(Chart.Redundancy)] = CalibrationCases.Redundancies,
        [nameof(Chart.Survival)] = SurvivalCases.Survivals,
        [nameof(Chart.ArrBridge)] = RetentionCases.ArrBridges,
        [nameof(Chart.RetentionByMonth)] = RetentionCases.ByMonth,
        [nameof(Chart.CohortHeatMap)] = RetentionCases.Cohorts,
        [nameof(Chart.SegmentBubble)] = RetentionCases.Bubbles,
        [nameof(Chart.OutcomeDrivers)] = DriversCases.Drivers,
        [nameof(Chart.MixEffect)] = DriversCases.MixEffects,
        [nameof(Chart.HazardRatios)] = DriversCases.HazardRatios,
        [nameof(Chart.LaunchEffect)] = LaunchCases.LaunchEffects,
        [nameof(Chart.EngagementRates)] = LaunchCases.EngagementRates,
        [nameof(Chart.SegmentHealth)] = LaunchCases.SegmentHealths,
        [nameof(Chart.OutcomeForest)] = ComparisonCases.Forests,
        [nameof(Chart.OutcomePower)] = ComparisonCases.Powers,
        [nameof(Chart.ChurnConcentration)] = ComparisonCases.Concentrations,
    };

    private static ChartOptions Log => new() { Log = true, Unit = "USD", Source = "Export as of 2026-06-30" };

    private static ChartOptions Few => new() { TopCategories = 2, TopSeries = 2, MostDates = 3, MostBins = 2, MostPoints = 3, Title = "A title that a reader wrote with <b>markup</b> and %{x}" };

    /// <summary>An ordinary table, an empty one, one row, all null, all equal, and one whose every text is hostile.</summary>
    private static IEnumerable<Table> Tables()
    {
        yield return Make("accounts", 120, r => r % 7 == 0 ? null : $"Industry {r % 5}", r => r % 11 == 0 ? null : (r * 137 % 5000) + (r % 3), r => new DateTime(2024, 1, 1).AddDays(r * 9));
        yield return Make("empty", 0, _ => null, _ => null, _ => null);
        yield return Make("one", 1, _ => "Software", _ => 12000, _ => new DateTime(2026, 6, 30));
        yield return Make("nulls", 6, _ => null, _ => null, _ => null);
        yield return Make("equal", 8, _ => "Software", _ => 5, _ => new DateTime(2026, 6, 30));
        string[] hostile = [Script, "<b>x</b>", "%{x} $x^2$ {y}", "<a href=\"https://example.com\">x</a>", "2024", "2024-01-01", "=1+1", "\u2028\u202e&amp;", "", new string('x', 5000), "a\nb", "'\"]]>--><!--"];
        double[] numbers = [0, -5, 1e300, double.PositiveInfinity, -1e15, 1e-9, 3, 3, 3, 1e9, 7, -0.0];
        yield return Make("<img src=x onerror=alert(1)>", hostile.Length, r => hostile[r], r => numbers[r], r => r == 0 ? DateTime.MinValue : r == 1 ? DateTime.MaxValue : new DateTime(1900 + r, 1, 1));
    }

    private static Table Make(string name, int rows, Func<int, string?> text, Func<int, double?> number, Func<int, DateTime?> date)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        return new Table(
            name,
            Column.Of("name", all.Select(text)).AsPersonal(),
            Column.Of("industry", all.Select(text)),
            Column.Of("arr", all.Select(number), NumberFormat.Money),
            Column.Of("share", all.Select(r => number(r) is { } v && Math.Abs(v) <= 5000 ? Math.Abs(v) / 5000 : (double?)null), NumberFormat.Share),
            Column.Of("created", all.Select(date)),
            Column.Of("active", all.Select(r => text(r) is null ? (bool?)null : r % 2 == 0)),
            Column.Of("phone", all.Select(r => (double?)r)).AsPersonal(),
            Column.Of(string.Create(CultureInfo.InvariantCulture, $"unused <i>{rows}</i>"), all.Select(text)));
    }
}
