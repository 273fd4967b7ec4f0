using Segmentation.Clustering;
using Segmentation.Statistics;

namespace Segmentation.Tests.Clustering;

public sealed class ClusterStabilityTests
{
    [Fact]
    public void Groups_far_apart_come_back_whole()
    {
        var points = new PointSet([.. Enumerable.Range(0, 90).Select(i => (i % 3 * 100) + (i * 0.01))], 1);
        var result = ClusterStability.Measure(points, KMeans.Fit(points, 3));
        Assert.All(result.Clusters, c => Assert.Equal((30, 1d, 1d, 0d, ClusterReading.Stable), (c.Size, c.MeanJaccard, c.Recovered, c.Dissolved, c.Reading)));
        Assert.Equal(ClusterReading.Stable, result.Weakest);
    }

    [Fact]
    public void Pieces_of_one_round_cloud_do_not()
    {
        // Nothing says where a normal cloud is to be divided in five; with as many points nothing by chance either.
        var random = new SeededRandom(3);
        var points = new PointSet([.. Enumerable.Range(0, 4000).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()))], 2);
        var result = ClusterStability.Measure(points, KMeans.Fit(points, 5, new() { Starts = 3 }), new() { Resamples = 40 });
        Assert.All(result.Clusters, c => Assert.InRange(c.MeanJaccard, 0.3, 0.75));
        Assert.NotEqual(ClusterReading.Stable, result.Weakest);
    }

    [Fact]
    public void The_readings_begin_where_Hennig_has_them()
    {
        Assert.Equal((0.6, 0.75, 0.5), (ClusterStabilityOptions.Default.PatternFrom, ClusterStabilityOptions.Default.StableFrom, ClusterStabilityOptions.Default.DissolvedAt));
        var points = new PointSet([.. Enumerable.Range(0, 1000).Select(i => (double)i)], 1);
        ClusterReading Reading(double similar, double pattern, double stable)
        {
            // Everything in one group: the similarity of a cluster is its share of the points drawn.
            var labels = Enumerable.Range(0, 1000).Select(i => i < 1000 * similar ? 0 : 1);
            return ClusterStability.Measure(points, [.. labels], p => [.. new int[p.Count]], new() { PatternFrom = pattern, StableFrom = stable, Resamples = 10 }).Clusters[0].Reading;
        }

        // Shares of about 632 points drawn vary by .015 at most, of ten resamples' mean by .005.
        Assert.Equal(ClusterReading.Dissolved, Reading(0.5, 0.55, 0.75));
        Assert.Equal(ClusterReading.Pattern, Reading(0.5, 0.45, 0.75));
        Assert.Equal(ClusterReading.Stable, Reading(0.5, 0.4, 0.45));
    }

    [Fact]
    public void One_thread_gives_the_bits_of_many()
    {
        var points = KMeansTests.Points(200, 2, 1, groups: 2);
        var clusters = KMeans.Fit(points, 3, new() { Starts = 2 });
        Assert.Equal(
            ClusterStability.Measure(points, clusters, new() { MaximumThreads = 1 }).Clusters.AsEnumerable(),
            ClusterStability.Measure(points, clusters, new() { MaximumThreads = 4 }).Clusters);
    }

    [Fact]
    public void One_point_is_one_stable_cluster()
    {
        var points = new PointSet([1, 2], 2);
        Assert.Equal(1, Assert.Single(ClusterStability.Measure(points, KMeans.Fit(points, 2)).Clusters).MeanJaccard);
    }

    [Fact]
    public void Wrong_inputs_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ClusterStability.Measure(new([1, 2], 1), [0], _ => []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterStability.Measure(new([1, 2], 1), [0, 1], _ => [], new() { Resamples = 0 }));
    }
}
