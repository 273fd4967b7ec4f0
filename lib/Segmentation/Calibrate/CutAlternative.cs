using System.Collections.Immutable;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>One way of cutting a field, held against the same accounts as the others.</summary>
/// <param name="Name">What it is: <c>today: Customer Tier</c>, <c>k-means, log scale</c>. Stable.</param>
/// <param name="Finding">Where it cuts, or why it does not.</param>
public sealed record CutAlternative(string Name, CutFinding Finding)
{
    /// <summary>Gets the bands, lowest first; one more than there are cuts.</summary>
    public ImmutableArray<CutBand> Bands { get; init; } = [];

    /// <summary>Gets whether the outcome chose the cuts: separation is then given less its optimism, by which such cuts do better on the accounts that chose them than on others.</summary>
    public bool SawOutcome { get; init; }

    /// <summary>Gets the share of the variance of the values, on a logarithmic scale where the lower quartile is above 0, that lies between the bands (goodness of variance fit); in [0, 1]. Null where the values do not vary.</summary>
    public double? VarianceFit { get; init; }

    /// <summary>Gets how well the bands tell apart what became of the accounts: concordance in [0, 1], 0.5 is chance, for events; the share of the variance between the bands for net retention. Null without an outcome.</summary>
    public double? Separation { get; init; }

    /// <summary>Gets the bootstrap interval of <see cref="Separation"/>.</summary>
    public Interval? SeparationInterval { get; init; }

    /// <summary>Gets the share of accounts that a typical resample would put in another band; 0 for cuts that do not depend on the data, null where it was not measured.</summary>
    public double? Unstable { get; init; }

    /// <summary>Gets the limits of the playbook that the bands break, each with by how much; empty where they break none.</summary>
    public ImmutableArray<string> LimitsBroken { get; init; } = [];
}
