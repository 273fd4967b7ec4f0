using MathNet.Numerics;

namespace Segmentation.Survival;

/// <summary>Observed less expected events of each group over all event times, from which every test of the log-rank family is made.</summary>
internal sealed class LogRankSums
{
    // A pivot this small beside the largest variance is rounding: the groups left were never at risk together with the others.
    private const double Negligible = 1e-10;

    private readonly int groups;
    private readonly int[] observed;
    private readonly double[] expected;
    private readonly double[] difference;

    // The covariance, groups x groups, its lower half.
    private readonly double[] covariance;

    public LogRankSums(int groups)
    {
        this.groups = groups;
        (observed, expected, difference, covariance) = (new int[groups], new double[groups], new double[groups], new double[groups * groups]);
    }

    /// <summary>Adds the event times of one stratum.</summary>
    public LogRankSums Add(EventCounts counts, LogRankOptions options)
    {
        var atRisk = counts.AtRiskFirst();
        var share = new double[groups];
        var pooled = 1d;
        for (var cell = 0; cell < counts.Leaving.Length; cell += groups)
        {
            var (n, d) = (0L, 0);
            for (var g = 0; g < groups; g++)
            {
                if (counts.Entering.Length > 0) atRisk[g] += counts.Entering[cell + g];
                n += atRisk[g];
                d += counts.Events[cell + g];
            }

            if (d > 0)
            {
                var weight = options.Weight switch
                {
                    LogRankWeight.Gehan => n,
                    LogRankWeight.TaroneWare => Math.Sqrt(n),
                    LogRankWeight.FlemingHarrington => Math.Pow(pooled, options.Rho) * Math.Pow(1 - pooled, options.Gamma),
                    _ => 1d,
                };
                pooled *= (double)(n - d) / n;

                // d drawn from n without putting back: E d n_g/n, covariance d (n - d)/(n - 1) n_g/n (1[g = h] - n_h/n).
                var scale = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0;
                for (var g = 0; g < groups; g++)
                {
                    share[g] = (double)atRisk[g] / n;
                    observed[g] += counts.Events[cell + g];
                    expected[g] += d * share[g];
                    difference[g] += weight * (counts.Events[cell + g] - (d * share[g]));
                    for (var h = 0; h < g; h++) covariance[(g * groups) + h] -= scale * share[g] * share[h];
                    covariance[(g * groups) + g] += scale * share[g] * (1 - share[g]);
                }
            }

            for (var g = 0; g < groups; g++) atRisk[g] -= counts.Leaving[cell + g];
        }

        return this;
    }

    public LogRankResult Test()
    {
        var (statistic, degrees) = Quadratic();
        return new(
            statistic,
            degrees,
            degrees == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2d, statistic / 2),
            [.. observed],
            [.. expected],
            [.. Enumerable.Range(0, groups).Select(g => Covariance(g, g))])
        {
            Difference = [.. difference],
        };
    }

    // Σ s (O - E) over its standard error.
    public LogRankTrendResult Trend(ReadOnlySpan<double> scores)
    {
        var (sum, variance, scale) = (0d, 0d, 0d);
        for (var g = 0; g < groups; g++)
        {
            sum += scores[g] * difference[g];
            for (var h = 0; h < groups; h++) variance += scores[g] * scores[h] * Covariance(g, h);
            scale = Math.Max(scale, scores[g] * scores[g] * Covariance(g, g));
        }

        if (!(variance > Negligible * scale)) return new(0, 1);
        var z = sum / Math.Sqrt(variance);
        return new(z, SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2));
    }

    private double Covariance(int g, int h) => covariance[(Math.Max(g, h) * groups) + Math.Min(g, h)];

    // (O - E)' V⁻ (O - E) by Cholesky's decomposition; rows that the ones before them determine (the last group, groups never at risk) are left out.
    private (double Statistic, int Degrees) Quadratic()
    {
        var lower = new double[groups, groups];
        var solved = new double[groups];
        var used = new List<int>(groups);
        var largest = Enumerable.Range(0, groups).Max(g => Covariance(g, g));
        var statistic = 0d;
        for (var g = 0; g < groups && used.Count < groups - 1; g++)
        {
            var rest = difference[g];
            var pivot = Covariance(g, g);
            foreach (var u in used)
            {
                var value = Covariance(g, u);
                foreach (var v in used)
                {
                    if (v == u) break;
                    value -= lower[g, v] * lower[u, v];
                }

                lower[g, u] = value / lower[u, u];
                rest -= lower[g, u] * solved[u];
                pivot -= lower[g, u] * lower[g, u];
            }

            if (!(pivot > Negligible * largest)) continue;
            lower[g, g] = Math.Sqrt(pivot);
            solved[g] = rest / lower[g, g];
            statistic += solved[g] * solved[g];
            used.Add(g);
        }

        return (statistic, used.Count);
    }
}
