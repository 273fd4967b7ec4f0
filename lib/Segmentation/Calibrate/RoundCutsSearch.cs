using System.Collections.Immutable;
using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>Tries every combination of numbers near each optimum.</summary>
internal sealed class RoundCutsSearch(CutFinding finding, CutSample sample, Func<double[], double> objective, RoundCutsOptions options, CutStabilityResult? stability)
{
    private readonly CutSizes sizes = new(sample);
    private readonly BandLimits limits = options.Limits with { Fewest = 1, Most = int.MaxValue };
    private readonly double[] optimum = [.. finding.Cuts];
    private readonly double best = objective([.. finding.Cuts]);

    /// <summary>Returns the best combinations, those that break fewest limits first, then by separation, then by how many cuts are where somebody wants them, then those nearest to the
    /// optimum; at most one and the runners-up. Empty where there is no ascending combination.</summary>
    public ImmutableArray<RoundCutSet> Best(ImmutableArray<RoundCandidate> grid)
    {
        var near = optimum.Select(cut => Near(grid, cut, options.Nearby)).ToArray();
        for (var nearby = options.Nearby; nearby > 1 && near.Aggregate(1d, (all, n) => all * n.Length) > options.MostCombinations;) near = [.. optimum.Select(cut => Near(grid, cut, --nearby))];
        var kept = new List<Combination>();
        var (chosen, cuts) = (new RoundCandidate[optimum.Length], new double[optimum.Length]);
        Try(0);
        return [.. kept.Select(k => Set(k.Cuts, k.Separation))];

        void Try(int cut)
        {
            if (cut == optimum.Length)
            {
                Keep(new(sizes.Broken(cuts, limits).Count(), objective([.. cuts]), chosen.Count(c => c.Origin != RoundCandidate.RoundNumber), cuts.Zip(optimum).Sum(c => Math.Abs(c.First - c.Second)), [.. chosen]));
                return;
            }

            foreach (var candidate in near[cut])
            {
                if (cut > 0 && candidate.Value <= cuts[cut - 1]) continue;
                (chosen[cut], cuts[cut]) = (candidate, candidate.Value);
                Try(cut + 1);
            }
        }

        // Later ones come in only where they are better, so that among equals the lowest stays.
        void Keep(Combination one)
        {
            var at = kept.Count;
            while (at > 0 && IsBetter(one, kept[at - 1])) at--;
            if (at > options.RunnersUp) return;
            kept.Insert(at, one);
            if (kept.Count > options.RunnersUp + 1) kept.RemoveAt(kept.Count - 1);
        }
    }

    private static bool IsBetter(Combination a, Combination b) =>
        a.Broken != b.Broken ? a.Broken < b.Broken : a.Separation != b.Separation ? a.Separation > b.Separation : a.Wanted != b.Wanted ? a.Wanted > b.Wanted : a.Distance < b.Distance;

    private static RoundCandidate[] Near(ImmutableArray<RoundCandidate> grid, double cut, int nearby) =>
        [.. grid.Where(g => g.Value < cut).TakeLast(nearby), .. grid.Where(g => g.Value >= cut).Take(nearby + (grid.Any(g => g.Value == cut) ? 1 : 0))];

    private RoundCutSet Set(RoundCandidate[] candidates, double separation)
    {
        double[] cuts = [.. candidates.Select(c => c.Value)];
        var (records, amount) = sizes.Changed(optimum, cuts);
        return new([.. candidates.Select((c, i) => One(c, i))])
        {
            Separation = separation,
            Loss = Loss(separation),
            Accounts = records,
            ArrShare = sizes.Amount > 0 ? amount / sizes.Amount : null,
            Broken = [.. sizes.Broken(cuts, limits)],
        };
    }

    private RoundCut One(RoundCandidate candidate, int cut)
    {
        double[] alone = [.. optimum];
        alone[cut] = candidate.Value;
        var (records, amount) = sizes.Between(optimum[cut], candidate.Value);
        return new(candidate.Value, candidate.Origin, optimum[cut])
        {
            // By itself it may pass a neighbour that is rounded too; then only the whole has a loss.
            Loss = IsAscending(alone) ? Loss(objective(alone)) : double.NaN,
            Accounts = records,
            ArrShare = sizes.Amount > 0 ? amount / sizes.Amount : null,
            IsOutside = stability?.Cuts[cut].Interval is { } interval ? !interval.Contains(candidate.Value) : null,
        };
    }

    private static bool IsAscending(double[] cuts)
    {
        for (var i = 1; i < cuts.Length; i++)
        {
            if (cuts[i] <= cuts[i - 1]) return false;
        }

        return true;
    }

    private double Loss(double separation) => best == 0 ? 0 : (best - separation) / Math.Abs(best);

    private sealed record Combination(int Broken, double Separation, int Wanted, double Distance, RoundCandidate[] Cuts);
}
