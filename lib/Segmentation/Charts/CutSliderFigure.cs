using System.Collections.Immutable;
using Segmentation.Calibrate;

namespace Segmentation.Charts;

/// <summary>The distribution of a field with a slider that moves one cut.</summary>
internal static class CutSliderFigure
{
    private const double Headroom = 1.2;

    public static Figure Draw(CalibrationResult calibration, int cut)
    {
        var name = ChartInput.FigureName("cut-slider", calibration.Field, FormattableString.Invariant($"{cut + 1}"));
        if (calibration.Sensitivity is not { } sensitivity || cut < 0 || cut >= sensitivity.Curves.Length || sensitivity.Curves[cut].Positions.IsEmpty
            || CutAxis.Of(CutsFigure.FieldOf(calibration), calibration.Today.Values, sensitivity.Cuts) is not { } axis)
        {
            return ChartInput.Empty(name, $"Moving a cut of {calibration.Field}", "There is no such cut to move.", ChartOptions.Default);
        }

        var (bars, without) = CutBars.Draw(calibration.Today, axis);
        var top = Math.Max(1, bars.Records.Max()) * Headroom;
        var curve = sensitivity.Curves[cut];
        var steps = curve.Positions.Select(p => Step(p, calibration, axis, sensitivity.Cuts, top)).ToImmutableArray();
        var active = Math.Max(0, curve.Positions.ToList().FindIndex(p => p.To == p.From));
        return new Figure(name, steps[active].Heading,
            new FigureLayout(axis.Draw(), CutsFigure.Accounts(top))
            {
                BarGap = 0,
                Regions = steps[active].Regions,
                Limits = steps[active].Limits,
                Slider = new Slider($"{calibration.Field.Replace('_', ' ')} from ", active, steps),
            },
            bars)
        {
            Note = CutsFigure.Blank(calibration, without),
        };
    }

    private static SliderStep Step(CutMove move, CalibrationResult calibration, CutAxis axis, ImmutableArray<double> cuts, double top)
    {
        var at = axis.Show(CutSizes.Sharp(move.To));
        return new(at, Heading(move, at, axis, calibration.IsChange),
            [.. cuts.Select((c, i) => i == move.Cut ? move.To : c).Select((c, i) => (Cut: c, IsMoved: i == move.Cut)).Where(c => axis.Has(c.Cut))
                .Select(c => new LimitLine(axis.At(c.Cut), axis.Show(CutSizes.Sharp(c.Cut)), true, c.IsMoved ? FigureStyle.Alert : FigureStyle.Quiet))],
            [.. move.Bands.Select((b, i) => CutsFigure.Band(axis, b.From, b.Below, b.Accounts, b.Share, b.ArrShare, i, top))]);
    }

    private static Phrase Heading(CutMove move, string at, CutAxis axis, bool isChange)
    {
        if (move.To == move.From) return $"{(isChange ? "Proposed" : "Kept")}: {at}. Move the slider to see what another cut costs";
        var moved = Phrase.Of($"{axis.Show(CutSizes.Sharp(move.From))} to {at} moves ", Piece.Count(move.Accounts), move.Accounts == 1 ? " account " : " accounts ", move.AccountsUp > 0 ? "up" : "down",
            move.ArrShare is { } arr ? Piece.Figure(FormattableString.Invariant($" with {arr * 100:0.#}% of ARR"), move.Accounts) : string.Empty);
        return move.Broken.IsEmpty ? moved : Phrase.Join("; ", [moved, "breaks a limit"]);
    }
}
