using System.Collections.Immutable;

namespace Segmentation.Survival;

/// <summary>What a test of the log-rank family found.</summary>
/// <param name="Statistic">The chi-square of observed less expected events; 0 where nothing can differ.</param>
/// <param name="DegreesOfFreedom">Groups in which events could be expected, less one; fewer where groups were never at risk together. 0 where nothing can differ.</param>
/// <param name="PValue">How often chance alone gives a statistic at least as large; 1 where nothing can differ.</param>
/// <param name="Observed">Events of each group.</param>
/// <param name="Expected">Events of each group if all groups had one hazard at every time (of a stratum).</param>
/// <param name="Variance">Variance of the weighted sum of observed less expected events of each group.</param>
public sealed record LogRankResult(double Statistic, int DegreesOfFreedom, double PValue, ImmutableArray<int> Observed, ImmutableArray<double> Expected, ImmutableArray<double> Variance)
{
    /// <summary>Gets the weighted sum of observed less expected events of each group; without weights their plain difference.</summary>
    public ImmutableArray<double> Difference { get; init; } = [];
}
