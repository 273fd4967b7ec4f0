using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>The z test of whether two groups share one proportion.</summary>
public static class TwoProportionTest
{
    /// <summary>Returns the two-sided test without correction for continuity: z² is Pearson's chi-square of the 2 x 2 table.</summary>
    /// <param name="successes1">Records of the first group with the property, in [0, <paramref name="trials1"/>].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="successes2">Records of the second group with the property, in [0, <paramref name="trials2"/>].</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <returns>z 0 and p 1 where a group is empty, or where no record or every record of both has the property.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>H0: one proportion for both; p pooled, z = (p1 - p2)/√(p(1 - p)(1/n1 + 1/n2)). Assumes independent records; rough where fewer than 5 are expected in a cell (A. Agresti, Categorical
    /// Data Analysis, 3rd edition, 2013, 3.2.1). For groups that were cut where they differ most see the corrected p-value of the cuts.</remarks>
    public static TwoProportionResult Of(int successes1, int trials1, int successes2, int trials2)
    {
        ProportionDifference.Check(successes1, trials1, nameof(successes1));
        ProportionDifference.Check(successes2, trials2, nameof(successes2));
        var z = Z(successes1, trials1, successes2, trials2);
        return new((double)successes1 / trials1 - ((double)successes2 / trials2), z, SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2));
    }

    /// <summary>Returns z alone, unchecked.</summary>
    internal static double Z(double successes1, double trials1, double successes2, double trials2)
    {
        var n = trials1 + trials2;
        var pooled = (successes1 + successes2) / n;
        var variance = pooled * (1 - pooled) * n / (trials1 * trials2);
        return trials1 > 0 && trials2 > 0 && variance > 0 ? ((successes1 / trials1) - (successes2 / trials2)) / Math.Sqrt(variance) : 0;
    }
}
