using Segmentation.Clustering;

namespace Segmentation.Tests.Clustering;

public sealed class ClusterQualityTests
{
    // scikit-learn 1.2.1 on KMeans(3).fit_predict(load_iris().data), and KMeans(2).
    [Fact]
    public void Iris_in_three_has_the_measures_of_scikit_learn()
    {
        var labels = KMeans.Fit(Iris.Points, 3).Labels.AsSpan();
        Assert.Equal(0.552819, ClusterQuality.Silhouette(Iris.Points, labels).Mean, 0.0000005);
        Assert.Equal(561.627757, ClusterQuality.CalinskiHarabasz(Iris.Points, labels), 0.0000005);
        Assert.Equal(0.661972, ClusterQuality.DaviesBouldin(Iris.Points, labels), 0.0000005);
        Assert.Equal(0.730238, ClusterQuality.AdjustedRand(labels, Iris.Species), 0.0000005);
        Assert.Equal(0.681046, ClusterQuality.Silhouette(Iris.Points, KMeans.Fit(Iris.Points, 2).Labels.AsSpan()).Mean, 0.0000005);
    }

    // scikit-learn's documentation of adjusted_rand_score; index 2, expected 6 · 3 / 15 = 1.2, most 4.5: .8 / 3.3.
    [Fact]
    public void The_adjusted_Rand_index_of_two_against_three_is_that_of_scikit_learn() =>
        Assert.Equal(0.242424, ClusterQuality.AdjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]), 0.0000005);

    [Fact]
    public void The_adjusted_Rand_index_knows_groups_by_their_points_and_not_by_their_numbers()
    {
        Assert.Equal(1, ClusterQuality.AdjustedRand([0, 0, 1, 1], [5, 5, 2, 2]));
        Assert.Equal(1, ClusterQuality.AdjustedRand([0, 0, 0], [1, 1, 1]));
        Assert.Equal(1, ClusterQuality.AdjustedRand([0, 1, 2], [2, 1, 0]));
        Assert.Equal(1, ClusterQuality.AdjustedRand([0], [3]));

        // Worse than chance: index 0, expected 2 · 2 / 6, most 2: -.5.
        Assert.Equal(-0.5, ClusterQuality.AdjustedRand([0, 0, 1, 1], [0, 1, 0, 1]), 1e-12);
    }

    [Fact]
    public void The_Jaccard_similarity_is_the_share_in_both()
    {
        Assert.Equal(1 / 3d, ClusterQuality.Jaccard([true, true, false, false], [true, false, true, false]));
        Assert.Equal(1, ClusterQuality.Jaccard([true, false], [true, false]));
        Assert.Equal(0, ClusterQuality.Jaccard([true, false], [false, true]));
        Assert.Equal(double.NaN, ClusterQuality.Jaccard([false, false], [false, false]));
    }

    [Fact]
    public void The_silhouette_of_two_pairs_is_that_reckoned_by_hand()
    {
        // 0, 1 | 5, 7. At 0: a 1, b 6, s 5/6; at 1: a 1, b 5, s 4/5; at 5: a 2, b 4.5, s 2.5/4.5; at 7: a 2, b 6.5, s 4.5/6.5.
        var result = ClusterQuality.Silhouette(new([0, 1, 5, 7], 1), [0, 0, 1, 1]);
        Assert.Equal(((5 / 6d) + 0.8) / 2, result.ByCluster[0], 1e-12);
        Assert.Equal(((2.5 / 4.5) + (4.5 / 6.5)) / 2, result.ByCluster[1], 1e-12);
        Assert.Equal(result.ByCluster.Average(), result.Mean, 1e-12);
        Assert.True(result.IsExact);
    }

    [Fact]
    public void A_point_alone_in_its_cluster_has_the_silhouette_zero()
    {
        // 0, 1 | 9: s 1 - 1/9 and 1 - 1/8; 0 for 9, as scikit-learn and R's cluster have it.
        Assert.Equal(((8 / 9d) + (7 / 8d)) / 3, ClusterQuality.Silhouette(new([0, 1, 9], 1), [0, 0, 1]).Mean, 1e-12);
    }

    [Fact]
    public void A_sampled_silhouette_is_near_the_exact_one_and_says_its_size()
    {
        var points = KMeansTests.Points(3000, 2, 8, groups: 3);
        var labels = KMeans.Fit(points, 3).Labels.AsSpan();
        var (exact, sampled) = (ClusterQuality.Silhouette(points, labels), ClusterQuality.Silhouette(points, labels, new() { MaximumPoints = 600 }));

        // Silhouettes of these points spread with about .25: 5 standard errors of 600 are .05.
        Assert.Equal(exact.Mean, sampled.Mean, 0.05);
        Assert.NotEqual(exact.Mean, sampled.Mean);
        Assert.InRange(sampled.PointsUsed, 598, 602);
        Assert.Equal((3000, false), (sampled.Points, sampled.IsExact));
        Assert.Equal(sampled.Mean, ClusterQuality.Silhouette(points, labels, new() { MaximumPoints = 600, MaximumThreads = 1 }).Mean);
    }

    [Fact]
    public void Measures_of_fewer_than_two_clusters_are_not_numbers()
    {
        var points = new PointSet([1, 2, 3], 1);
        Assert.Equal(double.NaN, ClusterQuality.Silhouette(points, [0, 0, 0]).Mean);
        Assert.Equal(double.NaN, ClusterQuality.CalinskiHarabasz(points, [0, 0, 0]));
        Assert.Equal(double.NaN, ClusterQuality.DaviesBouldin(points, [2, 2, 2]));
        Assert.Equal(double.NaN, ClusterQuality.CalinskiHarabasz(points, [0, 1, 2]));
        Assert.Equal(double.NaN, ClusterQuality.Silhouette(new([], 1), []).Mean);
    }

    [Fact]
    public void A_label_without_points_changes_no_measure()
    {
        var points = new PointSet([0, 1, 5, 7], 1);
        Assert.Equal(ClusterQuality.Silhouette(points, [0, 0, 1, 1]).Mean, ClusterQuality.Silhouette(points, [0, 0, 3, 3]).Mean);
        Assert.Equal(ClusterQuality.DaviesBouldin(points, [0, 0, 1, 1]), ClusterQuality.DaviesBouldin(points, [0, 0, 3, 3]));
        Assert.Equal(ClusterQuality.CalinskiHarabasz(points, [0, 0, 1, 1]), ClusterQuality.CalinskiHarabasz(points, [0, 0, 3, 3]));
    }

    [Fact]
    public void Clusters_in_one_place_each_are_infinitely_good_and_two_in_one_place_infinitely_bad()
    {
        var points = new PointSet([1, 1, 4, 4], 1);
        Assert.Equal(double.PositiveInfinity, ClusterQuality.CalinskiHarabasz(points, [0, 0, 1, 1]));
        Assert.Equal(0, ClusterQuality.DaviesBouldin(points, [0, 0, 1, 1]));
        Assert.Equal(1, ClusterQuality.Silhouette(points, [0, 0, 1, 1]).Mean);
        Assert.Equal(double.PositiveInfinity, ClusterQuality.DaviesBouldin(points, [0, 1, 0, 1]));
    }

    [Fact]
    public void Wrong_inputs_are_refused_with_what_is_wrong()
    {
        Assert.Equal("labels has 1 values but there are 2 points; both need one a point. (Parameter 'labels')", Assert.Throws<ArgumentException>(() => ClusterQuality.Silhouette(new([1, 2], 1), [0])).Message);
        Assert.Equal("label 1 is -1; a label is at least 0. Leave points without a cluster out. (Parameter 'label')", Assert.Throws<ArgumentException>(() => ClusterQuality.DaviesBouldin(new([1, 2], 1), [0, -1])).Message);
        Assert.Throws<ArgumentException>(() => ClusterQuality.AdjustedRand([0, 1], [0]));
        Assert.Throws<ArgumentException>(() => ClusterQuality.Jaccard([true], []));
    }
}
