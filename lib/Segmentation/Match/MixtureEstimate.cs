using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>What expectation-maximisation made of the pairs of one rule.</summary>
/// <param name="Parameters">Prior among these pairs, m and u.</param>
/// <param name="Rounds">Rounds gone through.</param>
/// <param name="Converged">Whether the last round changed nothing by more than the tolerance.</param>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Matches">Expected number of pairs among them that are one.</param>
/// <param name="MatchLevels">One array a comparison: expected matches on each level 1 … L + 1.</param>
internal sealed record MixtureEstimate(
    MatchParameters Parameters, int Rounds, bool Converged, double Pairs, double Matches, ImmutableArray<ImmutableArray<double>> MatchLevels);
