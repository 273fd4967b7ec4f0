using System.Globalization;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Engagement of each segment over that of the full database.</summary>
internal static class EngagementRatesFigure
{
    public static Figure Draw(EngagementRatesResult engagement, string? measure)
    {
        var chosen = measure is null ? engagement.Rates.FirstOrDefault()?.Measure : engagement.Rates.FirstOrDefault(r => r.Measure.Equals(measure, StringComparison.OrdinalIgnoreCase))?.Measure;
        var name = ChartInput.FigureName("engagement-rates", engagement.Dimension, chosen ?? measure);
        var rows = engagement.Rates.Where(r => r.Measure == chosen && r.Segment is not null && r.AgainstAll is not null).ToArray();
        if (rows.Length == 0)
        {
            return ChartInput.Empty(name, $"Engagement by {engagement.Dimension}",
                engagement.Reason ?? (chosen is null ? $"The exports hold no measure called '{measure}'." : $"'{chosen}' has nothing to compare: a segment or the full database has no engaged record."), ChartOptions.Default);
        }

        var best = rows.MaxBy(r => r.AgainstAll)!;
        double[] ends = [0, engagement.Options.Uplift, .. rows.SelectMany(r => new[] { r.AgainstAllInterval?.Low ?? r.AgainstAll!.Value, r.AgainstAllInterval?.High ?? r.AgainstAll!.Value }).Where(double.IsFinite).Select(e => e - 1)];
        var (low, high) = (ends.Min(), ends.Max());

        // Room for the labels of limits that stand at either end.
        var pad = (high - low) / 12;
        return new Figure(name,
            Phrase.Of($"{char.ToUpperInvariant(chosen![0])}{chosen[1..]}: {best.Segment} ", Piece.Figure(Change(best.AgainstAll!.Value) + Range(best.AgainstAllInterval), best.Records), $" against the full database; benchmark {Change(1 + engagement.Options.Uplift)}"),
            new FigureLayout(
                new Axis("rate of the segment over that of the full database, less 1") { TickFormat = "+.0%", Range = (low - pad, high + pad) },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(rows.Length, 60),
                RightMargin = 96,
                Limits =
                [
                    new LimitLine(0, "full database", true, FigureStyle.Quiet),
                    new LimitLine(engagement.Options.Uplift, "benchmark", true),
                ],
            },
            IntervalPoint.Draw(
                [
                    .. rows.Select(r => new IntervalPoint(r.Segment!, r.AgainstAll!.Value - 1, r.AgainstAllInterval is { } i ? new Interval(i.Low - 1, i.High - 1) : null,
                        Phrase.Of(Rate(r), " of ", Piece.Count(r.Records)), r.Records, r.Verdict == OutcomeVerdict.Difference ? FigureStyle.Main : FigureStyle.Quiet)),
                ],
                "+.0%"))
        {
            Note = Phrase.Join(" · ",
            [
                $"{SnakeName.Of(engagement.Of)}, {DateColumn.Show(engagement.Start)} to {DateColumn.Show(engagement.End)}",
                string.Create(CultureInfo.InvariantCulture, $"bars: {engagement.Options.Confidence * 100:0.#}% intervals"),
                rows.Any(r => r.Verdict == OutcomeVerdict.Difference) ? "blue: differs from all others" : "none differs from all others beyond chance",
            ]),
        };
    }

    private static string Rate(EngagementRate rate) => rate.IsShare ? NumberColumn.Show(rate.Rate!.Value, NumberFormat.Share) : string.Create(CultureInfo.InvariantCulture, $"{rate.Rate:#,0.0}");

    private static string Range(Interval? interval) => interval is { } i && double.IsFinite(i.High) ? $" ({Change(i.Low)} to {Change(i.High)})" : string.Empty;

    private static string Change(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round((ratio - 1) * 100) + 0.0:+0;-0;0}%");
}
