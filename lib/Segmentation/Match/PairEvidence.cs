namespace Segmentation.Match;

/// <summary>What one comparison found about a pair.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Left">Values of the left record that the comparison looks at, joined by " · "; null where it has none. Personal.</param>
/// <param name="Right">Likewise of the right record.</param>
/// <param name="Level">Number of the level, in [0, L + 1].</param>
/// <param name="M">Share of the level among pairs that are one; null where the comparison is missing.</param>
/// <param name="U">Share of the level among other pairs; null where the comparison is missing.</param>
/// <param name="Weight">Weight of the level, log2(m/u).</param>
/// <param name="Rarity">What the rarity of the value adds to it; 0 where the comparison does not ask for it.</param>
public sealed record PairEvidence(Comparison Comparison, string? Left, string? Right, int Level, double? M, double? U, double Weight, double Rarity)
{
    /// <summary>Gets what the comparison adds to the pair's weight.</summary>
    public double Total => Weight + Rarity;
}
