using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>How dimension candidates are measured and chosen. What a dimension must hold stands in the framework's limits. Change one with <c>with</c>.</summary>
public sealed record DimensionCandidateOptions
{
    /// <summary>Gets the defaults.</summary>
    public static DimensionCandidateOptions Default { get; } = new();

    /// <summary>Gets the bands into which a number or date is divided to be measured, of about equal count: no candidate wins by its cuts, and cuts are looked for once it is chosen. Default 4.</summary>
    public int Bands { get; init; } = 4;

    /// <summary>Gets the share of its accounts with different values from which a text is a name and no way of dividing. Default 0.5.</summary>
    public double NameShare { get; init; } = 0.5;

    /// <summary>Gets the weakest strength that is worth a dimension, however sure: a correlation ratio or Cramér's V. Default 0.1 (J. Cohen, "Statistical Power Analysis for the Behavioral Sciences",
    /// 2nd edition, 1988, 7.2: small 0.1, medium 0.3, large 0.5).</summary>
    public double LeastStrength { get; init; } = 0.1;

    /// <summary>Gets the share of a candidate's information that one already chosen may hold; above, it adds nothing. Default 0.25.</summary>
    public double MostRedundancy { get; init; } = 0.25;

    /// <summary>Gets the fields that say how customers behave, best first: the first that the framework has, and that the candidate is not made of, is the yardstick of behaviour.</summary>
    public ImmutableArray<string> Behaviour { get; init; } = ["active_share", "usage", "adoption", "arr_change_12m", "nps"];

    /// <summary>Gets the count expected in a cell, or held by a segment, below which a p-value comes from random orders instead of a formula. Default 5.</summary>
    public int FewestExpected { get; init; } = 5;

    /// <summary>Gets the random orders of such a p-value. Default 2,000.</summary>
    public int Orders { get; init; } = 2000;

    /// <summary>Gets how often a difference is to be found that is called detectable. Default 0.8.</summary>
    public double Power { get; init; } = 0.8;
}
