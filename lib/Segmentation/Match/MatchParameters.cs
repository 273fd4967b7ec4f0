using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>What the Fellegi-Sunter model knows: how often each level occurs among true pairs (m) and among others (u), and how likely two random records are one.</summary>
/// <param name="Prior">Probability λ that two records taken at random are one, in (0, 1).</param>
/// <param name="M">One array a comparison: the probability of each level 1 … L + 1 (index 0 … L) among pairs that are one; sums to 1.</param>
/// <param name="U">Likewise among pairs that are not.</param>
public sealed record MatchParameters(double Prior, ImmutableArray<ImmutableArray<double>> M, ImmutableArray<ImmutableArray<double>> U)
{
    /// <summary>Returns the weight of a level, log2(m/u); 0 where the level is missing (0).</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="level">Number of the level, in [0, L + 1].</param>
    public double Weight(int comparison, int level) => level == 0 ? 0 : Math.Log2(M[comparison][level - 1] / U[comparison][level - 1]);

    /// <summary>Gets the weight before any comparison, log2(λ/(1-λ)).</summary>
    public double PriorWeight => Math.Log2(Prior / (1 - Prior));

    /// <summary>Returns the probability of a total weight M: 2^M / (1 + 2^M).</summary>
    /// <param name="weight">Total weight, the prior's included.</param>
    public static double Probability(double weight) => 1 / (1 + Math.Pow(2, -weight));

    /// <summary>Returns the total weight of a probability, the inverse of <see cref="Probability"/>.</summary>
    /// <param name="probability">In (0, 1).</param>
    public static double WeightOf(double probability) => Math.Log2(probability / (1 - probability));
}
