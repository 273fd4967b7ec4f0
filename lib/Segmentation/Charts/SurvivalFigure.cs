using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Outcome;
using Segmentation.Survival;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Kaplan-Meier curves of segments with bands, and a table of accounts at risk beneath, aligned with the axis of time.</summary>
internal static class SurvivalFigure
{
    private const int CurvesHeight = 320;
    private const int RowHeight = 24;

    // The axis of survival starts at a round share below the lowest band, not always at 0: of a window in which nearly all stay nothing else would be seen. Its title says where.
    private const double RoundTo = 0.1;

    public static Figure Draw(SegmentSurvivalResult survival)
    {
        var name = ChartInput.FigureName("survival", survival.Dimension);
        int[] drawn = [.. Enumerable.Range(0, survival.Segments.Length).Where(s => survival.Segments[s].Accounts > 0)];
        if (survival.Reason is not null || drawn.Length == 0) return ChartInput.Empty(name, $"Survival by {survival.Dimension}", survival.Reason ?? "No segment has accounts.", ChartOptions.Default);
        var steps = drawn.ToDictionary(s => s, s => Steps.Of(survival.Segments[s].Curve, survival.RiskTimes[0]));
        var lowest = steps.Values.Min(c => c.Lower.Where(double.IsFinite).Concat(c.Survival).Min());
        var floor = Math.Max(0, Math.Floor(Math.Round(lowest / RoundTo, 9)) * RoundTo);
        if (floor >= 1) floor = 1 - RoundTo;
        var row = (1 - floor) * RowHeight / CurvesHeight;
        double RowAt(int line) => floor - ((line + 1.6) * row);
        var isTenure = survival.Cohort.Options.Clock == OutcomeClock.Tenure;
        var last = Math.Max(survival.RiskTimes[^1], survival.Segments.Max(s => s.Curve.FollowedTo));
        var pad = (last - survival.RiskTimes[0]) * 0.02;
        return new Figure(name, Heading(survival, drawn),
            new FigureLayout(
                new Axis(isTenure ? "days of tenure" : $"days since {DateColumn.Show(survival.Cohort.Start)}")
                {
                    Range = (survival.RiskTimes[0] - pad, last + pad),
                    Grid = false,
                    Ticks = [.. survival.RiskTimes.Select(t => (t, t.ToString("0", CultureInfo.InvariantCulture)))],
                },
                new Axis(floor > 0 ? string.Create(CultureInfo.InvariantCulture, $"share not churned, from {floor * 100:0}%") : "share not churned")
                {
                    Range = (RowAt(drawn.Length - 1) - row, 1 + (row / 2)),
                    Grid = false,
                    Ticks =
                    [
                        .. SharesFrom(floor).Select(t => (t, string.Create(CultureInfo.InvariantCulture, $"{t * 100:0}%"))),
                        (RowAt(-1), "at risk"),
                        .. drawn.Select((s, line) => (RowAt(line), PlotlyText.Shorten(survival.Segments[s].Segment))),
                    ],
                })
            {
                Height = CurvesHeight + ((drawn.Length + 2) * RowHeight) + 56,
                RightMargin = 150,
                Limits = [new LimitLine(floor, string.Empty, false, FigureStyle.Aside)],
            },
            [
                .. drawn.Select(s => Area(steps[s], Colour(s), survival.Segments[s].Accounts)),
                .. drawn.Select(s => Line(survival.Segments[s], steps[s], Colour(s))),
                LineEnds.Draw(
                    drawn.Select(s => new LineEnd(steps[s].Times[^1], steps[s].Survival[^1], Piece.Label(survival.Segments[s].Segment, false), Colour(s), survival.Segments[s].Accounts)),
                    [floor, 1],
                    false,
                    at => new PositionSeries(at),
                    floor),
                .. drawn.Select((s, line) => AtRisk(survival, s, RowAt(line), Colour(s))),
            ])
        {
            Note = Phrase.Join(" · ",
            [
                string.Create(CultureInfo.InvariantCulture, $"Kaplan-Meier, bands: {survival.Cohort.Framework.Limits.Confidence * 100:0.#}% intervals"),
                survival.Test is { DegreesOfFreedom: > 0 } test ? $"log-rank p of all segments {SegmentSurvivalResult.Probability(test.PValue)}, each against the others corrected by Holm's method" : "no log-rank test: nothing to compare",
                survival.KnownTodayOnly.IsEmpty || survival.Cohort.Source == SegmentSource.Today ? Phrase.Empty : $"{string.Join(", ", survival.KnownTodayOnly)} known as of today only: what happened may have made the segment",
                survival.Cohort.Source == SegmentSource.Today ? "segments of today, not of the start: biased" : Phrase.Empty,
            ]),
        };

        string Colour(int segment) => FigureStyle.Palette[Array.IndexOf(drawn, segment) % FigureStyle.Palette.Length];
    }

    // Round shares from 100% down to the start of the axis.
    private static IEnumerable<double> SharesFrom(double floor)
    {
        var step = (1 - floor) switch { <= 0.11 => 2, <= 0.31 => 5, <= 0.61 => 10, _ => 20 };
        for (var percent = 100; percent >= Math.Round(floor * 100); percent -= step) yield return percent / 100.0;
    }

