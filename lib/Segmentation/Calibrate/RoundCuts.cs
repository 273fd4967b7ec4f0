using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>Puts cuts at numbers that people can say, and says what that loses.</summary>
public static class RoundCuts
{
    /// <summary>Returns the rounded cuts that lose least, all cuts together, among those whose bands meet the limits.</summary>
    /// <param name="finding">The optimum; one without cuts gives a result without cuts.</param>
    /// <param name="sample">The values, for the sizes of the bands and the accounts that move.</param>
    /// <param name="objective">From ascending cuts to how well they separate, higher is better: what the optimum is best for, such as <see cref="CutSeparation.GoodnessOfFit"/>. Default: that, on the logarithmic scale, by count.</param>
    /// <param name="candidates">Numbers that are in use already; they count as the roundest. None where null.</param>
    /// <param name="options">What is round, and the limits. Default <see cref="RoundCutsOptions.Default"/>.</param>
    /// <param name="stability">The stability of the same finding, to tell which rounded cuts lie outside the interval of theirs; null where it is not known.</param>
    /// <exception cref="ArgumentException">A candidate is not finite, a mantissa is not in [1, 10), or the stability is of other cuts.</exception>
    /// <remarks>Every combination of the numbers near each optimum is tried: first the roundest and those in use; where they lose more than <see cref="RoundCutsOptions.MostLoss"/> or break a limit, the finer
    /// ones with them. Where no combination meets the limits, the one that breaks fewest and loses least is given, with what it breaks.</remarks>
    public static RoundCutsResult Nearest(
        CutFinding finding, CutSample sample, Func<double[], double>? objective = null, IReadOnlyList<RoundCandidate>? candidates = null, RoundCutsOptions? options = null, CutStabilityResult? stability = null)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(sample);
        options ??= RoundCutsOptions.Default;
        candidates ??= [];
        objective ??= CutSeparation.GoodnessOfFit(sample);
        foreach (var candidate in candidates)
        {
            if (!double.IsFinite(candidate.Value)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the candidate '{candidate.Origin}' is {candidate.Value}; a cut is a finite number."), nameof(candidates));
        }

        foreach (var mantissa in options.Mantissas.Concat(options.FinerMantissas))
        {
            if (!(mantissa >= 1 && mantissa < 10)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the mantissa {mantissa} is not in 1 to below 10; the power of ten does the rest."), nameof(options));
        }

        if (stability is not null && !stability.Finding.Cuts.SequenceEqual(finding.Cuts))
            throw new ArgumentException($"the stability is of the cuts {CutSizes.List(stability.Finding.Cuts)}, not of {CutSizes.List(finding.Cuts)}; estimate it with the finder that found these.", nameof(stability));
        var search = new RoundCutsSearch(finding, sample, objective, options, stability);
        var sets = finding.Cuts.IsEmpty ? [] : search.Best(Grid(finding.Cuts, candidates, options.Mantissas));
        if (!finding.Cuts.IsEmpty && (sets.IsEmpty || !sets[0].Broken.IsEmpty || sets[0].Loss > options.MostLoss))
            sets = search.Best(Grid(finding.Cuts, candidates, options.Mantissas.AddRange(options.FinerMantissas)));
        return new()
        {
            Options = options,
            Optimum = finding,
            OptimumSeparation = objective([.. finding.Cuts]),
            Chosen = sets.IsEmpty ? null : sets[0],
            RunnersUp = [.. sets.Skip(1)],
        };
    }

    /// <summary>Returns the numbers to round to, ascending, each once; one in use keeps its origin.</summary>
    private static ImmutableArray<RoundCandidate> Grid(ImmutableArray<double> cuts, IReadOnlyList<RoundCandidate> candidates, ImmutableArray<double> mantissas)
    {
        var grid = new SortedDictionary<double, string>();
        foreach (var candidate in candidates) grid[candidate.Value] = grid.TryGetValue(candidate.Value, out var origin) && origin != candidate.Origin ? $"{origin}, {candidate.Origin}" : candidate.Origin;
        foreach (var cut in cuts.Where(c => c != 0))
        {
            // One power below and above reach beyond every neighbour that could be nearest.
            var power = (int)Math.Floor(Math.Log10(Math.Abs(cut)));
            for (var exponent = power - 1; exponent <= power + 1; exponent++)
            {
                // Parsed, not multiplied: 2.5 x 10^-1 is then the number 0.25 and nothing beside it.
                foreach (var mantissa in mantissas) grid.TryAdd(Math.Sign(cut) * double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa}E{exponent}"), CultureInfo.InvariantCulture), RoundCandidate.RoundNumber);
            }
        }

        if (cuts.Any(c => c <= 0)) grid.TryAdd(0, RoundCandidate.RoundNumber);
        return [.. grid.Select(g => new RoundCandidate(g.Key, g.Value))];
    }
}
