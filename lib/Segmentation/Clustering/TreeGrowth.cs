using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>Grows a tree from its root.</summary>
internal sealed class TreeGrowth
{
    private readonly ImmutableArray<TreeFeature> features;
    private readonly int[] labels;
    private readonly DecisionTreeOptions options;
    private double least;

    public TreeGrowth(ImmutableArray<TreeFeature> features, int[] labels, DecisionTreeOptions options) => (this.features, this.labels, this.options, Labels) = (features, labels, options, labels.Max() + 1);

    /// <summary>Gets the number of labels: one more than the highest.</summary>
    public int Labels { get; }

    public TreeNode Grow()
    {
        int[] all = [.. Enumerable.Range(0, labels.Length)];
        least = options.MinimumGain * Mixed(Counted(all));
        return Grow(all, options.MaximumDepth);
    }

    private TreeNode Grow(int[] rows, int depth)
    {
        var leaf = new TreeNode([.. Counted(rows).Select(c => (int)c)]);
        if (depth == 0 || leaf.Counts.Max() == rows.Length) return leaf;
        var (best, gain) = (default((TreeFeature Feature, TreeCondition First, TreeCondition Second)?), least);
        foreach (var feature in features)
        {
            int[] there = [.. rows.Where(r => !feature.IsBlank(r))];
            if (there.Length < 2 * options.MinimumLeaf) continue;
            if (Best(feature, there, ref gain) is { } found) best = (feature, found.First, found.Second);
        }

        if (best is not var (column, low, high)) return leaf;
        var first = Grow([.. rows.Where(r => DecisionTree.Meets(column, low, r))], depth - 1);
        var second = Grow([.. rows.Where(r => DecisionTree.Meets(column, high, r))], depth - 1);

        // Two leaves that say the same say it together.
        if (first.First is null && second.First is null && first.Label == second.Label) return leaf;
        return leaf with { FirstCondition = low, SecondCondition = high, First = first, Second = second };
    }

    private (TreeCondition First, TreeCondition Second)? Best(TreeFeature feature, int[] rows, ref double gain) => feature switch
    {
        NumericFeature numeric => BestCut(numeric, rows, ref gain),
        CategoricalFeature categorical => BestSets(categorical, rows, ref gain),
        _ => throw new ArgumentException($"{feature.Name} is a {feature.GetType().Name}; a tree splits on numbers and categories.", nameof(feature)),
    };

    private (TreeCondition, TreeCondition)? BestCut(NumericFeature feature, int[] rows, ref double gain)
    {
        var values = rows.Select(r => feature.Values[r]).ToArray();
        var sorted = (int[])rows.Clone();
        Array.Sort(values, sorted);
        var (below, above) = (new double[Labels], Counted(rows));
        var (whole, cut) = (Mixed(above), double.NaN);
        for (var i = 1; i < sorted.Length; i++)
        {
            below[labels[sorted[i - 1]]]++;
            above[labels[sorted[i - 1]]]--;
            if (values[i] == values[i - 1] || i < options.MinimumLeaf || sorted.Length - i < options.MinimumLeaf) continue;
            var gained = whole - Mixed(below) - Mixed(above);
            if (gained > gain) (gain, cut) = (gained, values[i]);
        }

        return double.IsNaN(cut) ? null : (new(feature.Name) { Below = cut }, new(feature.Name) { From = cut });
    }

    private (TreeCondition, TreeCondition)? BestSets(CategoricalFeature feature, int[] rows, ref double gain)
    {
        var counts = new Dictionary<int, double[]>();
        foreach (var row in rows)
        {
            if (!counts.TryGetValue(feature.Codes[row], out var own)) counts[feature.Codes[row]] = own = new double[Labels];
            own[labels[row]]++;
        }

        int[] present = [.. counts.Keys.Order()];
        var (whole, best) = (Mixed(Counted(rows)), (int[]?)null);
        foreach (var set in Sets(present, counts))
        {
            var (inside, outside) = (new double[Labels], new double[Labels]);
            foreach (var code in present)
            {
                var into = set.Contains(code) ? inside : outside;
                for (var l = 0; l < Labels; l++) into[l] += counts[code][l];
            }

            var gained = whole - Mixed(inside) - Mixed(outside);
            if (gained > gain && inside.Sum() >= options.MinimumLeaf && outside.Sum() >= options.MinimumLeaf) (gain, best) = (gained, set);
        }

        return best is null ? null : (Condition(present.Where(best.Contains)), Condition(present.Where(c => !best.Contains(c))));

        TreeCondition Condition(IEnumerable<int> codes) => new(feature.Name) { Categories = [.. codes.Select(c => feature.Categories[c])] };
    }

    // Every division once, or those along the share of each label in turn. For two labels an order by share holds the best division (Breiman and others, theorem 4.5); for more it is a search.
    private IEnumerable<int[]> Sets(int[] present, Dictionary<int, double[]> counts)
    {
        if (present.Length <= options.ExhaustiveCategories)
        {
            for (var bits = 1; bits < 1 << (present.Length - 1); bits++) yield return [.. present.Where((_, i) => (bits >> i & 1) == 1)];
            yield break;
        }

        for (var label = 0; label < Labels; label++)
        {
            int[] ordered = [.. present.OrderBy(c => counts[c][label] / counts[c].Sum()).ThenBy(c => c)];
            for (var length = 1; length < ordered.Length; length++) yield return ordered[..length];
        }
    }

    private double[] Counted(int[] rows)
    {
        var counts = new double[Labels];
        foreach (var row in rows) counts[labels[row]]++;
        return counts;
    }

    // How mixed, times the number of records.
    private double Mixed(double[] counts)
    {
        var (total, sum) = (0d, 0d);
        foreach (var count in counts) total += count;
        foreach (var count in counts)
        {
            if (count > 0) sum += options.Criterion == SplitCriterion.Gini ? count * (1 - (count / total)) : -count * PortableMath.Log(count / total);
        }

        return sum;
    }
}
