using Segmentation.Clustering;

namespace Segmentation.Tests.Clustering;

public sealed class DecisionTreeTests
{
    private static readonly TreeFeature[] Measures = [.. new[] { "sepal length", "sepal width", "petal length", "petal width" }.Select((name, i) => new NumericFeature(name, [.. Iris.Column(i)]))];

    [Fact]
    public void Iris_is_told_apart_as_by_scikit_learn()
    {
        var result = DecisionTree.Fit(Measures, Iris.Species, new() { MaximumDepth = 2, MinimumLeaf = 5 });
        Assert.Equal(["petal length < 3", "petal length >= 3 and petal width < 1.8", "petal length >= 3 and petal width >= 1.8"], result.Labels.SelectMany(l => l.Rules).Select(r => r.ToString()));
        Assert.Equal(144, result.Correct);
    }
}
