using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>How far chosen cuts separate the outcome, and how often chance alone, free to choose as well, separates it as far.</summary>
/// <param name="Bands">Number of bands k; k - 1 cuts are chosen together.</param>
/// <param name="Candidates">Candidate cuts that were searched.</param>
/// <param name="Cuts">The cuts with the largest statistic, ascending; empty where no candidate is allowed or the outcome is the same for all.</param>
/// <param name="Statistic">Their chi-square; 0 without cuts.</param>
/// <param name="RawPValue">Its p-value as if the cuts had not been chosen: too small. 1 without cuts.</param>
/// <param name="PValue">The p-value corrected for the choosing. 1 without cuts.</param>
/// <param name="Permutations">Permutations behind <paramref name="PValue"/>; 0 where it is the analytical bound.</param>
public sealed record MaximallySelectedResult(int Bands, int Candidates, ImmutableArray<double> Cuts, double Statistic, double RawPValue, double PValue, int Permutations);
