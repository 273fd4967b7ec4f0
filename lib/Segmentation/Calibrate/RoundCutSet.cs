using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>All cuts of a field, rounded together.</summary>
/// <param name="Cuts">Ascending.</param>
public sealed record RoundCutSet(ImmutableArray<RoundCut> Cuts)
{
    /// <summary>Gets the separation.</summary>
    public required double Separation { get; init; }

    /// <summary>Gets the share of the optimum's separation that is lost.</summary>
    public required double Loss { get; init; }

    /// <summary>Gets the accounts that are in another band than by the optimum.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets what they pay as a proportion; null where nobody pays.</summary>
    public double? ArrShare { get; init; }

    /// <summary>Gets the limits that the bands break, in words.</summary>
    public required ImmutableArray<string> Broken { get; init; }
}
