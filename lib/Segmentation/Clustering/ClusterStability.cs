using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Statistics;

namespace Segmentation.Clustering;

/// <summary>Measures whether clusters come back when the points are resampled.</summary>
/// <remarks>C. Hennig, "Cluster-wise Assessment of Cluster Stability", Computational Statistics and Data Analysis 52(1), 2007, 258-271, as <c>clusterboot</c> of R's <c>fpc</c> does it by default: n points are drawn with
/// replacement, a point drawn several times counts once, and a cluster is held against the points of it that were drawn. A cluster can be stable without being true: two halves of a uniform cloud may come back.</remarks>
public static class ClusterStability
{
    /// <summary>Measures the clusters of a k-means.</summary>
    /// <param name="points">The points it was fitted to, each counting 1.</param>
    /// <param name="clusters">Its result; resamples are grouped with the same options.</param>
    /// <param name="options">Resamples, seed and reading; the defaults where null.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are no resamples.</exception>
    public static ClusterStabilityResult Measure(PointSet points, KMeansResult clusters, ClusterStabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var single = clusters.Options with { MaximumThreads = 1 };
        return Measure(points, clusters.Labels, resample => KMeans.Fit(resample, clusters.Clusters, single).Labels, options);
    }

    /// <summary>Measures the clusters of any way of grouping.</summary>
    /// <param name="points">At least one point.</param>
    /// <param name="labels">Length n: zero-based cluster of each point.</param>
    /// <param name="group">Groups other points in the same way: one zero-based label a point. It is called from several threads at once.</param>
    /// <param name="options">Resamples, seed and reading; the defaults where null.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no point, or there are no resamples.</exception>
    public static ClusterStabilityResult Measure(PointSet points, ImmutableArray<int> labels, Func<PointSet, ImmutableArray<int>> group, ClusterStabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(group);
        options ??= ClusterStabilityOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resamples, 1, nameof(options));
        if (labels.Length != points.Count || labels.IsEmpty)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"labels has {labels.Length} values but there are {points.Count} points; both need one a point, and there must be a point."), nameof(labels));
        var k = labels.Max() + 1;
        var similar = new double[options.Resamples][];
        Parallel.For(0, options.Resamples, new() { MaxDegreeOfParallelism = options.MaximumThreads }, resample =>
        {
            int[] rows = [.. Drawn(points.Count, new(options.Seed, resample))];
            similar[resample] = Similarities([.. rows.Select(r => labels[r])], group(ClusterQuality.Taken(points, rows)), k);
        });
        return new([.. Enumerable.Range(0, k).Select(c => Recovery(c, labels.Count(l => l == c), [.. similar.Select(s => s[c]).Where(s => !double.IsNaN(s))], options))], options);
    }

    // Distinct points of n drawn with replacement, ascending.
    private static IEnumerable<int> Drawn(int n, SeededRandom random)
    {
        var drawn = new bool[n];
        for (var i = 0; i < n; i++) drawn[random.Next(n)] = true;
        return Enumerable.Range(0, n).Where(i => drawn[i]);
    }

    // Jaccard of each cluster with the most similar group; NaN where no point of it was drawn.
    private static double[] Similarities(int[] labels, ImmutableArray<int> groups, int k)
    {
        var both = new int[k, groups.Max() + 1];
        var (ofLabel, ofGroup) = (new int[k], new int[both.GetLength(1)]);
        for (var i = 0; i < labels.Length; i++)
        {
            both[labels[i], groups[i]]++;
            ofLabel[labels[i]]++;
            ofGroup[groups[i]]++;
        }

        return
        [
            .. Enumerable.Range(0, k).Select(c => ofLabel[c] == 0 ? double.NaN : Enumerable.Range(0, ofGroup.Length).Max(g => (double)both[c, g] / (ofLabel[c] + ofGroup[g] - both[c, g]))),
        ];
    }

    private static ClusterRecovery Recovery(int label, int size, double[] similar, ClusterStabilityOptions options)
    {
        var mean = similar.Length == 0 ? double.NaN : similar.Average();
        var reading = mean >= options.StableFrom ? ClusterReading.Stable : mean >= options.PatternFrom ? ClusterReading.Pattern : ClusterReading.Dissolved;
        return new(label, size, mean, (double)similar.Count(s => s >= options.StableFrom) / similar.Length, (double)similar.Count(s => s <= options.DissolvedAt) / similar.Length, reading);
    }
}
