using Segmentation.Clustering;

namespace Segmentation.Tests.Clustering;

public sealed class GaussianMixtureTests
{
    // R: mclustBIC(iris[, 1:4], modelNames = "VVV"), its sign turned: lower is better.
    [Theory]
    [InlineData(1, 829.9782)]
    [InlineData(2, 574.0178)]
    [InlineData(3, 580.8389)]
    public void Iris_has_the_BIC_of_mclust(int k, double expected)
    {
        var result = GaussianMixture.Fit(Iris.Points, k);
        Assert.Equal(expected, result.Bic, 0.00005);
        Assert.True(result.Converged);
    }
}
