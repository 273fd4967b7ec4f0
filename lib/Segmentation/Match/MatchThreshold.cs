namespace Segmentation.Match;

/// <summary>What one threshold makes of the pairs.</summary>
/// <param name="Probability">Match probability from which a pair is a match; at or above.</param>
/// <param name="Pairs">Pairs at or above it.</param>
/// <param name="Refused">Those that were not joined because something forbids it.</param>
/// <param name="Entities">Entities that the records are.</param>
/// <param name="InClusters">Records that share their entity with another.</param>
/// <param name="Score">How right that is; null where nothing is labelled.</param>
public sealed record MatchThreshold(double Probability, int Pairs, int Refused, int Entities, int InClusters, MatchScore? Score);
