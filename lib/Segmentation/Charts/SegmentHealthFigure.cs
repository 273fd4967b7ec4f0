using System.Globalization;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Health, NPS or usage of each segment.</summary>
internal static class SegmentHealthFigure
{
    public static Figure Draw(SegmentHealthResult health, SegmentHealthMeasure? measure)
    {
        var chosen = measure ?? health.Rows.FirstOrDefault()?.Measure;
        var words = chosen is { } m ? SegmentHealthResult.Of(m) : "Health";
        var name = ChartInput.FigureName("segment-health", health.Dimension, words);
        var rows = health.Rows.Where(r => r.Measure == chosen && r.Segment is not null && r.Score is not null).ToArray();
        if (rows.Length == 0 || health.Rows.FirstOrDefault(r => r.Measure == chosen && r.Segment is null) is not { Score: { } score } all)
            return ChartInput.Empty(name, $"{words} by {health.Dimension}", health.Reason ?? $"The exports hold no {words} of these accounts.", ChartOptions.Default);

        // NPS is spoken of in points.
        var scale = chosen == SegmentHealthMeasure.Nps ? 100d : 1;
        var apart = rows.Where(r => r.Verdict == OutcomeVerdict.Difference).ToArray();
        return new Figure(name,
            apart.Length == 0
                ? Phrase.Of($"{words}: no segment differs from the others beyond chance (all ", Piece.Figure(Show(all, score * scale), all.Values), ")")
                : Phrase.Join(string.Empty, [$"{words}: ", Phrase.Join(", ", apart.Select(r => Phrase.Of($"{r.Segment} ", Piece.Figure(Show(r, r.Score!.Value * scale), r.Values)))), $"; all {Show(all, score * scale)}"]),
            new FigureLayout(
                new Axis(chosen == SegmentHealthMeasure.Nps ? "NPS: promoters less detractors, points" : $"{words}, mean over accounts") { TickFormat = all.IsShare ? ".0%" : null },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length, 60),
                RightMargin = 96,
                Limits = [new LimitLine(score * scale, $"all {Show(all, score * scale)}", true, FigureStyle.Quiet)],
            },
            IntervalPoint.Draw(
                [
                    .. rows.Select(r => new IntervalPoint(r.Segment!, r.Score!.Value * scale, r.Interval is { } i ? new(i.Low * scale, i.High * scale) : null,
                        Phrase.Of(Show(r, r.Score.Value * scale), ", ", Piece.Count(r.Values), " of ", Piece.Count(r.Accounts)), r.Values, r.Verdict == OutcomeVerdict.Difference ? FigureStyle.Main : FigureStyle.Quiet)),
                ],
                all.IsShare ? ".1%" : ".1f"))
        {
            Note = Phrase.Join(" · ",
            [
                $"{DateColumn.Show(health.AsOf)}, accounts with a value of all in the segment",
                string.Create(CultureInfo.InvariantCulture, $"bars: {health.Options.Confidence * 100:0.#}% intervals"),
                chosen == SegmentHealthMeasure.HealthScore ? "known as of today only: says nothing of the launch" : Phrase.Empty,
            ]),
        };
    }

    private static string Show(SegmentHealthRow row, double value) => row.IsShare ? NumberColumn.Show(value, NumberFormat.Share)
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, row.Measure == SegmentHealthMeasure.Nps ? 0 : 1) + 0.0:#,0.#}");
}
