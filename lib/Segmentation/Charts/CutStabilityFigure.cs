using System.Text.Json.Nodes;
using Segmentation.Calibrate;

namespace Segmentation.Charts;

/// <summary>Where the cuts fall in resamples of the accounts.</summary>
internal static class CutStabilityFigure
{
    public static Figure Draw(CalibrationResult calibration)
    {
        var name = ChartInput.FigureName("cut-stability", calibration.Field);
        if (calibration.Stability is not { Cuts.IsEmpty: false } stability || CutAxis.Of(CutsFigure.FieldOf(calibration), [], stability.Cuts.SelectMany(c => c.Positions).Concat(stability.Cuts.Select(c => c.Cut))) is not { } axis)
            return ChartInput.Empty(name, $"Stability of the cuts of {calibration.Field}", "There is no cut whose stability could be measured.", ChartOptions.Default);
        var bins = CutBars.BinsOf(axis);
        var widest = stability.Cuts.Where(c => c.Interval is not null).ToArray();
        return new Figure(name,
            widest.Length == 0 ? "No resample finds these cuts" : Phrase.Of("The optimum: ", string.Join("; ", widest.Select(c => $"{axis.Show(CutSizes.Sharp(c.Cut))} lies between {axis.Show(CutSizes.Sharp(c.Interval!.Value.Low))} and {axis.Show(CutSizes.Sharp(c.Interval.Value.High))}"))),
            new FigureLayout(axis.Draw(), new Axis("resamples") { FromZero = true })
            {
                BarGap = 0,
                Stacked = true,
                Limits = [.. calibration.Recommended.Finding.Cuts.Where(axis.Has).Select(c => new LimitLine(axis.At(c), $"{axis.Show(c)} recommended", true, FigureStyle.Alert))],
            },
            [.. stability.Cuts.Select((c, i) => Bars(c, i, axis, bins))])
        {
            Note = FormattableString.Invariant($"{stability.Options.Resamples:#,0} resamples, {stability.Options.Confidence * 100:0.#}% intervals, of the optimum before rounding"),
        };
    }

    private static Trace Bars(CutSpread cut, int index, CutAxis axis, Bins bins)
    {
        var counts = new double[bins.Count];
        foreach (var position in cut.Positions)
        {
            if (axis.Has(position)) counts[bins.Of(axis.At(position))]++;
        }

        return new("bar",
        [
            new("x", new PositionSeries([.. counts.Select((_, i) => bins.Low(i) + (bins.Width / 2))])),
            new("y", new PositionSeries([.. counts])),
        ])
        {
            Style = () => new JsonObject
            {
                ["width"] = bins.Width * 0.94,
                ["marker"] = new JsonObject { ["color"] = FigureStyle.Palette[index % FigureStyle.Palette.Length] },
                ["hovertemplate"] = "%{y} resamples<extra></extra>",
                ["showlegend"] = false,
            },
        };
    }
}
