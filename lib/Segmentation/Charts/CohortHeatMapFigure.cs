using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>What is left of the accounts that came in each quarter, so many months later.</summary>
internal static class CohortHeatMapFigure
{
    public static Figure Draw(RetentionCohorts cohorts, bool net)
    {
        var (what, name) = (net ? "NRR" : "GRR", ChartInput.FigureName("cohort-heat-map", net ? "nrr" : "grr"));
        if (cohorts.Reason is { } reason) return ChartInput.Empty(name, $"{what} by quarter of arrival", reason, ChartOptions.Default);
        double Value(RetentionCohortCell cell) => (net ? cell.Figures.NetRetention : cell.Figures.GrossRetention) ?? double.NaN;
        var quarters = cohorts.Cells.Select(c => c.Quarter).Distinct().Order().ToArray();
        var months = cohorts.Cells.Select(c => c.Months).Distinct().Order().ToArray();
        var cells = cohorts.Cells.ToDictionary(c => (c.Quarter, c.Months));
        var matrix = quarters.SelectMany(q => months.Select(m => cells.GetValueOrDefault((q, m)))).ToArray();

        // Quarters are compared at the greatest age that at least half of them have reached.
        var age = months.Where(m => cohorts.Cells.Count(c => c.Months == m) * 2 >= quarters.Length).DefaultIfEmpty(months[0]).Max();
        var same = cohorts.Cells.Where(c => c.Months == age).ToArray();
        var (worst, best) = (same.MinBy(Value)!, same.MaxBy(Value)!);
        Piece Share(RetentionCohortCell cell) => Piece.Figure(NumberColumn.Show(Value(cell), NumberFormat.Share), cell.Figures.Accounts);
        var labelled = matrix.Length <= HeatMapFigure.MostLabelled;
        return new Figure(name,
            same.Length == 1 ? Phrase.Of($"{RetentionCohorts.Quarter(worst.Quarter)} is at {what} ", Share(worst), $" after {age} months")
                : Phrase.Of($"After {age} months {RetentionCohorts.Quarter(worst.Quarter)} is at {what} ", Share(worst), $", {RetentionCohorts.Quarter(best.Quarter)} at ", Share(best)),
            new FigureLayout(new Axis("months since each account came", AxisKind.Category) { Grid = false }, new Axis("quarter in which they came", AxisKind.Category) { Reversed = true, Grid = false }) { Height = 100 + (32 * quarters.Length) },
            new Trace("heatmap",
            [
                new("x", new LabelSeries([.. months.Select(m => NumberColumn.Show(m, NumberFormat.Count))])),
                new("y", new LabelSeries([.. quarters.Select(RetentionCohorts.Quarter)])),
                new("z", new NumberSeries([.. matrix.Select(c => c is null ? double.NaN : Value(c))]), months.Length),
                new("text", new TextSeries([.. matrix.Select(c => c is null ? Phrase.Of(string.Empty) : Phrase.Of(Share(c)))]), months.Length),
            ])
            {
                Records = [.. matrix.Select(c => (double)(c?.Figures.Accounts ?? 0))],
                Style = () => HeatMapFigure.Style(what, labelled, NumberFormat.Share),
            })
        {
            Note = Phrase.Join(" · ",
            [
                $"in each cell: {what}, of what the accounts paid when they came",
                "blank: not followed so long yet",
                cohorts.Earlier > 0 ? Phrase.Of(Piece.Count(cohorts.Earlier), " accounts paid in the first month already and are in no quarter") : Phrase.Empty,
            ]),
        };
    }
}
