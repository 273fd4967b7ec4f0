using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>Moves one cut at a time and says what that costs.</summary>
internal sealed class CutMoves
{
    // Positions on the slider are numbers that people can say.
    private const int Digits = 2;

    private readonly CutSizes sizes;
    private readonly ImmutableArray<double> cuts;
    private readonly BandLimits limits;
    private readonly Func<double[], double> fit;
    private readonly Func<double[], double>? separation;
    private readonly (double Low, double High) range;

    public CutMoves(CutSample today, ImmutableArray<double> cuts, CutSensitivityOptions options, CutSample? outcome, BandLimits limits)
    {
        (sizes, this.cuts, this.limits) = (new CutSizes(today), cuts, limits);
        fit = CutSeparation.GoodnessOfFit(today, options.Scale, options.Weight);
        separation = outcome is null ? null : CutSeparation.OfOutcome(outcome);
        range = today.Values.IsEmpty ? (0, 0) : (today.Values[0], today.Values[^1]);
    }

    /// <summary>Returns why a cut cannot be put at a value; null where it can.</summary>
    public string? Refusal(int cut, double to)
    {
        if (!double.IsFinite(to)) return "it is no number";
        if (cut > 0 && to <= cuts[cut - 1]) return $"the cut below stands at {CutSizes.Show(cuts[cut - 1])}";
        if (cut < cuts.Length - 1 && to >= cuts[cut + 1]) return $"the cut above stands at {CutSizes.Show(cuts[cut + 1])}";
        return null;
    }

    /// <summary>Returns what it costs to put a cut at a value between its neighbours.</summary>
    public CutMove Of(int cut, double to)
    {
        double[] moved = [.. cuts];
        moved[cut] = to;
        var (records, amount) = sizes.Between(cuts[cut], to);
        return new(cut, cuts[cut], to)
        {
            AccountsUp = to < cuts[cut] ? records : 0,
            AccountsDown = to < cuts[cut] ? 0 : records,
            Share = sizes.Records == 0 ? 0 : (double)records / sizes.Records,
            Arr = amount,
            ArrShare = sizes.Amount > 0 ? amount / sizes.Amount : null,
            Bands = sizes.Bands(moved),
            Fit = fit(moved),
            Separation = separation?.Invoke(moved),
            Broken = [.. sizes.Broken(moved, limits)],
        };
    }

    /// <summary>Returns the curve of a cut.</summary>
    public CutCurve Curve(int cut, CutSensitivityOptions options)
    {
        var at = cuts[cut];
        var low = Math.Max(cut == 0 ? double.NegativeInfinity : cuts[cut - 1], at > 0 ? at / options.Reach : range.Low);
        var high = Math.Min(cut == cuts.Length - 1 ? double.PositiveInfinity : cuts[cut + 1], at > 0 ? at * options.Reach : range.High);
        var positions = new SortedSet<double> { at };
        for (var i = 1; i < options.Positions && low < high; i++)
        {
            var share = (double)i / options.Positions;
            var position = low > 0 ? low * Math.Pow(high / low, share) : low + (share * (high - low));
            var readable = double.Parse(position.ToString($"G{Digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (Refusal(cut, readable) is null) positions.Add(readable);
        }

        return new(cut, at, [.. positions.Select(p => Of(cut, p))]);
    }
}
