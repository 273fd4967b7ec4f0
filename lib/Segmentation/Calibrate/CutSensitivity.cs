using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>Asks what it costs to put a cut elsewhere.</summary>
public static class CutSensitivity
{
    /// <summary>Moves each cut by itself and counts the accounts and the ARR that change tier, the sizes of the bands against the limits, and what happens to the separation.</summary>
    /// <param name="today">The values of today, with what each account pays; they are what is counted.</param>
    /// <param name="cuts">The cuts, ascending and finite; none gives a result without moves.</param>
    /// <param name="options">The moves. Default <see cref="CutSensitivityOptions.Default"/>.</param>
    /// <param name="outcome">The values at the start of a window, with what happened after, for the separation of what happened; null where it is not known.</param>
    /// <param name="limits">What every band must hold. Default: the playbook's.</param>
    /// <exception cref="ArgumentException">The cuts are not ascending or not finite, or the outcome has no target.</exception>
    public static CutSensitivityResult Of(CutSample today, IReadOnlyList<double> cuts, CutSensitivityOptions? options = null, CutSample? outcome = null, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(cuts);
        options ??= CutSensitivityOptions.Default;
        for (var i = 0; i < cuts.Count; i++)
        {
            if (!double.IsFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"cut {i + 1} of {cuts.Count} is {cuts[i]}{(i > 0 ? FormattableString.Invariant($" after {cuts[i - 1]}") : null)}; cuts are finite and ascending."), nameof(cuts));
        }

        ImmutableArray<double> at = [.. cuts];
        var moves = new CutMoves(today, at, options, outcome, limits ?? new BandLimits());
        var (possible, refused) = (ImmutableArray.CreateBuilder<CutMove>(), ImmutableArray.CreateBuilder<string>());
        for (var cut = 0; cut < at.Length; cut++)
        {
            foreach (var by in options.Moves)
            {
                // 100 and a tenth is 110, not 110.00000000000001, above which 110 itself would stay below the cut.
                var to = double.Parse((at[cut] * (1 + by)).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
                if (to == at[cut]) refused.Add($"{CutSizes.Show(at[cut])} by {Percent(by)}: a share of 0 is 0.");
                else if (moves.Refusal(cut, to) is { } why) refused.Add($"{CutSizes.Show(at[cut])} by {Percent(by)}, to {CutSizes.Show(to)}: {why}.");
                else possible.Add(moves.Of(cut, to));
            }
        }

        return new(moves)
        {
            Options = options,
            Cuts = at,
            Outcome = outcome is null ? null : CutSeparation.Words(outcome.Target!),
            Today = at.IsEmpty ? null : moves.Of(0, at[0]),
            Moves = possible.ToImmutable(),
            Refused = refused.ToImmutable(),
            Curves = [.. Enumerable.Range(0, at.Length).Select(cut => moves.Curve(cut, options))],
        };
    }

    internal static string Percent(double share) => share.ToString("+0.#%;-0.#%", CultureInfo.InvariantCulture);
}
