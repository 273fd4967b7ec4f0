using System.Collections.Immutable;
using Segmentation.Calibrate;
using Segmentation.Criteria;

namespace Segmentation.Charts;

/// <summary>The distribution of a field, divided by the recommended cuts.</summary>
internal static class CutsFigure
{
    // Room above the highest bar for what stands in each band.
    private const double Headroom = 1.2;

    private static readonly ImmutableArray<string> Pale = ["#E1EEF7", "#F4F6F8"];

    public static Figure Draw(CalibrationResult calibration)
    {
        var name = ChartInput.FigureName("cuts", calibration.Field);
        var cuts = calibration.Recommended.Finding.Cuts;
        var today = calibration.Kept?.Finding.Cuts ?? [];
        if (CutAxis.Of(FieldOf(calibration), calibration.Today.Values, cuts) is not { } axis)
            return ChartInput.Empty(name, calibration.Field, $"No account has a value of {calibration.Field}.", ChartOptions.Default);
        var (bars, without) = CutBars.Draw(calibration.Today, axis);
        var top = Math.Max(1, bars.Records.Max()) * Headroom;
        var spreads = calibration.Stability?.Cuts ?? [];
        return new Figure(name, Heading(calibration, cuts),
            new FigureLayout(axis.Draw(), Accounts(top))
            {
                BarGap = 0,
                Regions =
                [
                    .. calibration.Recommended.Bands.Select((b, i) => Band(axis, b.From, b.Below, b.Accounts, b.Share, b.ArrShare, i, top)),
                    .. spreads.Where(s => s.Interval is not null && axis.Has(s.Interval.Value.Low) && axis.Has(s.Interval.Value.High))
                        .Select(s => new Region(axis.At(s.Interval!.Value.Low), axis.At(s.Interval.Value.High), 0, top, FigureStyle.Band, null, Phrase.Empty)),
                ],
                Limits =
                [
                    .. today.Where(c => axis.Has(c) && !cuts.Contains(c)).Select(c => new LimitLine(axis.At(c), string.Empty, true, FigureStyle.Quiet)),
                    .. cuts.Where(axis.Has).Select(c => new LimitLine(axis.At(c), axis.Show(c), true, FigureStyle.Alert)),
                ],
            },
            bars)
        {
            Note = Phrase.Join(" · ",
            [
                spreads.Any(s => s.Interval is not null) ? FormattableString.Invariant($"amber: where the optimum lies in {calibration.Stability!.Options.Confidence * 100:0.#}% of resamples") : Phrase.Empty,
                today.IsEmpty || today.SequenceEqual(cuts) ? Phrase.Empty : $"grey: today's {CalibrationWords.Cuts(today, calibration.Definition)}",
                Blank(calibration, without),
            ]),
        };
    }

    /// <summary>Returns the axis of the counts, with room above the bars.</summary>
    public static Axis Accounts(double top) => new("accounts") { Range = (0, top), Grid = false };

    /// <summary>Returns what is not drawn.</summary>
    public static Phrase Blank(CalibrationResult calibration, int withoutPlace) => Phrase.Join(" · ",
    [
        calibration.Blank.Accounts > 0 ? Phrase.Of(Piece.Count(calibration.Blank.Accounts), " accounts without a value") : Phrase.Empty,
        withoutPlace > 0 ? Phrase.Of(Piece.Count(withoutPlace), " accounts at zero or below, where a log axis has no place") : Phrase.Empty,
    ]);

    /// <summary>Returns the field for an axis.</summary>
    public static FieldDefinition FieldOf(CalibrationResult calibration) => calibration.Definition ?? new FieldDefinition(calibration.Field, FieldType.Number);

    /// <summary>Returns one band as an area with what it holds.</summary>
    public static Region Band(CutAxis axis, double? from, double? below, int accounts, double? share, double? arr, int index, double top) => new(
        axis.End(from, true), axis.End(below, false), 0, top, Pale[index % Pale.Length], null,
        Phrase.Of(Piece.Count(accounts), " accounts",
            share is { } s ? Piece.Figure(FormattableString.Invariant($", {s * 100:0}%"), accounts) : string.Empty, arr is { } a ? Piece.Figure(FormattableString.Invariant($"\n{a * 100:0.#}% of ARR"), accounts) : string.Empty));

    private static Phrase Heading(CalibrationResult calibration, ImmutableArray<double> cuts)
    {
        var field = calibration.Field.Replace('_', ' ');
        if (cuts.IsEmpty) return $"No cut of {field} is supported by the data";
        var words = CalibrationWords.Cuts(cuts, calibration.Definition);
        return calibration.IsChange ? $"Proposed: cut {field} at {words}" : $"Keep {field} cut at {words}";
    }
}
