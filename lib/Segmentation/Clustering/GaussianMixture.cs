using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>Fits a mixture of normal distributions to points: groups that may overlap, each with a size and a spread of its own.</summary>
public static class GaussianMixture
{
    /// <summary>Returns the mixture that expectation-maximisation reaches from the best k-means grouping.</summary>
    /// <param name="points">At least one point.</param>
    /// <param name="components">Number of components k, at least 1.</param>
    /// <param name="options">Shape, start, end and ridge; the defaults where null.</param>
    /// <param name="weights">Length n: what each point counts for, finite and at least 0, one above 0. Empty where each counts 1. BIC and ICL take their sum as the number of points.</param>
    /// <returns>k components, numbered by the first coordinate of their mean; fewer where the points have fewer distinct places. The same for the same inputs on every machine.</returns>
    /// <exception cref="ArgumentException">There is no point, or the weights differ in length or are negative.</exception>
    /// <remarks>The likelihood has many tops, and expectation-maximisation climbs the one it starts under. BIC: G. Schwarz, The Annals of Statistics 6(2), 1978, 461-464. ICL: C. Biernacki, G. Celeux and
    /// G. Govaert, IEEE Transactions on Pattern Analysis and Machine Intelligence 22(7), 2000, 719-725. Points of one value only have no likelihood to speak of: their one component has the smallest
    /// spread that can be reckoned with, and its BIC is to be compared with nothing.</remarks>
    public static GaussianMixtureResult Fit(PointSet points, int components, GaussianMixtureOptions? options = null, ReadOnlySpan<double> weights = default)
    {
        options ??= GaussianMixtureOptions.Default;
        var start = KMeans.Fit(points, components, options.Start, weights);
        var fit = new ExpectationMaximization(new(points, weights, options.Start.MaximumThreads), options.Shape, start.Centres.Coordinates.ToArray(), Ridge(points, weights, options));
        fit.Start(start.Labels.AsSpan());
        return Climb(points, fit, components, options, weights);
    }

    /// <summary>Returns the mixture that expectation-maximisation reaches from another: of the same points counted otherwise, as a bootstrap does.</summary>
    /// <param name="points">At least one point.</param>
    /// <param name="start">A mixture over as many coordinates.</param>
    /// <param name="options">End and ridge; those of <paramref name="start"/> where null.</param>
    /// <param name="weights">Length n: what each point counts for, finite and at least 0, one above 0. Empty where each counts 1.</param>
    /// <exception cref="ArgumentException">There is no point, the coordinates differ in number, or the weights differ in length or are negative.</exception>
    public static GaussianMixtureResult Fit(PointSet points, GaussianMixtureResult start, GaussianMixtureOptions? options = null, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        options ??= start.Options;
        KMeans.Check(points, start.Components, weights);
        if (points.Dimensions != start.Means.Dimensions) throw new ArgumentException($"The points have {points.Dimensions} coordinates but the mixture to start from {start.Means.Dimensions}.", nameof(start));
        var fit = new ExpectationMaximization(new(points, weights, options.Start.MaximumThreads), options.Shape, start.Means.Coordinates.ToArray(), Ridge(points, weights, options));
        fit.Start(start.Weights.AsSpan(), [.. start.Covariances.SelectMany(c => c)]);
        return Climb(points, fit, start.Requested, options, weights);
    }

    private static GaussianMixtureResult Climb(PointSet points, ExpectationMaximization fit, int requested, GaussianMixtureOptions options, ReadOnlySpan<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumIterations, 1, nameof(options));
        var mass = 0d;
        foreach (var weight in weights) mass += weight;
        if (weights.IsEmpty) mass = points.Count;
        var (last, iterations, converged) = (double.NegativeInfinity, 0, false);
        while (!converged && iterations < options.MaximumIterations)
        {
            var likelihood = fit.Iterate();
            iterations++;
            converged = likelihood - last <= options.Tolerance * mass;
            last = likelihood;
        }

        return Result(points, fit, requested, options, weights, mass, iterations, converged);
    }

    private static GaussianMixtureResult Result(PointSet points, ExpectationMaximization fit, int requested, GaussianMixtureOptions options, ReadOnlySpan<double> weights, double mass, int iterations, bool converged)
    {
        var (k, d) = (fit.Components, points.Dimensions);
        var found = new double[points.Count * k];
        var likelihood = fit.Posteriors(found);
        var means = new PointSet(fit.Means, d);
        var order = Enumerable.Range(0, k).ToArray();
        Array.Sort(order, (a, b) => means[a].SequenceCompareTo(means[b]) is var by and not 0 ? by : a - b);
        var (posteriors, labels, between) = (new double[found.Length], new int[points.Count], 0d);
        for (var i = 0; i < points.Count; i++)
        {
            for (var c = 0; c < k; c++)
            {
                posteriors[(i * k) + c] = found[(i * k) + order[c]];
                if (posteriors[(i * k) + c] > posteriors[(i * k) + labels[i]]) labels[i] = c;
            }

            between -= (weights.IsEmpty ? 1 : weights[i]) * PortableMath.Log(posteriors[(i * k) + labels[i]]);
        }

        var bic = (-2 * likelihood) + (Parameters(k, d, options.Shape) * PortableMath.Log(mass));
        return new(
            [.. order.Select(c => fit.Weights[c])],
            new([.. order.SelectMany(c => means[c].ToArray())], d),
            [.. order.Select(c => fit.Covariances.AsSpan(c * d * d, d * d).ToImmutableArray())],
            [.. posteriors],
            [.. labels],
            likelihood,
            bic,
            bic + (2 * between),
            iterations,
            converged,
            requested,
            options);
    }

    private static int Parameters(int k, int d, CovarianceShape shape) => (k - 1) + (k * d) + (k * shape switch
    {
        CovarianceShape.Full => d * (d + 1) / 2,
        CovarianceShape.Diagonal => d,
        CovarianceShape.Spherical => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "no such shape"),
    });

    private static double[] Ridge(PointSet points, ReadOnlySpan<double> weights, GaussianMixtureOptions options)
    {
        if (!(options.Ridge > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Ridge, "the ridge must be above 0, such as 0.000001.");
        var variances = KMeans.Variances(points, weights);
        var mean = variances.Average();

        // A coordinate that does not vary takes the scale of the others; where none varies, any scale will do.
        return [.. variances.Select(v => options.Ridge * (v > 0 ? v : mean > 0 ? mean : 1))];
    }
}
