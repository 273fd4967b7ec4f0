using System.Collections.Immutable;

namespace Segmentation.Survival;

/// <summary>A Kaplan-Meier curve: the share of a group that had no event by each time.</summary>
/// <param name="Times">The distinct times at which a record left, with or without event, ascending; t of them.</param>
/// <param name="AtRisk">Length t. Records under watch just before.</param>
/// <param name="Events">Length t. Events at that time.</param>
/// <param name="Censored">Length t. Records last seen at that time without event.</param>
/// <param name="Survival">Length t. The share without event after that time; 1 before the first.</param>
/// <param name="StandardError">Length t. Greenwood's, of <paramref name="Survival"/>.</param>
/// <param name="Lower">Length t. Lower end of the pointwise interval; NaN where there is none.</param>
/// <param name="Upper">Length t. Upper end of the pointwise interval; NaN where there is none.</param>
public sealed record SurvivalCurve(
    ImmutableArray<double> Times,
    ImmutableArray<int> AtRisk,
    ImmutableArray<int> Events,
    ImmutableArray<int> Censored,
    ImmutableArray<double> Survival,
    ImmutableArray<double> StandardError,
    ImmutableArray<double> Lower,
    ImmutableArray<double> Upper)
{
    /// <summary>Returns the share without event after a time.</summary>
    /// <param name="time">The time; 1 before the first time of the curve, the last value after its last.</param>
    public double At(double time)
    {
        var at = Times.BinarySearch(time);
        if (at < 0) at = ~at - 1;
        return at < 0 ? 1 : Survival[at];
    }
}
