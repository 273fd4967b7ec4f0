namespace Segmentation.Statistics;

/// <summary>The test of whether groups share one proportion where counts are too small for the chi-square formula: the property is dealt out to the records at random.</summary>
public static class CountPermutationTest
{
    /// <summary>Returns the test.</summary>
    /// <param name="successes">Length k. Records of each group with the property, at least 0 and at most its trials.</param>
    /// <param name="trials">Length k, aligned. Records of each group, at least 0; an empty group says nothing.</param>
    /// <param name="orders">Random orders, at least 1.</param>
    /// <param name="seed">Seed: the same seed gives the same answer.</param>
    /// <returns>The p-value of Pearson's chi-square given the sizes of the groups and the number of records with the property, with its standard error; 1 where nothing can differ.</returns>
    /// <exception cref="ArgumentException">The inputs differ in length, or a count is outside its range.</exception>
    /// <remarks>The order seen is counted as one, so that p is never 0 and the test never rejects too often: B. Phipson and G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9(1), 2010, article 39.</remarks>
    public static PermutationResult Of(ReadOnlySpan<int> successes, ReadOnlySpan<int> trials, int orders, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(orders, 1);
        if (successes.Length != trials.Length)
            throw new ArgumentException(FormattableString.Invariant($"successes has {successes.Length} values but trials has {trials.Length}; both need one a group."), nameof(successes));
        for (var g = 0; g < trials.Length; g++) ProportionDifference.Check(successes[g], trials[g], nameof(successes));
        var records = 0;
        foreach (var n in trials) records += n;
        var (values, groups, at) = (new double[records], new int[records], 0);
        for (var g = 0; g < trials.Length; g++)
        {
            groups.AsSpan(at, trials[g]).Fill(g);
            values.AsSpan(at, successes[g]).Fill(1);
            at += trials[g];
        }

        var p = GroupPermutation.PValue(values, groups, orders, new SeededRandom(seed));
        return new(p, Math.Sqrt(p * (1 - p) / orders), orders);
    }
}
