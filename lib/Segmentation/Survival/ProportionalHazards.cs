using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>The check of what Cox regression assumes: hazard ratios that do not change over time.</summary>
/// <remarks>H0: the coefficient does not move with g(t). P. M. Grambsch and T. M. Therneau, Biometrika 81(3), 1994, 515-526; the score test for adding x g(t), with the information of the regression at every event,
/// as R's cox.zph from survival 3.0 on (held against 3.5-3). A small p says that one ratio does not tell the whole story, not that the regression is void: it is then an average over time. With few events it sees little.</remarks>
public static class ProportionalHazards
{
    /// <summary>Returns the check.</summary>
    /// <param name="model">The regression.</param>
    /// <param name="scale">By what a change is looked for. Default 1 less Kaplan-Meier, as R.</param>
    public static ProportionalHazardsResult Of(CoxModel model, HazardTimeScale scale = HazardTimeScale.KaplanMeier) => new Check(model, scale).Result();

    /// <summary>Returns the test of some covariates together, such as the indicators of one dimension.</summary>
    /// <param name="model">The regression.</param>
    /// <param name="names">Names of covariates.</param>
    /// <param name="scale">By what a change is looked for.</param>
    /// <exception cref="ArgumentException">The regression has no such covariate.</exception>
    public static ModelTest Of(CoxModel model, IReadOnlyCollection<string> names, HazardTimeScale scale = HazardTimeScale.KaplanMeier)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(names);
        return new Check(model, scale).Test([.. names.Select(n => Covariates.Find(model.Names, n))]);
    }

    private sealed class Check
    {
        private readonly CoxModel model;
        private readonly HazardTimeScale scale;
        private readonly int p;
        private readonly int[] finite;
        private readonly double[,] information;
        private readonly double[] score;
        private readonly List<double> times = [];
        private readonly List<double[]> residuals = [];

        public Check(CoxModel model, HazardTimeScale scale)
        {
            ArgumentNullException.ThrowIfNull(model);
            (this.model, this.scale, p) = (model, scale, model.Names.Length);
            (information, score) = (new double[2 * p, 2 * p], new double[2 * p]);
            finite = model.Fitted is { } fit ? [.. fit.Free.ToArray().Where(j => !fit.Infinite.Contains(j))] : [];
            if (model.Fitted is null) return;
            var order = new RiskOrder(model.Times, model.StratumOf);
            var likelihood = new CoxLikelihood(order, model.Design, model.Options.Ties);
            likelihood.At(model.Fitted.Maximum.Coefficients);
            double[] g = scale == HazardTimeScale.Time ? order.Times : [.. order.SurvivalBefore().Select(s => 1 - s)];
            var (mean, events) = (0d, 0);
            for (var i = 0; i < order.Rank.Length; i++)
            {
                if (!order.HasEvent[i]) continue;
                mean += g[order.Rank[i]];
                events++;
            }

            mean /= events;
            double[] centred = [.. g.Select(v => v - mean)];
            for (var s = 0; s + 1 < order.Bounds.Length; s++) Walk(order, likelihood, order.Bounds[s], order.Bounds[s + 1], centred);
        }

        public ProportionalHazardsResult Result()
        {
            double[] coefficients = [.. Enumerable.Range(0, p).Select(j => model.Fitted?.Coefficient(j) ?? double.NaN)];
            var covariance = model.Covariance;
            var scaled = new double[residuals.Count * p];
            for (var e = 0; e < residuals.Count; e++)
            {
                for (var j = 0; j < p; j++)
                {
                    scaled[(e * p) + j] = coefficients[j];
                    for (var k = 0; k < p; k++) scaled[(e * p) + j] += residuals.Count * covariance[j, k] * residuals[e][k] * model.Design.Scale[k];
                }
            }

            return new(scale, model.Names, [.. Enumerable.Range(0, p).Select(j => Test([j]))], Test([.. Enumerable.Range(0, p)]), [.. times], [.. scaled]);
        }

        // u' I⁻¹ u of the regression's own terms, whose score is 0, with the terms x g(t) asked about.
        public ModelTest Test(int[] asked)
        {
            int[] tested = [.. asked.Where(j => finite.Contains(j))];
            var asking = new double[2 * p];
            foreach (var j in tested) asking[p + j] = score[p + j];
            return ModelTest.Of(new SymmetricMatrix(information, [.. finite, .. tested.Select(j => p + j)]).Quadratic(asking), tested.Length);
        }

        private void Walk(RiskOrder order, CoxLikelihood likelihood, int first, int end, double[] g)
        {
            var (sum, squares, tied, tiedSquares) = (new double[p], new double[p * p], new double[p], new double[p * p]);
            var (total, entering, start) = (0d, end - 1, residuals.Count);
            for (var last = end - 1; last >= first;)
            {
                var (rank, tiedTotal, i) = (order.Rank[last], 0d, last);
                Array.Clear(tied);
                Array.Clear(tiedSquares);
                for (; i >= first && order.Rank[i] == rank; i--)
                {
                    total += Add(sum, squares, likelihood.Row(i), likelihood.Risk[i]);
                    if (order.HasEvent[i]) tiedTotal += Add(tied, tiedSquares, likelihood.Row(i), likelihood.Risk[i]);
                }

                for (; order.Entering.Length > 0 && entering >= first && order.EntryRank[order.Entering[entering]] > rank; entering--)
                    total += Add(sum, squares, likelihood.Row(order.Entering[entering]), -likelihood.Risk[order.Entering[entering]]);
                var events = 0;
                for (var e = last; e > i; e--) events += order.HasEvent[e] ? 1 : 0;
                var mean = new double[p];
                for (var k = 0; k < events; k++)
                {
                    var left = model.Options.Ties == CoxTies.Efron ? (double)k / events : 0;
                    var below = total - (left * tiedTotal);
                    for (var j = 0; j < p; j++) mean[j] += (sum[j] - (left * tied[j])) / below / events;
                    for (var a = 0; a < p; a++)
                    {
                        for (var b = 0; b < p; b++)
                        {
                            var variance = ((squares[(a * p) + b] - (left * tiedSquares[(a * p) + b])) / below) - ((sum[a] - (left * tied[a])) / below * ((sum[b] - (left * tied[b])) / below));
                            information[a, b] += variance;
                            information[p + a, b] += g[rank] * variance;
                            information[a, p + b] += g[rank] * variance;
                            information[p + a, p + b] += g[rank] * g[rank] * variance;
                        }
                    }
                }

                for (var e = last; e > i; e--)
                {
                    if (!order.HasEvent[e]) continue;
                    var rest = new double[p];
                    for (var j = 0; j < p; j++) score[p + j] += g[rank] * (rest[j] = likelihood.Row(e)[j] - mean[j]);
                    residuals.Add(rest);
                    times.Add(order.Times[rank]);
                }

                last = i;
            }

            residuals.Reverse(start, residuals.Count - start);
            times.Reverse(start, times.Count - start);
        }

        private double Add(double[] sum, double[] squares, ReadOnlySpan<double> x, double weight)
        {
            for (var a = 0; a < p; a++)
            {
                sum[a] += weight * x[a];
                for (var b = 0; b < p; b++) squares[(a * p) + b] += weight * x[a] * x[b];
            }

            return weight;
        }
    }
}
