using Segmentation.Clustering;

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
    public void Iris_in_three_has_the_sizes_of_R()
    {
        var result = KMeans.Fit(Iris.Points, 3);
        Assert.Equal([38, 50, 62], result.Sizes.Order());
        Assert.Equal([50, 62, 38], result.Sizes.AsEnumerable());
    }
}
