using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Hazard ratios of a dimension's segments on a logarithmic axis: with controls held equal, and as they are.</summary>
internal static class HazardRatiosFigure
{
    // Beyond these a ratio is drawn at the edge, its number beside it.
    private const double Least = 1 / 64d;
    private const double Most = 64;

    public static Figure Draw(SegmentHazardsResult hazards)
    {
        var name = ChartInput.FigureName("hazard-ratios", hazards.Dimension);
        SegmentHazard[] rows = [.. hazards.Rows.Where(r => r.Verdict is not null)];
        if (rows.Length == 0) return ChartInput.Empty(name, $"Hazard ratios of {hazards.Dimension}", hazards.Reason ?? $"No segment of {hazards.Dimension} can be compared.", ChartOptions.Default);
        var isControlled = !hazards.Controls.IsEmpty;
        var ends = rows.SelectMany(r => isControlled ? [r.Adjusted!.RatioInterval, r.Crude!.RatioInterval] : new[] { r.Adjusted!.RatioInterval }).SelectMany(i => new[] { i.Low, i.High }).ToArray();
        var (low, high) = (Math.Clamp(ends.Min() / 1.1, Least, .4), Math.Clamp(ends.Max() * 1.1, 2.5, Most));
        var held = OutcomeDriversWords.List(hazards.Controls);
        return new Figure(name,
            Heading(rows, hazards.Dimension, held),
            new FigureLayout(
                new Axis("hazard of churn, times that of all other segments (logarithmic)", AxisKind.Log)
                {
                    Range = (Math.Log10(low), Math.Log10(high)),
                    Ticks = [.. Enumerable.Range(-6, 13).Select(e => Math.Pow(2, e)).Where(t => t >= low && t <= high).Select(t => (t, t < 1 ? FormattableString.Invariant($"1/{1 / t:0}") : FormattableString.Invariant($"{t:0}")))],
                },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length * (isControlled ? 2 : 1), 44),
                RightMargin = 48,
                Limits = [new LimitLine(1, "no difference", true, FigureStyle.Quiet)],
            },
            IntervalPoint.Draw(
                [
                    .. rows.SelectMany(r => isControlled
                        ? new[] { Mark(r, r.Segment, r.Adjusted!, FigureStyle.Main, low, high), Mark(r, $"{r.Segment}, as it is", r.Crude!, FigureStyle.Aside, low, high) }
                        : [Mark(r, r.Segment, r.Adjusted!, FigureStyle.Main, low, high)]),
                ],
                ".2f"))
        {
            Note = Phrase.Join(" · ",
            [
                $"{DateColumn.Show(hazards.Cohort.Start)} to {DateColumn.Show(hazards.Cohort.End)}",
                FormattableString.Invariant($"bars: {hazards.Cohort.Framework.Limits.Confidence * 100:0.#}% intervals"),
                isControlled ? $"blue: {held} held equal" : Phrase.Empty,
                hazards.LeftOut == 0 ? Phrase.Empty : Phrase.Of("not drawn: ", Piece.Count(hazards.LeftOut), " without a segment or a place on the clock"),
            ]),
        };
    }

    private static Phrase Heading(SegmentHazard[] rows, string dimension, string held)
    {
        var differing = rows.Where(r => r.Verdict == OutcomeVerdict.Difference).OrderByDescending(r => Math.Abs(r.Adjusted!.Estimate)).FirstOrDefault();
        var with = held.Length == 0 ? string.Empty : $", {held} held equal";
        return differing is null ? $"No segment of {dimension} churns faster or slower than the others beyond chance{with}"
            : Phrase.Of($"{differing.Segment} churns at ", Piece.Figure(OutcomeDriversWords.Ratio(differing.Adjusted!.Ratio), differing.Churned), $" times the rate of the others{with}");
    }

    private static IntervalPoint Mark(SegmentHazard row, string label, ModelCoefficient of, string colour, double low, double high) => new(
        label, Math.Clamp(of.Ratio, low, high), new Interval(Math.Clamp(of.RatioInterval.Low, low, high), Math.Clamp(of.RatioInterval.High, low, high)),
        Phrase.Of(Piece.Figure($"{OutcomeDriversWords.Ratio(of.Ratio)} ({OutcomeDriversWords.Ratio(of.RatioInterval)})", row.Churned), ", ", Piece.Count(row.Churned), " of ", Piece.Count(row.Accounts)), row.Churned, colour);
}
