using System.Collections.Immutable;
using Segmentation.Clustering;
using Segmentation.Statistics;

namespace Segmentation.Tests.Clustering;

public sealed class DecisionTreeTests
{
    private static readonly TreeFeature[] Measures = [.. new[] { "sepal length", "sepal width", "petal length", "petal width" }.Select((name, i) => new NumericFeature(name, [.. Iris.Column(i)]))];

    private static readonly DecisionTreeOptions Free = new() { MinimumLeaf = 1, MinimumGain = 0, MaximumDepth = 2 };

    // scikit-learn 1.2.1, DecisionTreeClassifier(max_depth=2, min_samples_leaf=5, criterion=...): petal width <= .8, then <= 1.75, accuracy .96. Petal length < 3 divides the first species off as well; it comes first.
    [Theory]
    [InlineData(SplitCriterion.Gini)]
    [InlineData(SplitCriterion.Entropy)]
    public void Iris_is_told_apart_as_by_scikit_learn(SplitCriterion criterion)
    {
        var result = DecisionTree.Fit(Measures, Iris.Species, new() { MaximumDepth = 2, MinimumLeaf = 5, Criterion = criterion });
        Assert.Equal(["petal length < 3", "petal length >= 3 and petal width < 1.8", "petal length >= 3 and petal width >= 1.8"], result.Labels.SelectMany(l => l.Rules).Select(r => r.ToString()));
        Assert.Equal(0.96, result.Accuracy, 1e-12);
        Assert.Equal(1 / 3d, result.LargestShare);

        // Of 54 at the second leaf 49 are of the second species, of 46 at the third 45 of the third.
        Assert.Equal([(50, 50, 50), (50, 54, 49), (50, 46, 45)], result.Labels.Select(l => (l.Records, l.Found, l.Correct)));
        Assert.Equal(49 / 54d, result.Labels[1].Precision);
        Assert.Equal(0.9, result.Labels[2].Recall);
    }

    [Fact]
    public void A_value_equal_to_the_cut_belongs_above_it()
    {
        var result = DecisionTree.Fit([new NumericFeature("employees", [10, 20, 100, 100, 200])], [0, 0, 1, 1, 1], Free);
        Assert.Equal(["employees < 100", "employees >= 100"], result.Labels.SelectMany(l => l.Rules).Select(r => r.ToString()));
        Assert.Equal([0, 0, 1, 1, 1], result.Predicted.AsEnumerable());
    }

    [Fact]
    public void Two_cuts_of_one_column_are_one_condition()
    {
        var result = DecisionTree.Fit([new NumericFeature("x", [1, 2, 3, 4, 5, 6])], [0, 0, 1, 1, 0, 0], Free);
        Assert.Equal(["x < 3", "x >= 5", "x >= 3 and x < 5"], result.Labels.SelectMany(l => l.Rules).Select(r => r.ToString()));
        var condition = Assert.Single(result.Labels[1].Rules[0].Conditions);
        Assert.Equal((3d, 5d), (condition.From, condition.Below));
    }

    [Fact]
    public void Categories_are_divided_into_the_best_two_sets()
    {
        var result = DecisionTree.Fit([CategoricalFeature.Of("industry", ["Retail", "Energy", "Media", "Retail", "Energy", "Logistics"])], [0, 1, 0, 0, 1, 1], Free);
        Assert.Equal(["industry in [Media, Retail]", "industry in [Energy, Logistics]"], result.Labels.SelectMany(l => l.Rules).Select(r => r.ToString()));
        Assert.Equal(1, result.Accuracy);
    }

