using System.Collections.Immutable;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The steps from the ARR at the start to the ARR at the end: bars are changes, lines are levels, so that neither has to begin at zero.</summary>
internal static class ArrBridgeFigure
{
    // Room at both sides of the steps, as a proportion of what they span.
    private const double Margin = 0.18;

    public static Figure Draw(ArrBridge bridge, string? group)
    {
        var name = ChartInput.FigureName("arr-bridge", bridge.Dimension, group);
        if (bridge.Reason is { } reason) return ChartInput.Empty(name, "ARR bridge", reason, ChartOptions.Default);
        var row = bridge.Rows.FirstOrDefault(r => r.Group.Equals(group ?? Outcome.ArrBridge.Total, StringComparison.OrdinalIgnoreCase));
        if (row is null) return ChartInput.Empty(name, $"ARR bridge of {group}", $"{bridge.Dimension} has no row '{group}'.", ChartOptions.Default);
        var figures = row.Figures;
        if (figures is { Start: 0, End: 0, New: 0, Reactivation: 0 }) return ChartInput.Empty(name, $"ARR bridge of {row.Group}", "No account of it paid anything.", ChartOptions.Default);

        // Accounts that came later are no accounts of the start; how many they are is not told by the bridge.
        var records = figures.Accounts > 0 ? figures.Accounts : double.MaxValue;
        (string Label, decimal Change, string Colour)[] changes =
        [
            ("new", figures.New, FigureStyle.Palette[2]), ("expansion", figures.Expansion, FigureStyle.Main), ("reactivation", figures.Reactivation, FigureStyle.Palette[4]),
            ("contraction", 0 - figures.Contraction, FigureStyle.Palette[1]), ("churn", 0 - figures.Churn, FigureStyle.Alert),
        ];
        var steps = ImmutableArray.CreateBuilder<Step>();
        var at = (double)figures.Start;
        var (low, high) = (Math.Min(at, (double)figures.End), Math.Max(at, (double)figures.End));
        foreach (var (label, change, colour) in changes)
        {
            var to = at + (double)change;
            steps.Add(new(label, at, to, Phrase.Of(Piece.Figure((change > 0 ? "+" : string.Empty) + ShortNumber.Show((double)change, NumberFormat.Money), records)), records, colour));
            (at, low, high) = (to, Math.Min(low, to), Math.Max(high, to));
        }

        var room = Math.Max((high - low) * Margin, high * 1e-6);
        var (from, until) = (bridge.Cohort.Start, bridge.Cohort.History!.Months[bridge.Cohort.EndMonth]);
        Piece Money(decimal amount) => Piece.Figure(ShortNumber.Show((double)amount, NumberFormat.Money), records);
        var heading = figures.Start == 0
            ? Phrase.Of($"{row.Group}: ", Money(figures.End), " ARR that was not there at the start")
            : Phrase.Of($"{(group is null ? "ARR" : $"{row.Group}: ARR")} ", figures.End >= figures.Start ? "grew by " : "fell by ", Piece.Figure(NumberColumn.Show(Math.Abs((double)(figures.End / figures.Start) - 1), NumberFormat.Share), records), " to ", Money(figures.End), "; churn took ", Money(figures.Churn));
        return StepsFigure.Draw(name, heading,
            Phrase.Join(" · ", [$"{DateColumn.Show(from)} to {DateColumn.Show(until)}", "bars are changes, lines the ARR at the start and the end", group is null ? "whole history, to the cent" : "segment of the start; new ARR stands outside the segments"]),
            new Axis("ARR, a year") { Range = (low - room, high + room) },
            steps.ToImmutable(),
            records < RenderOptions.Default.SmallCell ? [] : figures.Start == figures.End ? [Line(figures.Start, "start and end")] : [Line(figures.Start, "start"), Line(figures.End, "end")]);

        static LimitLine Line(decimal amount, string what) => new((double)amount, $"{what} {ShortNumber.Show((double)amount, NumberFormat.Money)}", true, FigureStyle.Quiet);
    }
}
