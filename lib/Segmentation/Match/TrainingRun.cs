using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>One run of expectation-maximisation, over the pairs of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pairs">Pairs that the rule makes.</param>
/// <param name="Matches">How many of them are expected to be one.</param>
/// <param name="Rounds">Rounds gone through; 0 where the rule makes no pair.</param>
/// <param name="Converged">Whether the last round changed no parameter by more than the tolerance.</param>
/// <param name="Comparisons">Names of the comparisons that took part: those that the rule's fields do not decide.</param>
public sealed record TrainingRun(BlockingRule Rule, long Pairs, double Matches, int Rounds, bool Converged, ImmutableArray<string> Comparisons);
