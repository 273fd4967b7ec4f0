using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>What it costs to put one cut elsewhere, the others staying.</summary>
/// <param name="Cut">Zero-based number of the cut, lowest first.</param>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it is put.</param>
public sealed record CutMove(int Cut, double From, double To)
{
    /// <summary>Gets the accounts that rise to the tier above: those from the new cut to the old, where it is lowered.</summary>
    public required int AccountsUp { get; init; }

    /// <summary>Gets the accounts that fall to the tier below: those from the old cut to the new, where it is raised.</summary>
    public required int AccountsDown { get; init; }

    /// <summary>Gets the accounts that change tier as a proportion of those with a value.</summary>
    public required double Share { get; init; }

    /// <summary>Gets what they pay.</summary>
    public required double Arr { get; init; }

    /// <summary>Gets the same as a proportion; null where nobody pays.</summary>
    public required double? ArrShare { get; init; }

    /// <summary>Gets the bands afterwards, lowest first.</summary>
    public required ImmutableArray<CutBand> Bands { get; init; }

    /// <summary>Gets the goodness of variance fit afterwards.</summary>
    public required double Fit { get; init; }

    /// <summary>Gets the separation of what happened afterwards (<see cref="CutSeparation.OfOutcome"/>); null without an outcome.</summary>
    public double? Separation { get; init; }

    /// <summary>Gets the limits that the bands break afterwards, in words.</summary>
    public required ImmutableArray<string> Broken { get; init; }

    /// <summary>Gets the accounts that change tier.</summary>
    public int Accounts => AccountsUp + AccountsDown;

    /// <summary>Gets the accounts of the smallest band.</summary>
    public int Smallest => Bands.Min(b => b.Accounts);

    /// <summary>Gets the share of the largest band.</summary>
    public double Largest => Bands.Max(b => b.Share ?? 0);
}
