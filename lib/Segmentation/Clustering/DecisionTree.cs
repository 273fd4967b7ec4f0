using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Clustering;

/// <summary>Describes labels, such as those of clusters, by rules over columns that people know.</summary>
public static class DecisionTree
{
    /// <summary>Returns a shallow tree whose leaves hold records of mostly one label.</summary>
    /// <param name="features">At least one column; of two that split equally well the first is taken.</param>
    /// <param name="labels">Length n, at least 1: zero-based label of each record.</param>
    /// <param name="options">Depth, leaves and gain; the defaults where null.</param>
    /// <returns>The tree, and the rules of each label. A cut is the smallest value of its upper side: a value equal to the cut belongs above it.</returns>
    /// <exception cref="ArgumentException">There is no column or no record, the lengths differ, a label is below 0, or an option is out of its range.</exception>
    /// <remarks>
    /// CART: L. Breiman, J. H. Friedman, R. A. Olshen and C. J. Stone, Classification and Regression Trees, 1984. Greedy: each split is the best at its place, the tree need not be the best of its depth.
    /// Blanks: a record without a value in the column of a split goes to neither side, as it meets neither rule; what a split gains is reckoned on the records with a value and counts for as many as they are.
    /// Two leaves of one split with the same label are made one. The rules are judged on the records that made them, and other records follow them less well.
    /// </remarks>
    public static DecisionTreeResult Fit(IReadOnlyList<TreeFeature> features, ReadOnlySpan<int> labels, DecisionTreeOptions? options = null)
    {
        options ??= DecisionTreeOptions.Default;
        Check(features, labels, options);
        var growth = new TreeGrowth([.. features], labels.ToArray(), options);
        var root = growth.Grow();
        var predicted = new int[labels.Length];
        Array.Fill(predicted, -1);
        var rules = new List<TreeRule>();
        Walk(root, [.. Enumerable.Range(0, labels.Length)], []);
        var (found, correct, records) = (new int[growth.Labels], new int[growth.Labels], new int[growth.Labels]);
        for (var row = 0; row < labels.Length; row++)
        {
            records[labels[row]]++;
            if (predicted[row] < 0) continue;
            found[predicted[row]]++;
            if (predicted[row] == labels[row]) correct[labels[row]]++;
        }

        return new(root, [.. Enumerable.Range(0, growth.Labels).Select(l => new TreeLabel(l, records[l], found[l], correct[l], [.. rules.Where(r => r.Label == l)]))], [.. predicted], options);

        void Walk(TreeNode node, int[] rows, ImmutableArray<TreeCondition> conditions)
        {
            if (node is { First: { } first, Second: { } second, FirstCondition: { } low, SecondCondition: { } high })
            {
                var feature = features.First(f => f.Name == low.Feature);
                Walk(first, [.. rows.Where(r => Meets(feature, low, r))], With(conditions, low));
                Walk(second, [.. rows.Where(r => Meets(feature, high, r))], With(conditions, high));
                return;
            }

            foreach (var row in rows) predicted[row] = node.Label;
            rules.Add(new(node.Label, conditions, node.Records, node.Counts[node.Label]));
        }
    }

    internal static bool Meets(TreeFeature feature, TreeCondition condition, int row) => feature switch
    {
        _ when feature.IsBlank(row) => false,
        NumericFeature numeric => !(numeric.Values[row] < condition.From) && !(numeric.Values[row] >= condition.Below),
        CategoricalFeature categorical => condition.Categories.Contains(categorical.Categories[categorical.Codes[row]]),
        _ => throw new ArgumentException($"{feature.Name} is a {feature.GetType().Name}; a tree splits on numbers and categories.", nameof(feature)),
    };

    // Of two conditions on one column the later is the narrower on its side.
    private static ImmutableArray<TreeCondition> With(ImmutableArray<TreeCondition> conditions, TreeCondition condition)
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            if (conditions[i].Feature == condition.Feature) return conditions.SetItem(i, condition with { From = condition.From ?? conditions[i].From, Below = condition.Below ?? conditions[i].Below });
        }

        return conditions.Add(condition);
    }

    private static void Check(IReadOnlyList<TreeFeature> features, ReadOnlySpan<int> labels, DecisionTreeOptions options)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumDepth, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinimumLeaf, 1, nameof(options));
        if (features.Count == 0) throw new ArgumentException("A tree needs at least one column; found none.", nameof(features));
        if (labels.IsEmpty) throw new ArgumentException("A tree needs at least one record; found none.", nameof(labels));
        for (var row = 0; row < labels.Length; row++)
        {
            if (labels[row] < 0) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"label {row} is {labels[row]}; a label is at least 0. Leave records without one out."), nameof(labels));
        }

        foreach (var feature in features)
        {
            if (feature.Count != labels.Length)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{feature.Name} has {feature.Count} values but labels has {labels.Length}; both need one a record."), nameof(features));
            if (features.Count(f => f.Name == feature.Name) > 1)
                throw new ArgumentException($"two columns are called {feature.Name}; rules need one name a column.", nameof(features));
        }
    }
}
