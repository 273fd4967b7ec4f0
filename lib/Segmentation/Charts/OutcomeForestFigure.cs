using System.Text.Json.Nodes;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The rates of a dimension's segments, with what is to be made of them.</summary>
internal static class OutcomeForestFigure
{
    // Room for the longest verdict, in pixels.
    private const int VerdictWidth = 330;

    public static Figure Draw(SegmentComparisonResult comparison)
    {
        var name = ChartInput.FigureName("outcome-forest", comparison.Dimension);
        var verb = SegmentComparisonWords.Of(comparison.Options.Measure);
        if (comparison.Reason is not null || comparison.Rate is not { } overall)
            return ChartInput.Empty(name, $"{comparison.Dimension} compared", comparison.Reason ?? $"No segment of {comparison.Dimension} has accounts at the start.", ChartOptions.Default);
        var rows = comparison.Rows.Where(r => r.Against is not null).Select(r => (r.Segment, Rate: r.Against!)).ToArray();
        var right = rows.Where(r => r.Rate.Rate is not null).Max(r => r.Rate.RateInterval.High) * 1.04;
        return new Figure(name,
            Heading(comparison, rows, verb),
            new FigureLayout(
                new Axis($"share of accounts that {verb}") { TickFormat = ".0%", Range = (0, right), FromZero = true },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length, 56),
                RightMargin = VerdictWidth,
                Limits = [new LimitLine(overall, $"all {NumberColumn.Show(overall, NumberFormat.Share)}", true, FigureStyle.Quiet)],
            },
            new Trace("scatter",
            [
                new("y", new LabelSeries([.. rows.Select(r => r.Segment)])),
                new("x", new NumberSeries([.. rows.Select(r => r.Rate.Rate ?? double.NaN)])),
                new("error_x.array", new NumberSeries([.. rows.Select(r => r.Rate.RateInterval.High - (r.Rate.Rate ?? double.NaN))])),
                new("error_x.arrayminus", new NumberSeries([.. rows.Select(r => (r.Rate.Rate ?? double.NaN) - r.Rate.RateInterval.Low)])),
                new("text", new TextSeries([.. rows.Select(r => Phrase.Of(Piece.Count(r.Rate.Events), " of ", Piece.Count(r.Rate.Accounts)))])),
                new("marker.color", new StyleSeries([.. rows.Select(r => Colour(r.Rate))])),
            ])
            {
                Records = [.. rows.Select(r => (double)r.Rate.Events)],
                Style = () => new JsonObject
                {
                    ["mode"] = "markers+text",
                    ["textposition"] = "top center",
                    ["cliponaxis"] = false,
                    ["marker"] = new JsonObject { ["size"] = 11 },
                    ["error_x"] = new JsonObject { ["type"] = "data", ["symmetric"] = false, ["color"] = FigureStyle.Quiet, ["thickness"] = 2, ["width"] = 6 },
                    ["hovertemplate"] = "%{y}: %{x:.1%} (%{text})<extra></extra>",
                },
            },
            new Trace("scatter",
            [
                new("y", new LabelSeries([.. rows.Select(r => r.Segment)])),
                new("x", new PositionSeries([.. rows.Select(_ => right)])),
                new("text", new TextSeries([.. rows.Select(r => Phrase.Of("  ", SegmentComparisonWords.Verdict(r.Rate)))])),
                new("textfont.color", new StyleSeries([.. rows.Select(r => Colour(r.Rate) == FigureStyle.Aside ? FigureStyle.Quiet : Colour(r.Rate))])),
            ])
            {
                Style = () => new JsonObject { ["mode"] = "text", ["textposition"] = "middle right", ["cliponaxis"] = false, ["hoverinfo"] = "skip" },
            })
        {
            Note = Phrase.Join(" · ",
            [
                $"{DateColumn.Show(comparison.Cohort.Start)} to {DateColumn.Show(comparison.Cohort.End)}",
                FormattableString.Invariant($"{comparison.Cohort.Framework.Limits.Confidence * 100:0.#}% intervals, verdicts against all others"),
                comparison.Unassigned == 0 ? Phrase.Empty : Phrase.Of("without ", Piece.Count(comparison.Unassigned), " Unassigned"),
                comparison.Excluded == 0 ? Phrase.Empty : Phrase.Of("without ", Piece.Count(comparison.Excluded), " excluded"),
                comparison.IsBiased ? "BIASED: segments not known as of the start" : Phrase.Empty,
            ]),
        };
    }

    private static Phrase Heading(SegmentComparisonResult comparison, (string Segment, SegmentComparisonRate Rate)[] rows, string verb)
    {
        var differing = rows.Where(r => r.Rate.Test != SegmentComparisonTest.None && r.Rate.Verdict == OutcomeVerdict.Difference).OrderByDescending(r => Math.Abs(r.Rate.Difference!.Value)).ToArray();
        if (differing.Length > 0)
        {
            var (segment, rate) = differing[0];
            return Phrase.Of(Share(rate.Rate!.Value, rate.Events), $" of {segment} {verb}, against ", Share(rate.OtherRate!.Value, rate.OtherEvents), " of all others");
        }

        var same = rows.Count(r => r.Rate.Test != SegmentComparisonTest.None && r.Rate.Verdict == OutcomeVerdict.NoRelevantDifference);
        return FormattableString.Invariant($"No segment of {comparison.Dimension} {verb} differently beyond chance; {(same == 0 ? "none" : same)} certainly alike");
    }

    private static Piece Share(double share, int events) => Piece.Figure(NumberColumn.Show(share, NumberFormat.Share), events);

    private static string Colour(SegmentComparisonRate rate) => rate.Test == SegmentComparisonTest.None ? FigureStyle.Aside : rate.Verdict switch
    {
        OutcomeVerdict.Difference => FigureStyle.Alert,
        OutcomeVerdict.NoRelevantDifference => FigureStyle.Main,
        _ => FigureStyle.Aside,
    };
}
