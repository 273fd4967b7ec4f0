using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The churn of segments against the others as it is, and with other dimensions held equal.</summary>
internal static class MixEffectFigure
{
    public static Figure Draw(OutcomeControlledResult result)
    {
        var name = ChartInput.FigureName("mix-effect", result.Dimension);
        OutcomeControlledRow[] rows = [.. result.Rows.Where(r => r.AdjustedDifference is not null)];
        if (rows.Length == 0) return ChartInput.Empty(name, $"{result.Dimension} with the mix held equal", result.Reason ?? $"No segment of {result.Dimension} can be compared.", ChartOptions.Default);
        var held = OutcomeDriversWords.List(result.Controls);
        return new Figure(name,
            Heading(rows, held),
            new FigureLayout(
                new Axis("churn less that of all other segments") { TickFormat = "+.0%" },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length * 2, 44),
                RightMargin = 48,
                Limits = [new LimitLine(0, "no difference", true, FigureStyle.Quiet)],
            },
            IntervalPoint.Draw(
                [
                    .. rows.SelectMany(r => new[]
                    {
                        Mark(r, r.Segment, r.AdjustedDifference!.Value, r.AdjustedInterval, FigureStyle.Main),
                        Mark(r, $"{r.Segment}, as it is", r.CrudeDifference!.Value, r.CrudeInterval, FigureStyle.Aside),
                    }),
                ],
                "+.1%"))
        {
            Note = Phrase.Join(" · ",
            [
                $"{DateColumn.Show(result.Cohort.Start)} to {DateColumn.Show(result.Cohort.End)}",
                FormattableString.Invariant($"bars: {result.Cohort.Framework.Limits.Confidence * 100:0.#}% intervals"),
                $"blue: {held} held equal",
                result.LeftOut == 0 ? Phrase.Empty : Phrase.Of("not drawn: ", Piece.Count(result.LeftOut), " Unassigned or excluded"),
            ]),
        };
    }

    private static Phrase Heading(OutcomeControlledRow[] rows, string held)
    {
        var row = rows.OrderByDescending(r => Math.Abs(r.MixDifference!.Value)).ThenByDescending(r => r.CrudeDifference).First();
        return Phrase.Of($"{row.Segment}: ", Points(row.CrudeDifference!.Value, row), " as it is, ", Points(row.AdjustedDifference!.Value, row), $" with {held} held equal", row.IsReversed ? ": the difference turns around" : string.Empty);
    }

    private static Piece Points(double difference, OutcomeControlledRow row) => Piece.Figure($"{(difference < 0 ? "-" : "+")}{Audit.Phrase.Points(Math.Abs(difference))}", row.Churned);

    private static IntervalPoint Mark(OutcomeControlledRow row, string label, double difference, Interval interval, string colour) =>
        new(label, difference, interval, Phrase.Of(Points(difference, row), ", ", Piece.Count(row.Churned), " of ", Piece.Count(row.Accounts)), row.Churned, colour);
}
