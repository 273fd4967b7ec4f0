using System.Text.Json.Nodes;
using Segmentation.Calibrate;

namespace Segmentation.Charts;

/// <summary>How strongly candidates for dimensions relate to the outcome.</summary>
internal static class DimensionCandidatesFigure
{
    private const string Name = "dimension-candidates";

    public static Figure Draw(DimensionCandidatesResult result)
    {
        DimensionCandidate[] asked = [.. result.Items.Where(c => c.Outcome.Refused is null && double.IsFinite(c.Outcome.Strength)).OrderByDescending(c => c.Outcome.Strength)];
        if (asked.Length == 0) return ChartInput.Empty(Name, "Candidates for dimensions", "No candidate could be held against an outcome.", ChartOptions.Default);
        var chosen = result.Recommended;
        return new Figure(Name,
            chosen.IsEmpty ? "No candidate is recommended as a dimension" : $"Recommended dimensions: {string.Join(", ", chosen.Select(c => c.Name))}",
            new FigureLayout(
                new Axis($"strength of the relation to {CalibrationWords.Of(result.Measure)}, 0 to 1") { FromZero = true },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            { Height = FigureLayout.HeightOf(asked.Length, 30), ShowLegend = true },
            [.. new[] { DimensionCandidateVerdict.Recommended, DimensionCandidateVerdict.RunnerUp, DimensionCandidateVerdict.Redundant, DimensionCandidateVerdict.NotShown, DimensionCandidateVerdict.Unfit }
                .Where(v => asked.Any(c => c.Verdict == v)).Select(v => Marks(v, [.. asked.Where(c => c.Verdict == v)]))])
        {
            Note = asked.Length == result.Items.Length ? "bars: intervals" : $"bars: intervals · {result.Items.Length - asked.Length} candidates are known only after the outcome, or cannot divide: the table says which",
        };
    }

    private static Trace Marks(DimensionCandidateVerdict verdict, DimensionCandidate[] candidates) => new("scatter",
    [
        new("y", new LabelSeries([.. candidates.Select(c => c.Name)])),
        new("x", new NumberSeries([.. candidates.Select(c => c.Outcome.Strength)])),
        new("error_x.array", new NumberSeries([.. candidates.Select(c => Math.Max(0, c.Outcome.Interval.High - c.Outcome.Strength))])),
        new("error_x.arrayminus", new NumberSeries([.. candidates.Select(c => Math.Max(0, c.Outcome.Strength - c.Outcome.Interval.Low))])),
    ])
    {
        Name = Load.SnakeName.Words(verdict),
        Style = () =>
        {
            var colour = verdict switch { DimensionCandidateVerdict.Recommended => FigureStyle.Main, DimensionCandidateVerdict.RunnerUp => "#56B4E9", DimensionCandidateVerdict.Redundant => "#E69F00", _ => FigureStyle.Aside };
            return new JsonObject
            {
                ["mode"] = "markers",
                ["marker"] = new JsonObject { ["size"] = 10, ["color"] = colour },
                ["error_x"] = new JsonObject { ["type"] = "data", ["symmetric"] = false, ["color"] = colour, ["thickness"] = 2, ["width"] = 5 },
                ["hovertemplate"] = "%{y}: %{x:.2f}<extra></extra>",
            };
        },
    };
}
