namespace Segmentation.Statistics;

/// <summary>Whether groups differ in a number, by putting the numbers at random among them.</summary>
internal static class GroupPermutation
{
    /// <summary>Returns how often random orders put at least as much of the variance between the groups, the order seen counted as one.</summary>
    /// <param name="values">Length n: 0 and 1 for yes and no (the chi-square test), ranks (Kruskal-Wallis), or numbers.</param>
    /// <param name="groups">Length n, aligned: zero-based group of each value.</param>
    /// <param name="orders">Random orders, at least 1.</param>
    /// <param name="random">Where they come from.</param>
    /// <returns>In [1 / (orders + 1), 1]: never 0 (B. Phipson and G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9(1), 2010, article 39).</returns>
    public static double PValue(ReadOnlySpan<double> values, ReadOnlySpan<int> groups, int orders, SeededRandom random)
    {
        var most = 0;
        foreach (var group in groups) most = Math.Max(most, group + 1);
        var count = new int[most];
        foreach (var group in groups) count[group]++;
        var sums = new double[most];
        var shuffled = values.ToArray();
        var seen = Between(shuffled, groups, sums, count);
        var atLeast = 1;
        for (var i = 0; i < orders; i++)
        {
            random.Shuffle<double>(shuffled);

            // The same numbers summed in another order may differ in the last digits.
            if (Between(shuffled, groups, sums, count) >= seen * (1 - 1e-12)) atLeast++;
        }

        return atLeast / (orders + 1d);
    }

    // Σ S²/n over the groups: the variance between them but for a constant.
    private static double Between(ReadOnlySpan<double> values, ReadOnlySpan<int> groups, Span<double> sums, ReadOnlySpan<int> count)
    {
        sums.Clear();
        for (var i = 0; i < values.Length; i++) sums[groups[i]] += values[i];
        var between = 0d;
        for (var g = 0; g < sums.Length; g++)
        {
            if (count[g] > 0) between += sums[g] * sums[g] / count[g];
        }

        return between;
    }
}
