using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>Fisher's exact test of whether two groups share one proportion.</summary>
public static class FisherExactTest
{
    // Probabilities that are equal on paper may differ in the last digits.
    private const double Slack = 1 + 1e-7;

    /// <summary>Returns the two-sided p-value: of all ways in which the records with the property could have fallen into the two groups, the share of those at most as likely as the one seen.</summary>
    /// <param name="successes1">Records of the first group with the property, in [0, <paramref name="trials1"/>].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="successes2">Records of the second group with the property, in [0, <paramref name="trials2"/>].</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <returns>In (0, 1]; 1 where a group is empty, or where no record or every record of both has the property.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>R. A. Fisher, "The Design of Experiments", 1935, chapter 2; two-sided by the probability of the tables, as R's <c>fisher.test</c>. Never rejects a true hypothesis more often than its level, and in
    /// small tables much less often. Takes time in proportion to the smaller of the groups.</remarks>
    public static double PValue(int successes1, int trials1, int successes2, int trials2)
    {
        ProportionDifference.Check(successes1, trials1, nameof(successes1));
        ProportionDifference.Check(successes2, trials2, nameof(successes2));
        var first = Math.Max(0, successes1 + successes2 - trials2);
        var probabilities = Probabilities(trials1, trials2, successes1 + successes2);
        var seen = probabilities[successes1 - first] * Slack;
        return Math.Min(1, probabilities.Where(p => p <= seen).Sum());
    }

    /// <summary>Returns the probability of each number of successes of the first group, from max(0, successes - trials2) on, given their total (the hypergeometric distribution).</summary>
    internal static double[] Probabilities(int trials1, int trials2, int successes)
    {
        var (first, last) = (Math.Max(0, successes - trials2), Math.Min(trials1, successes));
        var probabilities = new double[last - first + 1];
        var total = SpecialFunctions.FactorialLn(trials1) + SpecialFunctions.FactorialLn(trials2) + SpecialFunctions.FactorialLn(successes)
            + SpecialFunctions.FactorialLn(trials1 + trials2 - successes) - SpecialFunctions.FactorialLn(trials1 + trials2);
        for (var x = first; x <= last; x++)
        {
            probabilities[x - first] = Math.Exp(total - SpecialFunctions.FactorialLn(x) - SpecialFunctions.FactorialLn(trials1 - x)
                - SpecialFunctions.FactorialLn(successes - x) - SpecialFunctions.FactorialLn(trials2 - successes + x));
        }

        return probabilities;
    }
}
