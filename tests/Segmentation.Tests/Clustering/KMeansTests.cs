using Segmentation.Clustering;
using Segmentation.Statistics;

namespace Segmentation.Tests.Clustering;

public sealed class KMeansTests
{
    // R: kmeans(iris[, 1:4], k, nstart = 100)$tot.withinss; the same from scikit-learn 1.2.1.
    [Theory]
    [InlineData(1, 681.3706)]
    [InlineData(2, 152.34795)]
    [InlineData(3, 78.85144)]
    [InlineData(4, 57.22847)]
    [InlineData(5, 46.44618)]
    [InlineData(6, 39.03999)]
    public void Iris_has_the_within_sum_of_R_and_scikit_learn(int k, double expected)
    {
        var result = KMeans.Fit(Iris.Points, k, new() { Starts = 200 });
        Assert.Equal(expected, result.WithinSum, 0.00005);
        Assert.True(result.Converged);
    }

    [Fact]
    public void Iris_in_three_has_the_sizes_of_R_numbered_by_sepal_length()
    {
        var result = KMeans.Fit(Iris.Points, 3);
        Assert.Equal([50, 62, 38], result.Sizes.AsEnumerable());
        Assert.Equal(Enumerable.Range(0, 3).Select(c => result.Centres[c][0]).Order(), Enumerable.Range(0, 3).Select(c => result.Centres[c][0]));
    }

    [Theory]
    [InlineData(1, 8, 2)]
    [InlineData(2, 8, 2)]
    [InlineData(2, 7, 3)]
    [InlineData(3, 8, 3)]
    public void Few_points_are_divided_as_well_as_they_can_be_but_for_one_set_in_twenty(int d, int n, int k)
    {
        // The best of all divisions is a place where the iterations stay, but not one that they must come to.
        var found = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var points = Points(n, d, seed, groups: 1);
            var (least, within) = (LeastOfAllDivisions(points, k), KMeans.Fit(points, k, new() { Starts = 300 }).WithinSum);
            Assert.True(within >= least - 1e-12, "less than the least of all divisions");
            if (within <= least + 1e-12) found++;
        }

