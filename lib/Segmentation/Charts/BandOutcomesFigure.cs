using System.Text.Json.Nodes;
using Segmentation.Calibrate;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>What became of the accounts in each band.</summary>
internal static class BandOutcomesFigure
{
    public static Figure Draw(CalibrationResult calibration)
    {
        var name = ChartInput.FigureName("band-outcomes", calibration.Field);
        var outcome = CalibrationWords.Of(calibration.Measure);
        CutBand[] bands = [.. calibration.Recommended.Bands.Where(b => b.Outcome is not null)];
        if (bands.Length == 0) return ChartInput.Empty(name, $"{outcome} by {calibration.Field}", calibration.NoOutcome ?? "No band has accounts that were watched.", ChartOptions.Default);
        var labels = bands.Select(b => CalibrationWords.Band(b, calibration.Definition)).ToArray();
        var (low, high) = (bands.MinBy(b => b.Outcome)!, bands.MaxBy(b => b.Outcome)!);
        var isEvent = calibration.Measure != OutcomeMeasure.NetRetention;
        var overall = isEvent ? bands.Sum(b => b.Events ?? 0) / Math.Max(1.0, bands.Sum(b => b.Paid ?? 0)) : (double?)null;
        return new Figure(name,
            bands.Length == 1 ? Phrase.Of($"{calibration.Field.Replace('_', ' ')}: one band, ", Share(bands[0]), $" {outcome}")
                : Phrase.Of($"{CalibrationWords.Band(high, calibration.Definition)}: ", Share(high), $" {outcome}; {CalibrationWords.Band(low, calibration.Definition)}: ", Share(low)),
            new FigureLayout(
                new Axis(isEvent ? $"share of accounts that {outcome}" : outcome) { TickFormat = ".0%", FromZero = true },
                new Axis(calibration.Field.Replace('_', ' '), AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(bands.Length, 56),
                RightMargin = 96,
                Limits = overall is { } all ? [new LimitLine(all, $"all {NumberColumn.Show(all, NumberFormat.Share)}", true, FigureStyle.Quiet)] : [],
            },
            new Trace("scatter",
            [
                new("y", new LabelSeries([.. labels])),
                new("x", new NumberSeries([.. bands.Select(b => b.Outcome!.Value)])),
                new("error_x.array", new NumberSeries([.. bands.Select(b => b.OutcomeInterval is { } i && double.IsFinite(i.High) ? Math.Max(0, i.High - b.Outcome!.Value) : 0)])),
                new("error_x.arrayminus", new NumberSeries([.. bands.Select(b => b.OutcomeInterval is { } i ? Math.Max(0, b.Outcome!.Value - i.Low) : 0)])),
                new("text", new TextSeries([.. bands.Select(b => isEvent ? Phrase.Of(Piece.Count(b.Events ?? 0), " of ", Piece.Count(b.Paid ?? 0)) : Phrase.Of(Piece.Count(b.Paid ?? 0), " accounts"))])),
            ])
            {
                Records = [.. bands.Select(b => (double)(isEvent ? b.Events ?? 0 : b.Paid ?? 0))],
                Style = () => new JsonObject
                {
                    ["mode"] = "markers+text",
                    ["textposition"] = "top center",
                    ["cliponaxis"] = false,
                    ["marker"] = new JsonObject { ["size"] = 11, ["color"] = FigureStyle.Main },
                    ["error_x"] = new JsonObject { ["type"] = "data", ["symmetric"] = false, ["color"] = FigureStyle.Main, ["thickness"] = 2, ["width"] = 6 },
                    ["hovertemplate"] = "%{y}: %{x:.1%} (%{text})<extra></extra>",
                },
            })
        {
            Note = Phrase.Join(" · ",
            [
                calibration.Data.Window is { } window ? $"{DateColumn.Show(window.From.Date)} to {DateColumn.Show(window.To.Date)}" : Phrase.Empty,
                "bars: intervals",
                calibration.Timing == FeatureTiming.AssumedUnchanged ? $"{calibration.Field} as of {DateColumn.Show(calibration.Data.Today.AsOf.Date)}, taken as unchanged" : Phrase.Empty,
            ]),
        };
    }

    private static Piece Share(CutBand band) => Piece.Figure(NumberColumn.Show(band.Outcome!.Value, NumberFormat.Share), band.Events ?? band.Paid ?? 0);
}