    [Theory]
    [InlineData(SplitCriterion.Gini)]
    [InlineData(SplitCriterion.Entropy)]
    public void The_first_split_is_the_best_of_all(SplitCriterion criterion)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new SeededRandom(seed);
            const int n = 24;
            int[] labels = [.. Enumerable.Range(0, n).Select(_ => random.Next(3))];
            double[] numbers = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(9))];
            int[] codes = [.. Enumerable.Range(0, n).Select(_ => random.Next(5))];
            var options = Free with { MaximumDepth = 1, Criterion = criterion };
            var root = DecisionTree.Fit([new NumericFeature("number", [.. numbers]), new CategoricalFeature("kind", [.. codes], ["a", "b", "c", "d", "e"])], labels, options).Root;

            // Every cut, and every set of the five categories.
            var sides = Enumerable.Range(1, 8).Select(cut => numbers.Select(x => x < cut).ToArray()).Concat(Enumerable.Range(1, 30).Select(set => codes.Select(c => (set >> c & 1) == 1).ToArray()));
            var best = sides.Min(side => Mixed(labels, side, true, criterion) + Mixed(labels, side, false, criterion));
            if (root is { First: { } first, Second: { } second })
            {
                Assert.Equal(best, Of(first.Counts, criterion) + Of(second.Counts, criterion), 1e-9);
                continue;
            }

            // Where both sides say the same, the split says nothing.
            Assert.Null(root.First);
        }
    }

    [Fact]
    public void Of_two_labels_an_order_of_many_categories_holds_the_best_division()
    {
        var random = new SeededRandom(2);
        int[] codes = [.. Enumerable.Range(0, 300).Select(_ => random.Next(9))];
        int[] labels = [.. codes.Select(c => random.NextDouble() < (c * 5 % 9) / 9d ? 1 : 0)];
        var feature = new CategoricalFeature("kind", [.. codes], ["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
        var (all, ordered) = (DecisionTree.Fit([feature], labels, Free with { MaximumDepth = 1 }), DecisionTree.Fit([feature], labels, Free with { MaximumDepth = 1, ExhaustiveCategories = 2 }));
        Assert.Equal(all.Predicted.AsEnumerable(), ordered.Predicted);
        Assert.True(all.Accuracy > all.LargestShare);
    }

    [Fact]
    public void A_blank_in_the_column_of_a_split_goes_nowhere_and_is_counted()
    {
        var result = DecisionTree.Fit([new NumericFeature("x", [1, 2, double.NaN, 8, 9, double.PositiveInfinity])], [0, 0, 0, 1, 1, 1], Free);
        Assert.Equal([0, 0, -1, 1, 1, -1], result.Predicted.AsEnumerable());
        Assert.Equal((2, 4, 6), (result.Unplaced, result.Correct, result.Records));
        Assert.Equal(2 / 3d, result.Labels[0].Recall);
        Assert.Equal(1, result.Labels[0].Precision);
        var categories = DecisionTree.Fit([CategoricalFeature.Of("kind", ["a", null, "b"])], [0, 0, 1], Free);
        Assert.Equal([0, -1, 1], categories.Predicted.AsEnumerable());
    }

    [Fact]
    public void A_full_column_is_taken_before_one_that_divides_as_well_but_has_blanks()
    {
        var (full, holes) = (new NumericFeature("full", [1, 2, 3, 8, 9, 10]), new NumericFeature("holes", [1, 2, double.NaN, 8, double.NaN, 10]));
        Assert.Equal("full", DecisionTree.Fit([holes, full], [0, 0, 0, 1, 1, 1], Free).Root.FirstCondition!.Feature);
    }

    [Fact]
    public void No_leaf_is_smaller_than_the_least()
    {
        var random = new SeededRandom(5);
        TreeFeature[] features = [new NumericFeature("x", [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())]), new CategoricalFeature("kind", [.. Enumerable.Range(0, 200).Select(_ => random.Next(4))], ["a", "b", "c", "d"])];
        int[] labels = [.. Enumerable.Range(0, 200).Select(_ => random.Next(2))];
        foreach (var least in new[] { 1, 20, 60, 101 })
        {
            var result = DecisionTree.Fit(features, labels, new() { MinimumLeaf = least, MinimumGain = 0 });
            Assert.All(result.Labels.SelectMany(l => l.Rules), r => Assert.True(r.Records >= least));
            if (least == 101) Assert.Equal("every record", Assert.Single(result.Labels.SelectMany(l => l.Rules)).ToString());
        }
    }

    [Fact]
    public void Labels_that_the_columns_know_nothing_of_get_no_rules()
    {
        var result = DecisionTree.Fit([new NumericFeature("x", [.. Enumerable.Repeat(3d, 50)])], [.. Enumerable.Range(0, 50).Select(i => i < 30 ? 1 : 0)]);
        Assert.Null(result.Root.First);
        Assert.Equal("every record", result.Labels[1].Rules[0].ToString());
        Assert.Empty(result.Labels[0].Rules);
        Assert.Equal((0.6, 0.6, 0d), (result.Accuracy, result.LargestShare, result.Labels[0].Recall));
        Assert.Equal(double.NaN, result.Labels[0].Precision);
    }

    [Fact]
    public void One_record_and_only_blanks_get_an_answer()
    {
        Assert.Equal(1, DecisionTree.Fit([new NumericFeature("x", [1])], [0]).Accuracy);
        Assert.Equal(0, DecisionTree.Fit([new NumericFeature("x", [double.NaN, double.NaN])], [0, 1], Free).Unplaced);
        Assert.Equal(1, DecisionTree.Fit([new NumericFeature("x", [1, 2, 3])], [2, 2, 2], Free).Accuracy);
    }

    [Fact]
    public void What_is_predicted_is_what_the_rules_say()
    {
        TreeFeature[] features = [.. Measures, CategoricalFeature.Of("kind", Enumerable.Range(0, 150).Select(i => i % 7 == 0 ? null : i % 2 == 0 ? "even" : "odd"))];
        var result = DecisionTree.Fit(features, KMeans.Fit(Iris.Points, 4).Labels.AsSpan(), new() { MinimumLeaf = 5 });
        for (var row = 0; row < 150; row++)
        {
            var met = result.Labels.SelectMany(l => l.Rules).Where(r => r.Conditions.All(c => DecisionTree.Meets(features.Single(f => f.Name == c.Feature), c, row))).ToArray();
            Assert.Equal(result.Predicted[row], met.Length == 0 ? -1 : Assert.Single(met).Label);
        }
    }

    [Fact]
    public void Wrong_inputs_are_refused_with_what_is_wrong()
    {
        Assert.Equal("x has 2 values but labels has 1; both need one a record. (Parameter 'features')", Assert.Throws<ArgumentException>(() => DecisionTree.Fit([new NumericFeature("x", [1, 2])], [0])).Message);
        Assert.Equal("two columns are called x; rules need one name a column. (Parameter 'features')", Assert.Throws<ArgumentException>(() => DecisionTree.Fit([new NumericFeature("x", [1]), new NumericFeature("x", [1])], [0])).Message);
        Assert.Equal("label 0 is -1; a label is at least 0. Leave records without one out. (Parameter 'labels')", Assert.Throws<ArgumentException>(() => DecisionTree.Fit([new NumericFeature("x", [1])], [-1])).Message);
        Assert.Throws<ArgumentException>(() => DecisionTree.Fit([], [0]));
        Assert.Throws<ArgumentException>(() => DecisionTree.Fit([new NumericFeature("x", [])], []));
    }

    private static double Mixed(int[] labels, bool[] side, bool which, SplitCriterion criterion) => Of([.. Enumerable.Range(0, 3).Select(l => labels.Where((own, i) => own == l && side[i] == which).Count())], criterion);

    private static double Of(ImmutableArray<int> counts, SplitCriterion criterion) =>
        counts.Where(c => c > 0).Sum(c => c * (criterion == SplitCriterion.Gini ? 1 - ((double)c / counts.Sum()) : -Math.Log((double)c / counts.Sum())));
}
