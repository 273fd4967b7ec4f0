using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Statistics;

namespace Segmentation.Clustering;

/// <summary>How good a grouping is, by the points alone or against another grouping. Distances are Euclidean, as k-means takes them.</summary>
public static class ClusterQuality
{
    /// <summary>Returns how much nearer points are to their own cluster than to the nearest other.</summary>
    /// <param name="points">n points.</param>
    /// <param name="labels">Length n: zero-based cluster of each point.</param>
    /// <param name="options">How many points are used at most; the defaults where null.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a label is below 0.</exception>
    /// <remarks>s = (b - a) / max(a, b), a the mean distance to the other points of the own cluster, b the smallest mean distance to the points of another; 0 for the only point of a cluster and where a = b = 0.
    /// P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20, 1987, 53-65. A sample keeps at least two points of a cluster that has two, and clusters count in the mean by all their points.</remarks>
    public static SilhouetteResult Silhouette(PointSet points, ReadOnlySpan<int> labels, SilhouetteOptions? options = null)
    {
        options ??= SilhouetteOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumPoints, 2, nameof(options));
        var clusters = Members(points, labels);
        var used = clusters.Select((rows, c) => Sample(rows, points.Count, c, options)).ToArray();
        var count = used.Sum(rows => rows.Length);
        var means = new double[clusters.Length];
        Array.Fill(means, double.NaN);
        if (used.Count(rows => rows.Length > 0) < 2) return new(double.NaN, [.. means], count, points.Count);

        var blocks = used.Select(rows => new PointBlocks(Taken(points, rows), default, 1)).ToArray();
        var own = used.SelectMany((rows, c) => rows.Select((_, i) => (Cluster: c, At: i))).ToArray();
        var widths = new double[own.Length];
        Parallel.For(0, own.Length, new() { MaxDegreeOfParallelism = options.MaximumThreads }, i => widths[i] = Width(blocks, own[i].Cluster, own[i].At));
        var (mean, next) = (0d, 0);
        for (var c = 0; c < clusters.Length; c++)
        {
            if (used[c].Length == 0) continue;
            var sum = 0d;
            for (var i = 0; i < used[c].Length; i++) sum += widths[next++];
            means[c] = sum / used[c].Length;
            mean += means[c] * clusters[c].Length / points.Count;
        }

