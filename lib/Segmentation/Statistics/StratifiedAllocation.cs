using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>How many records to draw from each stratum.</summary>
public static class StratifiedAllocation
{
    /// <summary>Returns the numbers to draw: in proportion to the strata by largest remainder, but from each at least a few; one that holds fewer is taken whole.</summary>
    /// <param name="sizes">Length k. Records in each stratum, at least 0.</param>
    /// <param name="total">Records to draw in all, at least 0.</param>
    /// <param name="least">Fewest records of a stratum, at least 0; where <paramref name="total"/> is not enough for that, as many as it gives each.</param>
    /// <returns>Length k, each at most its size; their sum is the smaller of <paramref name="total"/> and the sum of sizes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    /// <remarks>Proportional allocation (W. G. Cochran, Sampling Techniques, 3rd edition, 1977, 5.5) with a floor; remainders as A. Hamilton apportioned seats. Of equal remainders the earlier stratum comes first.</remarks>
    public static int[] Of(ReadOnlySpan<int> sizes, int total, int least)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        var all = sizes.ToArray();
        if (Array.FindIndex(all, s => s < 0) is >= 0 and var bad)
            throw new ArgumentOutOfRangeException(nameof(sizes), string.Create(CultureInfo.InvariantCulture, $"the size of stratum {bad} is {all[bad]} but must be at least 0."));
        var filled = all.Count(s => s > 0);
        var floor = filled == 0 ? 0 : Math.Min(least, total / filled);
        var drawn = all.Select(s => Math.Min(s, floor)).ToArray();
        var budget = (int)Math.Min(total, all.Sum(s => (long)s));
        int[] shared = [.. Enumerable.Range(0, all.Length).Where(i => all[i] > 0)];

        // A stratum whose share is below its floor keeps the floor, and the rest is shared among the others, whose shares fall by it.
        while (shared.FirstOrDefault(i => Share(i) < drawn[i], -1) is >= 0)
        {
            int[] held = [.. shared.Where(i => Share(i) < drawn[i])];
            shared = [.. shared.Except(held)];
            budget -= held.Sum(i => drawn[i]);
        }

        var shares = shared.Select(Share).ToArray();
        for (var k = 0; k < shared.Length; k++) drawn[shared[k]] = (int)shares[k];
        var left = budget - shared.Sum(i => drawn[i]);
        foreach (var k in Enumerable.Range(0, shared.Length).OrderByDescending(k => shares[k] - Math.Floor(shares[k])).ThenBy(k => k).Take(left)) drawn[shared[k]]++;
        return drawn;

        double Share(int stratum) => (double)budget * all[stratum] / shared.Sum(i => (double)all[i]);
    }
}
