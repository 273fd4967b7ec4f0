using Segmentation.Clustering;
using Segmentation.Statistics;

namespace Segmentation.Tests.Clustering;

public sealed class ClusterCountTests
{
    private static readonly ClusterCountOptions Quick = new() { Most = 5, References = 39, Search = new() { Starts = 3 } };

    // The test's level is 5%; of 40 clouds 2 are expected, and more than 6 with a probability of .3% (binomial).
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Points_spread_evenly_have_no_clusters(int d) => Assert.InRange(Clusters(40, d, (random, _) => random.NextDouble()).Count(k => k > 1), 0, 6);

    // A normal cloud divides less well than an even one: below the level.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_normal_cloud_has_no_clusters(int d) => Assert.InRange(Clusters(40, d, (random, _) => Normal(random)).Count(k => k > 1), 0, 2);

    [Fact]
    public void A_long_narrow_cloud_has_no_clusters()
    {
        // Two coordinates that are nearly the same: over the box along the axes it would look like clusters.
        var random = new SeededRandom(4);
        var points = new PointSet([.. Enumerable.Range(0, 150).Select(_ => Normal(random)).SelectMany(x => new[] { x, x + (0.1 * Normal(random)) })], 2);
        Assert.False(ClusterCount.Choose(points, Quick).HasClusters);
        Assert.True(ClusterCount.Choose(points, Quick with { Reference = ReferenceBox.Bounding }).PValue <= 0.05);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Clouds_six_standard_deviations_apart_are_counted(int k) =>
        Assert.All(Clusters(5, 2, (random, i) => Normal(random) + (6 * (i % k))), found => Assert.Equal(k, found));

    [Fact]
    public void The_answer_says_why_in_words()
    {
        var random = new SeededRandom(6);
        var none = ClusterCount.Choose(new([.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())], 1), Quick);
        Assert.StartsWith("no clusters are supported: points spread evenly over the same box gain as much by being divided (p = ", none.Reason, StringComparison.Ordinal);
        Assert.Equal((1, 1, 5), (none.Clusters, none.Best.Clusters, none.Rows.Length));
        Assert.Equal(
            "3 clusters (p = 0.025 against none): the smallest number whose gap is within 1 standard error of the widest; the silhouette is highest there too.",
            ClusterCount.Choose(new([.. Enumerable.Range(0, 150).Select(i => Normal(random) + (9 * (i % 3)))], 1), Quick).Reason);
    }

    [Fact]
    public void Where_the_gap_widens_on_and_on_the_silhouette_names_the_number()
    {
        // Iris: two long groups, one of which holds two species. Its silhouette in two is .681046 (scikit-learn 1.2.1).
        var iris = ClusterCount.Choose(Iris.Points, Quick);
        Assert.Equal("2 clusters (p = 0.025 against none): the number with the highest silhouette; the gap still widens at 5 and names none.", iris.Reason);
        Assert.Equal((2, 2), (iris.Clusters, iris.Best.Clusters));
        Assert.Equal(0.681046, iris.Rows[1].Silhouette, 0.0000005);
        Assert.Equal(iris.Rows.Max(r => r.Gap), iris.Rows[^1].Gap);
    }

    [Fact]
    public void Clusters_that_overlap_too_far_are_not_taken()
    {
        var random = new SeededRandom(7);
        var points = new PointSet([.. Enumerable.Range(0, 300).SelectMany(i => new[] { Normal(random) + (6 * (i % 2)), Normal(random) })], 2);
        Assert.True(ClusterCount.Choose(points, Quick).HasClusters);
        var refused = ClusterCount.Choose(points, Quick with { LeastSilhouette = 0.95 });
        Assert.False(refused.HasClusters);
        Assert.StartsWith("no clusters are supported: 2 overlap so far that their mean silhouette is 0.", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_of_many_points_gives_the_gap()
    {
        var random = new SeededRandom(8);
        var result = ClusterCount.Choose(new([.. Enumerable.Range(0, 1000).Select(i => Normal(random) + (8 * (i % 3)))], 1), Quick with { GapPoints = 200 });
        Assert.Equal((3, 200, 1000), (result.Clusters, result.GapPoints, result.Best.Labels.Length));
    }

    [Fact]
    public void Points_that_cannot_be_divided_say_so()
    {
        Assert.Equal("no clusters are supported: all points are the same.", ClusterCount.Choose(new([5, 5, 5], 1), Quick).Reason);
        Assert.Equal("no clusters are supported: all points are the same.", ClusterCount.Choose(new([5], 1), Quick).Reason);
        Assert.Equal("no clusters are supported: two points are no groups.", ClusterCount.Choose(new([5, 6], 1), Quick).Reason);
        Assert.False(ClusterCount.Choose(new([5, 6, 8], 1), Quick).HasClusters);
    }

    [Fact]
    public void Two_values_are_two_clusters()
    {
        var result = ClusterCount.Choose(new([.. Enumerable.Range(0, 60).Select(i => (double)(i % 2))], 1), Quick);
        Assert.Equal((2, 2), (result.Clusters, result.Rows.Length));
        Assert.Equal(double.PositiveInfinity, result.Rows[1].Gap);
    }

    [Fact]
    public void One_thread_gives_the_bits_of_many()
    {
        var points = KMeansTests.Points(120, 2, 2, groups: 2);
        ClusterCountResult Choose(int threads) => ClusterCount.Choose(points, Quick with { Search = Quick.Search with { MaximumThreads = threads } });
        Assert.Equal(Choose(1).Rows.AsEnumerable(), Choose(3).Rows);
        Assert.Equal(Choose(1).PValue, Choose(3).PValue);
    }

    private static double Normal(SeededRandom random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;

    private static IEnumerable<int> Clusters(int clouds, int d, Func<SeededRandom, int, double> coordinate) => Enumerable.Range(0, clouds).Select(cloud =>
    {
        var random = new SeededRandom(cloud, d);
        return ClusterCount.Choose(new([.. Enumerable.Range(0, 120 * d).Select(i => coordinate(random, i / d))], d), Quick).Clusters;
    });
}