    private static Phrase Heading(SegmentSurvivalResult survival, int[] drawn)
    {
        var m = survival.Milestones.Length - 1;
        var told = drawn.Where(s => double.IsFinite(survival.Segments[s].Survival[m].Value)).ToArray();
        if (told.Length == 0) return $"No segment of {survival.Dimension} was watched long enough to say how many stay";
        var (worst, best) = (survival.Segments[told.MinBy(s => survival.Segments[s].Survival[m].Value)], survival.Segments[told.MaxBy(s => survival.Segments[s].Survival[m].Value)]);
        var when = string.Create(CultureInfo.InvariantCulture, $"{(survival.Cohort.Options.Clock == OutcomeClock.Tenure ? "at" : "after")} {survival.Milestones[m]:0} days{(survival.Cohort.Options.Clock == OutcomeClock.Tenure ? " of tenure" : string.Empty)}");
        OutcomeVerdict[] compared = [.. drawn.Select(s => survival.Segments[s].Verdict)];
        return compared.Contains(OutcomeVerdict.Difference)
            ? Phrase.Of($"{worst.Segment} loses most: ", Share(worst), $" are left {when}, ", Share(best), $" of {best.Segment}")
            : Phrase.Of($"{(compared.All(v => v == OutcomeVerdict.NoRelevantDifference) ? $"The segments of {survival.Dimension} stay alike" : $"Too little is known to tell the segments of {survival.Dimension} apart")}: {when} ", Share(worst), " to ", Share(best), " are left");

        Piece Share(SegmentSurvivalRow row) => Piece.Figure(NumberColumn.Show(row.Survival[m].Value, NumberFormat.Share), row.Accounts);
    }

    private static Trace Line(SegmentSurvivalRow segment, Steps steps, string colour) => new("scatter",
    [
        new("x", new PositionSeries(steps.Times)),
        new("y", new NumberSeries(steps.Survival)),
        new("hovertext", new TextSeries([.. steps.Times.Select((t, i) => Phrase.Of(
            string.Create(CultureInfo.InvariantCulture, $"day {t:0}: {NumberColumn.Show(steps.Survival[i], NumberFormat.Share)} ({Show(steps.Lower[i])} to {Show(steps.Upper[i])})")))])),
    ])
    {
        Name = segment.Segment,
        Records = [.. steps.Times.Select(_ => (double)segment.Accounts)],
        Style = () => new JsonObject
        {
            ["mode"] = "lines",
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2.5, ["shape"] = "hv" },
            ["hovertemplate"] = "%{hovertext}<extra>%{fullData.name}</extra>",
        },
    };

    // The band as one closed area: along the upper ends and back along the lower ones, each held until the next step.
    private static Trace Area(Steps steps, string colour, int accounts)
    {
        var (x, y) = (new List<double>(), new List<double>());
        int[] known = [.. Enumerable.Range(0, steps.Times.Length).Where(i => double.IsFinite(steps.Lower[i]))];
        for (var k = 0; k < known.Length; k++) Add(known[k], k, steps.Upper, forward: true);
        for (var k = known.Length - 1; k >= 0; k--) Add(known[k], k, steps.Lower, forward: false);
        return new Trace("scatter", [new("x", new PositionSeries([.. x])), new("y", new NumberSeries([.. y]))])
        {
            Records = [.. x.Select(_ => (double)accounts)],
            Style = () => new JsonObject { ["mode"] = "lines", ["fill"] = "toself", ["fillcolor"] = colour, ["opacity"] = 0.16, ["line"] = new JsonObject { ["width"] = 0 }, ["hoverinfo"] = "skip" },
        };

        void Add(int i, int k, ImmutableArray<double> ends, bool forward)
        {
            var until = k + 1 < known.Length ? steps.Times[known[k + 1]] : steps.Times[i];
            x.AddRange(forward ? [steps.Times[i], until] : [until, steps.Times[i]]);
            y.AddRange([ends[i], ends[i]]);
        }
    }

    private static Trace AtRisk(SegmentSurvivalResult survival, int segment, double height, string colour) => new("scatter",
    [
        new("x", new PositionSeries(survival.RiskTimes)),
        new("y", new PositionSeries([.. survival.RiskTimes.Select(_ => height)])),
        new("text", new TextSeries([.. survival.Segments[segment].AtRisk.Select(n => Phrase.Of(Piece.Count(n)))])),
    ])
    {
        Style = () => new JsonObject { ["mode"] = "text", ["textposition"] = "middle center", ["cliponaxis"] = false, ["textfont"] = new JsonObject { ["color"] = colour, ["size"] = 12 }, ["hoverinfo"] = "skip" },
    };

    private static string Show(double share) => double.IsFinite(share) ? NumberColumn.Show(share, NumberFormat.Share) : "unknown";

    /// <summary>A curve from the first time of the axis to its last, one place a step.</summary>
    private sealed record Steps(ImmutableArray<double> Times, ImmutableArray<double> Survival, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
    {
        public static Steps Of(SurvivalCurve curve, double start)
        {
            // Times without an event change nothing but the last, where the curve ends.
            int[] at = [.. Enumerable.Range(0, curve.Times.Length).Where(i => curve.Events[i] > 0 || i == curve.Times.Length - 1)];
            var first = curve.EstimateAt(Math.Min(start, curve.Times[0]) - 1).Interval;
            return new(
                [start, .. at.Select(i => curve.Times[i])],
                [1, .. at.Select(i => curve.Survival[i])],
                [first.Low, .. at.Select(i => curve.Lower[i])],
                [first.High, .. at.Select(i => curve.Upper[i])]);
        }
    }
}