        Assert.InRange(found, 19, 20);
    }

    [Theory]
    [InlineData(5000, 1, 3)]
    [InlineData(5001, 2, 4)]
    [InlineData(4999, 4, 4)]
    [InlineData(3000, 5, 10)]
    [InlineData(131, 8, 2)]
    [InlineData(20_000, 2, 3)]
    public void Every_bit_is_that_of_plain_iterations_in_scalar_arithmetic(int n, int d, int k)
    {
        var points = Points(n, d, n + d, groups: 1);
        var blocks = new PointBlocks(points, default, 1);
        var centres = KMeansStart.Draw(blocks, k, new(5));
        var plain = PlainLloyd.Run(points, centres);
        var fast = new Lloyd(blocks, [.. centres]);
        fast.Run(1000, 0);
        Assert.True(fast.Converged);
        Assert.Equal(plain.Iterations, fast.Iterations);
        Assert.Equal(plain.Centres, fast.Centres);
        Assert.Equal(plain.Labels, Enumerable.Range(0, n).Select(fast.Label));
        Assert.True(plain.Iterations > 3, "too few iterations for a bound to matter");
    }

    [Fact]
    public void One_thread_gives_the_bits_of_many()
    {
        var points = Points(40_000, 4, 1, groups: 3);
        var (one, many) = (KMeans.Fit(points, 5, new() { Starts = 3, MaximumThreads = 1 }), KMeans.Fit(points, 5, new() { Starts = 3, MaximumThreads = 7 }));
        Assert.Equal(one.Labels.AsEnumerable(), many.Labels);
        Assert.Equal(one.Centres.Coordinates.ToArray(), many.Centres.Coordinates.ToArray());
        Assert.Equal(one.WithinSum, many.WithinSum);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_another_seed_other_starts()
    {
        var points = Points(2000, 2, 3, groups: 1);
        double Within(int seed) => KMeans.Fit(points, 7, new() { Seed = seed, Starts = 1, Tolerance = 0 }).WithinSum;
        Assert.Equal(Within(1), Within(1));
        Assert.True(Enumerable.Range(0, 10).Select(Within).Distinct().Count() > 1);
    }

    [Fact]
    public void Groups_far_apart_are_found()
    {
        // Eight corners of a cube of side 20, a hundred points within 1 of each.
        var random = new SeededRandom(9);
        var points = new PointSet([.. Enumerable.Range(0, 800).SelectMany(i => Enumerable.Range(0, 3).Select(j => (20 * ((i % 8) >> j & 1)) + random.NextDouble()))], 3);
        var result = KMeans.Fit(points, 8);
        Assert.Equal(1, ClusterQuality.AdjustedRand(result.Labels.AsSpan(), [.. Enumerable.Range(0, 800).Select(i => i % 8)]));
    }

    [Fact]
    public void A_weight_counts_as_often_as_the_point_repeated()
    {
        var points = Points(300, 2, 4, groups: 3);
        double[] weights = [.. Enumerable.Range(0, 300).Select(i => (double)(i % 4))];
        var repeated = new PointSet([.. Enumerable.Range(0, 300).SelectMany(i => Enumerable.Repeat(points[i].ToArray(), i % 4)).SelectMany(x => x)], 2);
        var (weighted, plain) = (KMeans.Fit(points, 3, weights: weights), KMeans.Fit(repeated, 3));
        Assert.Equal(plain.WithinSum, weighted.WithinSum, 1e-9);
        Assert.Equal(plain.Centres.Coordinates.ToArray().Select(c => Math.Round(c, 9)), weighted.Centres.Coordinates.ToArray().Select(c => Math.Round(c, 9)));
        Assert.Equal(300, weighted.Labels.Length);
    }

    [Fact]
    public void A_cluster_that_loses_all_points_is_put_on_the_farthest_point()
    {
        // The third centre is far from everything; of 0, 1, 2, 10, 11, 30 the point 30 is farthest from its centre.
        var run = new Lloyd(new(new PointSet([0, 1, 2, 10, 11, 30], 1), default, 1), [1, 10, 1000]);
        run.Run(100, 0);
        Assert.True(run.Converged);
        Assert.Equal([1, 10.5, 30], run.Centres);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(5, 2)]
    public void Points_in_one_place_are_one_cluster(int n, int k)
    {
        var result = KMeans.Fit(new([.. Enumerable.Repeat(4.5, n * 2)], 2), k);
        Assert.Equal((1, k, 0d), (result.Clusters, result.Requested, result.WithinSum));
        Assert.Equal(Enumerable.Repeat(0, n), result.Labels);
    }

    [Fact]
    public void More_clusters_than_distinct_places_give_one_a_place()
    {
        var result = KMeans.Fit(new([3, 1, 3, 1, 2, 2, 2], 1), 6);
        Assert.Equal([1, 2, 3], result.Centres.Coordinates.ToArray());
        Assert.Equal([2, 3, 2], result.Sizes.AsEnumerable());
        Assert.Equal(0, result.WithinSum);
    }

    [Fact]
    public void Points_far_from_zero_lose_nothing()
    {
        // 1e9 + {0, 1, 10, 11}: centres 1e9 + 0.5 and 1e9 + 10.5, each with 2 x 0.25 within.
        var result = KMeans.Fit(new([1e9, 1e9 + 1, 1e9 + 10, 1e9 + 11], 1), 2);
        Assert.Equal([1e9 + 0.5, 1e9 + 10.5], result.Centres.Coordinates.ToArray());
        Assert.Equal(1, result.WithinSum);
    }

    [Fact]
    public void An_end_before_convergence_is_said()
    {
        var result = KMeans.Fit(Points(3000, 2, 5, groups: 1), 8, new() { Starts = 1, MaximumIterations = 1 });
        Assert.Equal((false, 1), (result.Converged, result.Iterations));
    }

    [Fact]
    public void Wrong_inputs_are_refused_with_what_is_wrong()
    {
        Assert.Equal("Clusters need at least one point; found none. (Parameter 'points')", Assert.Throws<ArgumentException>(() => KMeans.Fit(new([], 2), 2)).Message);
        Assert.Equal("weights has 1 values but there are 2 points; both need one a point. (Parameter 'weights')", Assert.Throws<ArgumentException>(() => KMeans.Fit(new([1, 2], 1), 2, weights: [1])).Message);
        Assert.Equal("weight 1 is -1; every weight must be finite and at least 0. (Parameter 'weights')", Assert.Throws<ArgumentException>(() => KMeans.Fit(new([1, 2], 1), 2, weights: [1, -1])).Message);
        Assert.Equal("Every weight is 0; at least one point must count. (Parameter 'weights')", Assert.Throws<ArgumentException>(() => KMeans.Fit(new([1, 2], 1), 2, weights: [0, 0])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(new([1, 2], 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(new([1, 2], 1), 1, new() { Starts = 0 }));
        Assert.Throws<ArgumentException>(() => new PointSet([1, double.NaN], 1));
        Assert.Throws<ArgumentException>(() => new PointSet([1, double.PositiveInfinity], 1));
    }

    /// <summary>Points around the corners of a line of groups, 3 apart, each the mean of some even draws.</summary>
    internal static PointSet Points(int n, int d, int seed, int groups)
    {
        var random = new SeededRandom(seed);
        var coordinates = new double[n * d];
        for (var i = 0; i < coordinates.Length; i++) coordinates[i] = (3d * (i / d % groups)) + (2 * (random.NextDouble() + random.NextDouble() + random.NextDouble()));
        return new(coordinates, d);
    }

    // Every way of giving n points to k clusters.
    private static double LeastOfAllDivisions(PointSet points, int k)
    {
        var least = double.PositiveInfinity;
        var labels = new int[points.Count];
        for (var code = 0; code < Math.Pow(k, points.Count); code++)
        {
            for (int i = 0, rest = code; i < labels.Length; i++, rest /= k) labels[i] = rest % k;
            var within = 0d;
            for (var c = 0; c < k; c++)
            {
                int[] mine = [.. Enumerable.Range(0, points.Count).Where(i => labels[i] == c)];
                for (var j = 0; j < points.Dimensions && mine.Length > 0; j++)
                {
                    var mean = mine.Average(i => points[i][j]);
                    within += mine.Sum(i => (points[i][j] - mean) * (points[i][j] - mean));
                }
            }

            least = Math.Min(least, within);
        }

        return least;
    }
}