        return new(mean, [.. means], count, points.Count);
    }

    /// <summary>Returns the spread between clusters over the spread within, each by its degrees of freedom: in [0, ∞]; higher is better; NaN where there are fewer than two clusters or no more points than clusters.</summary>
    /// <param name="points">n points.</param>
    /// <param name="labels">Length n: zero-based cluster of each point.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a label is below 0.</exception>
    /// <remarks>(B / (k - 1)) / (W / (n - k)). T. Caliński and J. Harabasz, Communications in Statistics 3(1), 1974, 1-27. Infinite where every point is at its cluster's mean.</remarks>
    public static double CalinskiHarabasz(PointSet points, ReadOnlySpan<int> labels)
    {
        var clusters = Members(points, labels).Where(rows => rows.Length > 0).ToArray();
        if (clusters.Length < 2 || points.Count <= clusters.Length) return double.NaN;
        var grand = Mean(points, [.. Enumerable.Range(0, points.Count)]);
        var (between, within) = (0d, 0d);
        foreach (var rows in clusters)
        {
            var mean = Mean(points, rows);
            between += rows.Length * Squared(mean, grand);
            foreach (var row in rows) within += Squared(points[row], mean);
        }

        return between / (clusters.Length - 1) / (within / (points.Count - clusters.Length));
    }

    /// <summary>Returns how near each cluster's most similar other cluster is, on average: in [0, ∞]; lower is better; NaN where there are fewer than two clusters.</summary>
    /// <param name="points">n points.</param>
    /// <param name="labels">Length n: zero-based cluster of each point.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a label is below 0.</exception>
    /// <remarks>Mean over the clusters of the largest (s_i + s_j) / d_ij: s the mean distance of a cluster's points to its mean, d the distance of two means. D. L. Davies and D. W. Bouldin, IEEE Transactions on
    /// Pattern Analysis and Machine Intelligence 1(2), 1979, 224-227. Two clusters with one mean are infinitely similar.</remarks>
    public static double DaviesBouldin(PointSet points, ReadOnlySpan<int> labels)
    {
        var clusters = Members(points, labels).Where(rows => rows.Length > 0).ToArray();
        if (clusters.Length < 2) return double.NaN;
        var means = clusters.Select(rows => Mean(points, rows)).ToArray();
        var spreads = clusters.Select((rows, c) => rows.Sum(row => Math.Sqrt(Squared(points[row], means[c]))) / rows.Length).ToArray();
        var sum = 0d;
        for (var c = 0; c < means.Length; c++)
        {
            var most = 0d;
            for (var other = 0; other < means.Length; other++)
            {
                if (other == c) continue;
                var apart = Math.Sqrt(Squared(means[c], means[other]));
                most = Math.Max(most, apart == 0 ? double.PositiveInfinity : (spreads[c] + spreads[other]) / apart);
            }

            sum += most;
        }

        return sum / means.Length;
    }

    /// <summary>Returns how far two groupings of the same points agree beyond chance: in [-0.5, 1]; 1 where they are the same up to the names of the groups, about 0 for groupings that have nothing to do with each other.</summary>
    /// <param name="first">Length n: zero-based group of each point.</param>
    /// <param name="second">Length n: the same of the other grouping.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no point, or a label is below 0.</exception>
    /// <remarks>L. Hubert and P. Arabie, Journal of Classification 2, 1985, 193-218. Two groupings of one group each, or of one point a group, agree wholly: 1.</remarks>
    public static double AdjustedRand(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length || first.IsEmpty)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the groupings have {first.Length} and {second.Length} labels; both need one a point, and there must be a point."), nameof(second));
        var both = new Dictionary<(int, int), double>();
        var (ones, others) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        for (var i = 0; i < first.Length; i++)
        {
            Check(first[i], i);
            Check(second[i], i);
            both[(first[i], second[i])] = both.GetValueOrDefault((first[i], second[i])) + 1;
            ones[first[i]] = ones.GetValueOrDefault(first[i]) + 1;
            others[second[i]] = others.GetValueOrDefault(second[i]) + 1;
        }

        var (index, left, right) = (both.Values.Sum(Pairs), ones.Values.Sum(Pairs), others.Values.Sum(Pairs));
        var (expected, most) = (left * right / Pairs(first.Length), (left + right) / 2);

        // The expectation is the maximum, or 0/0 for one point, only where both are the same trivial grouping.
        return most == expected || first.Length == 1 ? 1 : (index - expected) / (most - expected);

        static double Pairs(double n) => n * (n - 1) / 2;
    }

    /// <summary>Returns the share of the points in either cluster that are in both: in [0, 1]; 1 where they are the same; NaN where both are empty.</summary>
    /// <param name="first">Length n: whether the point is in the first cluster.</param>
    /// <param name="second">Length n: whether it is in the second.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>P. Jaccard, Bulletin de la Société vaudoise des sciences naturelles 37, 1901, 547-579.</remarks>
    public static double Jaccard(ReadOnlySpan<bool> first, ReadOnlySpan<bool> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the clusters are told of {first.Length} and {second.Length} points; both need one answer a point."), nameof(second));
        var (both, either) = (0, 0);
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] && second[i]) both++;
            if (first[i] || second[i]) either++;
        }

        return (double)both / either;
    }

    internal static PointSet Taken(PointSet points, ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length * points.Dimensions];
        for (var i = 0; i < rows.Length; i++) points[rows[i]].CopyTo(taken.AsSpan(i * points.Dimensions));
        return new(taken, points.Dimensions);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Width(PointBlocks[] clusters, int cluster, int at)
    {
        var d = clusters[cluster].Dimensions;
        if (clusters[cluster].Count == 1) return 0;
        var place = new double[d];
        for (var j = 0; j < d; j++) place[j] = clusters[cluster].Coordinate(at, j);
        var (near, other) = (0d, double.PositiveInfinity);
        for (var c = 0; c < clusters.Length; c++)
        {
            if (clusters[c].Count == 0) continue;
            var sum = Vector512<double>.Zero;
            for (var block = 0; block < clusters[c].Blocks; block++)
                sum += clusters[c].Weights(block) * Vector512.Sqrt(PointBlocks.SquaredDistances(ref clusters[c].Block(block), ref place[0], d));
            if (c == cluster) near = PointBlocks.Sum(sum) / (clusters[c].Count - 1);
            else other = Math.Min(other, PointBlocks.Sum(sum) / clusters[c].Count);
        }

        var most = Math.Max(near, other);
        return most == 0 ? 0 : (other - near) / most;
    }

    private static int[] Sample(int[] rows, int of, int cluster, SilhouetteOptions options)
    {
        var share = (int)Math.Round((double)rows.Length * options.MaximumPoints / of, MidpointRounding.AwayFromZero);
        if (of <= options.MaximumPoints || rows.Length <= 2) return rows;
        var drawn = (int[])rows.Clone();
        new SeededRandom(options.Seed, cluster).Shuffle(drawn.AsSpan());
        return drawn[..Math.Clamp(share, 2, rows.Length)];
    }

    private static int[][] Members(PointSet points, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (labels.Length != points.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"labels has {labels.Length} values but there are {points.Count} points; both need one a point."), nameof(labels));
        var sizes = new int[1];
        for (var i = 0; i < labels.Length; i++)
        {
            Check(labels[i], i);
            if (labels[i] >= sizes.Length) Array.Resize(ref sizes, labels[i] + 1);
            sizes[labels[i]]++;
        }

        var members = sizes.Select(size => new int[size]).ToArray();
        Array.Clear(sizes);
        for (var i = 0; i < labels.Length; i++) members[labels[i]][sizes[labels[i]]++] = i;
        return members;
    }

    private static void Check(int label, int point)
    {
        if (label < 0) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"label {point} is {label}; a label is at least 0. Leave points without a cluster out."), nameof(label));
    }

    private static double[] Mean(PointSet points, int[] rows)
    {
        var mean = new double[points.Dimensions];
        foreach (var row in rows)
        {
            for (var j = 0; j < mean.Length; j++) mean[j] += points[row][j] / rows.Length;
        }

        return mean;
    }

    private static double Squared(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0d;
        for (var j = 0; j < left.Length; j++) sum += (left[j] - right[j]) * (left[j] - right[j]);
        return sum;
    }
}
