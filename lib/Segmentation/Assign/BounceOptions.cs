using System.Collections.Immutable;

namespace Segmentation.Assign;

/// <summary>When a hysteresis is suggested, and which.</summary>
public sealed record BounceOptions
{
    /// <summary>Gets the defaults.</summary>
    public static BounceOptions Default { get; } = new();

    /// <summary>Gets the share of the bounces at a cut that a margin has to prevent, at or above. Default 0.80.</summary>
    public double Prevent { get; init; } = 0.80;

    /// <summary>Gets the margins tried, as shares of the cut's value, ascending: figures that can be said in a meeting. Default 1% to 50%.</summary>
    public ImmutableArray<double> Margins { get; init; } = [0.01, 0.02, 0.03, 0.05, 0.075, 0.10, 0.15, 0.20, 0.25, 0.30, 0.40, 0.50];

    /// <summary>Gets the fewest dates from which a margin is suggested. Default 6: below, a bounce cannot be told from a mistake and its correction.</summary>
    public int FewestSnapshots { get; init; } = 6;

    /// <summary>Gets the fewest bounces at a cut from which a margin is suggested. Default 5: below, it would fit single records.</summary>
    public int FewestBounces { get; init; } = 5;

    /// <summary>Gets the number of dates on which a record has to be on the other side of a cut for its move to last. Default 2: a move on the last date may be the first half of a bounce.</summary>
    public int LastingSnapshots { get; init; } = 2;
}
