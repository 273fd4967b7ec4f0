using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The churn of one segment as it is, and as it would be with the mix of the controls that all accounts have.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="Accounts">Its accounts with a segment in every control.</param>
/// <param name="Churned">Those of them that churned.</param>
public sealed record OutcomeControlledRow(string Segment, int Accounts, int Churned)
{
    /// <summary>Gets the share that churned; null without accounts.</summary>
    public double? CrudeRate => Accounts == 0 ? null : (double)Churned / Accounts;

    /// <summary>Gets the share that would have churned, had all accounts been in the segment and otherwise as they are; null where it is not known.</summary>
    public double? AdjustedRate { get; init; }

    /// <summary>Gets the interval of <see cref="AdjustedRate"/>; [0, 1] where it is not known.</summary>
    public Interval AdjustedRateInterval { get; init; } = new(0, 1);

    /// <summary>Gets the crude rate less that of all other segments together; null where either is empty.</summary>
    public double? CrudeDifference { get; init; }

    /// <summary>Gets its interval (Newcombe).</summary>
    public Interval CrudeInterval { get; init; } = new(-1, 1);

    /// <summary>Gets the adjusted rate less that of the other segments, weighted by their accounts; null where it is not known.</summary>
    public double? AdjustedDifference { get; init; }

    /// <summary>Gets its interval.</summary>
    public Interval AdjustedInterval { get; init; } = new(-1, 1);

    /// <summary>Gets the part of the crude difference that comes from the mix of the controls: crude less adjusted.</summary>
    public double? MixDifference => CrudeDifference - AdjustedDifference;

    /// <summary>Gets whether the difference has the other sign once the controls are held equal, to the tenth of a point in which differences are shown.</summary>
    public bool IsReversed => CrudeDifference is { } crude && AdjustedDifference is { } adjusted && Math.Round(crude, 3) * Math.Round(adjusted, 3) < 0;

    /// <summary>Gets how often chance alone gives an adjusted difference at least as large; NaN where it is not known.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Gets the same, corrected for all segments (Holm).</summary>
    public double CorrectedPValue { get; init; } = double.NaN;

    /// <summary>Gets the smallest adjusted difference that would have been found with the power of the options; NaN where it is not known.</summary>
    public double Detectable { get; init; } = double.NaN;

    /// <summary>Gets the share of all accounts in strata that hold accounts of the segment: for the rest the regression only supposes.</summary>
    public double Comparable { get; init; }

    /// <summary>Gets the verdict on the adjusted difference; null where it is not known.</summary>
    public OutcomeVerdict? Verdict { get; init; }
}
