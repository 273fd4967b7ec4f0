using System.Globalization;

namespace Segmentation.Clustering;

/// <summary>Groups points around k centres so that the squared distances to the centres are small.</summary>
public static class KMeans
{
    /// <summary>Returns the best of several starts: a grouping from which no single point's change of cluster to its nearest centre leads on. It need not be the best there is; more starts find a better one more often.</summary>
    /// <param name="points">At least one point. Distances are taken as the coordinates stand: bring them to comparable scales first.</param>
    /// <param name="clusters">Number of clusters k, at least 1.</param>
    /// <param name="options">Seed, starts and ends; the defaults where null.</param>
    /// <param name="weights">Length n: what each point counts for, finite and at least 0, one above 0. Empty where each counts 1. A point of weight 0 is given a cluster but moves no centre.</param>
    /// <returns>k clusters, none without points, numbered by the first coordinate of their centre; fewer where the points have fewer distinct places. The same for the same inputs and seed on every machine.</returns>
    /// <exception cref="ArgumentException">There is no point, the weights differ in length or are negative, or an option is out of its range.</exception>
    /// <remarks>A cluster that loses all its points is put on the point farthest from its own centre.</remarks>
    public static KMeansResult Fit(PointSet points, int clusters, KMeansOptions? options = null, ReadOnlySpan<double> weights = default)
    {
        options ??= KMeansOptions.Default;
        Check(points, clusters, weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumIterations, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Tolerance, nameof(options));
        var blocks = new PointBlocks(points, weights, options.MaximumThreads);
        var tolerance = options.Tolerance * Variances(points, weights).Average();
        var (best, least) = ((Lloyd?)null, double.PositiveInfinity);
        for (var start = 0; start < options.Starts; start++)
        {
            var run = new Lloyd(blocks, KMeansStart.Draw(blocks, clusters, new(options.Seed, start)));
            run.Run(options.MaximumIterations, tolerance);
            var within = run.Within();
            if (best is null || within < least) (best, least) = (run, within);
        }

        best!.Run(options.MaximumIterations, 0);
        return Result(points, best, clusters, options);
    }

    internal static void Check(PointSet points, int clusters, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        if (points.Count == 0) throw new ArgumentException("Clusters need at least one point; found none.", nameof(points));
        if (weights.IsEmpty) return;
        if (weights.Length != points.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"weights has {weights.Length} values but there are {points.Count} points; both need one a point."), nameof(weights));
        var sum = 0d;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"weight {i} is {weights[i]}; every weight must be finite and at least 0."), nameof(weights));
            sum += weights[i];
        }

        if (sum == 0) throw new ArgumentException("Every weight is 0; at least one point must count.", nameof(weights));
    }

    // Population variance of each coordinate.
    internal static double[] Variances(PointSet points, ReadOnlySpan<double> weights)
    {
        var (d, mass) = (points.Dimensions, 0d);
        var all = points.Coordinates;
        var mean = new double[d];
        var squares = new double[d];
        for (var i = 0; i < points.Count; i++)
        {
            var w = weights.IsEmpty ? 1 : weights[i];
            mass += w;
            for (var j = 0; j < d; j++) mean[j] += w * all[(i * d) + j];
        }

        for (var j = 0; j < d; j++) mean[j] /= mass;
        for (var i = 0; i < points.Count; i++)
        {
            var w = weights.IsEmpty ? 1 : weights[i];
            for (var j = 0; j < d; j++)
            {
                var by = all[(i * d) + j] - mean[j];
                squares[j] += w * by * by;
            }
        }

        for (var j = 0; j < d; j++) squares[j] /= mass;
        return squares;
    }

    private static KMeansResult Result(PointSet points, Lloyd run, int requested, KMeansOptions options)
    {
        run.Settle();
        var within = run.Within();
        var (d, k) = (points.Dimensions, run.Centres.Length / points.Dimensions);
        var centres = new PointSet(run.Centres, d);
        var order = Enumerable.Range(0, k).ToArray();
        Array.Sort(order, (a, b) => centres[a].SequenceCompareTo(centres[b]) is var by and not 0 ? by : a - b);
        var place = new int[k];
        for (var c = 0; c < k; c++) place[order[c]] = c;
        var (labels, sizes) = (new int[points.Count], new int[k]);
        for (var i = 0; i < labels.Length; i++) sizes[labels[i] = place[run.Label(i)]]++;
        return new(new([.. order.SelectMany(c => centres[c].ToArray())], d), [.. labels], [.. sizes], within, run.Iterations, run.Converged, requested, options);
    }
}
