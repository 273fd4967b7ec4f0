using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Churn of each segment before and after the launch.</summary>
internal static class LaunchEffectFigure
{
    private const double PointsInOne = 100;

    public static Figure Draw(LaunchEffectResult launch)
    {
        var name = ChartInput.FigureName("launch-effect", launch.Dimension);
        if (launch.Reason is not null || launch.Overall is not { Before.Churn: not null } overall)
            return ChartInput.Empty(name, $"{launch.Dimension} before and after the launch", launch.Reason ?? "No segment has accounts before the launch.", ChartOptions.Default);
        ImmutableArray<IntervalPoint> points = [.. launch.Segments.Append(overall).SelectMany(s => new[] { Point(s, s.Before, "before", FigureStyle.Aside), Point(s, s.After, "after", s.IsTreated ? FigureStyle.Main : FigureStyle.Quiet) })];
        var churn = launch.Splits.First(s => s.Measure == LaunchEffectMeasure.Churn).Effects;
        return new Figure(name,
            Heading(launch),
            new FigureLayout(
                new Axis(string.Create(CultureInfo.InvariantCulture, $"share of accounts that churned in {(launch.End - launch.Start).Days} days")) { TickFormat = ".0%", FromZero = true },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(points.Length, 46),
                RightMargin = 64,
            },
            IntervalPoint.Draw(points, ".1%"))
        {
            Note = Phrase.Join(" · ",
            [
                double.IsNaN(churn.Before) ? Phrase.Empty : Phrase.Of("all segments: ", Piece.Figure($"rate effect {Points(churn.RateEffect)}, mix effect {Points(churn.MixEffect)} points", overall.Before.Churned + overall.After.Churned)),
                $"launch {DateColumn.Show(launch.Start.AddDays(1))}",
                string.Create(CultureInfo.InvariantCulture, $"bars: {launch.Confidence * 100:0.#}% intervals"),
                launch.Segments.All(s => s.IsTreated) ? Phrase.Empty : "grey: untreated",
            ]),
        };
    }

    private static Phrase Heading(LaunchEffectResult launch)
    {
        var control = launch.Segments.Any(s => !s.IsTreated) ? LaunchEffectControl.Untreated : launch.Estimates.Any(e => e.Control == LaunchEffectControl.LastYear) ? LaunchEffectControl.LastYear : LaunchEffectControl.None;
        var against = control switch
        {
            LaunchEffectControl.Untreated => " against the untreated",
            LaunchEffectControl.LastYear => " against a year earlier",
            _ => string.Empty,
        };
        var found = launch.Estimates.Where(e => e.Measure == LaunchEffectMeasure.Churn && e.Control == control && !double.IsNaN(e.Estimate)).ToArray();
        if (found.Length == 0) return "Churn before and after the launch: too few accounts to compare";

        // The surest change of one segment, by its distance from 0 in half widths.
        var best = found.Where(e => launch.Segments.Any(s => s.IsTreated && s.Segment == e.Of)).DefaultIfEmpty(found[0]).MaxBy(e => Math.Abs(e.Estimate) / Math.Max(double.Epsilon, e.Interval.High - e.Interval.Low))!;
        return Phrase.Of($"{best.Of}: churn ", Piece.Figure(Points(best.Estimate), best.Accounts), $" points after the launch{against}: ",
            best.Verdict == OutcomeVerdict.Inconclusive ? $"inconclusive, could only have seen {Points(best.Detectable).TrimStart('+')} or more" : SnakeName.Words(best.Verdict));
    }

    private static IntervalPoint Point(LaunchEffectSegment segment, LaunchEffectRate rate, string when, string color) =>
        new($"{segment.Segment}, {when}", rate.Churn ?? double.NaN, rate.Accounts == 0 ? null : rate.Interval, Phrase.Of(Piece.Count(rate.Churned), " of ", Piece.Count(rate.Accounts)), rate.Churned, color);

    private static string Points(double proportion) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(proportion * PointsInOne, 1) + 0.0:+0.0;-0.0;0.0}");
}
