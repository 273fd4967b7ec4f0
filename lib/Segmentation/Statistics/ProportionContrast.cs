using System.Collections.Immutable;

namespace Segmentation.Statistics;

/// <summary>A sum of proportions with signs: a difference, a difference in differences, a weighted mean.</summary>
public static class ProportionContrast
{
    private const int Halvings = 60;
    private const double Surest = 1 - 1e-12;

    /// <summary>Returns the sum Σ coefficient · proportion with its interval and the test of whether it is 0.</summary>
    /// <param name="cells">The proportions, at least one.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>An estimate of NaN, the widest interval there can be and p 1 where a cell has no records.</returns>
    /// <remarks>
    /// Each cell's Wilson limits, their distances from the proportions joined by squaring and adding (method of variance estimates recovery: G. Y. Zou and A. Donner, Statistics in Medicine 27(10), 2008, 1693-1702);
    /// for two cells of signs +1 and -1 this is Newcombe's hybrid score interval (R. G. Newcombe, Statistics in Medicine 17(8), 1998, 873-890, method 10). Unlike a delta-method interval it keeps its width where nobody,
    /// or everybody, in a cell has the property. Records of one cluster in several cells are dependent: the correlation of each pair of proportions is that of the linearised sums by cluster (K.-Y. Liang and S. L. Zeger,
    /// Biometrika 73(1), 1986, 13-22). The p-value is 1 less the confidence at which the interval touches 0, so that it never contradicts the interval.
    /// </remarks>
    public static ProportionContrastResult Of(ImmutableArray<ProportionCell> cells, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cells.Length, nameof(cells));
        Confidence.Check(confidence);
        var bounds = new Interval(cells.Sum(c => Math.Min(0, c.Coefficient)), cells.Sum(c => Math.Max(0, c.Coefficient)));
        if (cells.Any(c => c.Trials == 0)) return new(double.NaN, bounds, 1);
        var rates = cells.Select(c => (double)c.Successes / c.Trials).ToArray();
        var correlations = Correlations(cells, rates);
        var estimate = cells.Zip(rates, (c, r) => c.Coefficient * r).Sum();
        return new(estimate, At(confidence), PValue());

        Interval At(double level)
        {
            var (below, above) = (new double[cells.Length], new double[cells.Length]);
            for (var i = 0; i < cells.Length; i++)
            {
                var limits = ProportionInterval.Wilson(cells[i].Successes, cells[i].Trials, level);
                var (down, up) = (rates[i] - limits.Low, limits.High - rates[i]);
                var c = cells[i].Coefficient;
                (below[i], above[i]) = c > 0 ? (c * down, c * up) : (c * up, c * down);
            }

            return new(Math.Max(bounds.Low, estimate - Distance(below, correlations)), Math.Min(bounds.High, estimate + Distance(above, correlations)));
        }

        double PValue()
        {
            if (estimate == 0 || At(Surest) is var widest && !widest.Contains(0)) return estimate == 0 ? 1 : 1 - Surest;
            var (excludes, contains) = (0d, Surest);
            for (var i = 0; i < Halvings; i++)
            {
                var middle = (excludes + contains) / 2;
                if (At(middle).Contains(0)) contains = middle;
                else excludes = middle;
            }

            return 1 - contains;
        }
    }

    // √(Σ Σ r_ij d_i d_j), the signs of the coefficients being in the distances.
    private static double Distance(double[] distances, double[,] correlations)
    {
        var sum = 0d;
        for (var i = 0; i < distances.Length; i++)
        {
            for (var j = 0; j < distances.Length; j++) sum += correlations[i, j] * distances[i] * distances[j];
        }

        return Math.Sqrt(Math.Max(0, sum));
    }

    private static double[,] Correlations(ImmutableArray<ProportionCell> cells, double[] rates)
    {
        var residuals = cells.Select((cell, i) =>
        {
            var sums = new Dictionary<int, double>();
            for (var row = 0; row < cell.Clusters.Length; row++) sums[cell.Clusters[row]] = sums.GetValueOrDefault(cell.Clusters[row]) + ((cell.Outcomes[row] ? 1 : 0) - rates[i]);
            return sums;
        }).ToArray();
        var r = new double[cells.Length, cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            r[i, i] = 1;
            for (var j = 0; j < i; j++)
            {
                var both = residuals[i].Sum(s => s.Value * residuals[j].GetValueOrDefault(s.Key));
                var scale = Math.Sqrt(residuals[i].Values.Sum(s => s * s) * residuals[j].Values.Sum(s => s * s));
                r[i, j] = r[j, i] = scale > 0 ? Math.Clamp(both / scale, -1, 1) : 0;
            }
        }

        return r;
    }
}
