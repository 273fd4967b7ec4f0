using System.Text.Json.Nodes;
using Segmentation.Outcome;

namespace Segmentation.Charts;

/// <summary>How likely a difference as large as the margin is to be found in each segment, by the length of the window.</summary>
internal static class OutcomePowerFigure
{
    public static Figure Draw(OutcomePowerResult power)
    {
        var name = ChartInput.FigureName("outcome-power", power.Dimension);
        OutcomePowerRow[] rows = [.. power.Rows.Where(r => !r.Windows.IsEmpty)];
        if (rows.Length == 0) return ChartInput.Empty(name, $"What {power.Dimension} could show", power.Reason ?? $"Fewer than two segments of {power.Dimension} have accounts at the start.", ChartOptions.Default);
        var days = (power.Cohort.End - power.Cohort.Start).Days;
        var enough = rows.Count(r => r.NeededDays <= days);
        OutcomePowerRow longest = rows.MaxBy(r => r.NeededDays ?? 0)!;
        var margin = SegmentComparisonWords.Points(power.Cohort.Options.EquivalenceMargin);
        return new Figure(name,
            enough == rows.Length ? FormattableString.Invariant($"{days} days are enough to see {margin} in every segment of {power.Dimension}")
                : FormattableString.Invariant($"{days} days are not enough to see {margin} in {(enough == 0 ? "any segment" : $"{rows.Length - enough} of {rows.Length} segments")}; {longest.Segment}: {Waiting(longest)}"),
            new FigureLayout(
                new Axis("length of the window, days") { Grid = false },
                new Axis($"chance to find a difference of {margin}") { Range = (0, 1), FromZero = true, TickFormat = ".0%" })
            {
                RightMargin = 150,
                Limits = [new LimitLine(days, FormattableString.Invariant($"{days} days"), true, FigureStyle.Quiet), new LimitLine(power.Cohort.Options.Power, FormattableString.Invariant($"{power.Cohort.Options.Power * 100:0.#}% wanted"), false, FigureStyle.Quiet)],
            },
            [
                .. rows.Select((row, i) => Line(row, FigureStyle.Palette[i % FigureStyle.Palette.Length])),
                LineEnds.Draw(
                    rows.Select((row, i) => (Row: row, Last: row.Windows[^1], Colour: FigureStyle.Palette[i % FigureStyle.Palette.Length]))
                        .Select(e => new LineEnd(e.Last.Days, e.Last.Chance, Piece.Label(e.Row.Segment, false), e.Colour, double.MaxValue)),
                    rows.SelectMany(r => r.Windows.Select(w => w.Chance)), false, at => new PositionSeries(at)),
            ])
        {
            Note = FormattableString.Invariant($"each against all others, corrected for all segments; {margin} in {days} days, hazards constant"),
        };
    }

    private static Trace Line(OutcomePowerRow row, string colour) => new("scatter",
    [
        new("x", new PositionSeries([.. row.Windows.Select(w => (double)w.Days)])),
        new("y", new NumberSeries([.. row.Windows.Select(w => w.Chance)])),
    ])
    {
        Name = Piece.Label(row.Segment, false),
        Style = () => new JsonObject
        {
            ["mode"] = "lines+markers",
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2.5 },
            ["marker"] = new JsonObject { ["size"] = 7, ["color"] = colour },
            ["hovertemplate"] = "%{x} days: %{y:.0%}<extra>%{fullData.name}</extra>",
        },
    };

    private static string Waiting(OutcomePowerRow row) => row.NeededDays is { } needed && double.IsFinite(needed) ? $"{SegmentComparisonWords.Days(needed)} days" : "no window is long enough";
}
