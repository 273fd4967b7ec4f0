using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Whether one dimension has anything to do with churn.</summary>
/// <param name="Dimension">Its name.</param>
public sealed record OutcomeDriver(string Dimension)
{
    /// <summary>Gets the segments that hold accounts.</summary>
    public int Segments { get; init; }

    /// <summary>Gets the accounts in them; Unassigned and excluded ones do not count.</summary>
    public int Accounts { get; init; }

    /// <summary>Gets those of them that churned.</summary>
    public int Churned { get; init; }

    /// <summary>Gets Cramér's V in [0, 1]: 0 all segments churn alike, 1 the segment says it all. NaN where nothing can be asked.</summary>
    public double CramersV { get; init; } = double.NaN;

    /// <summary>Gets V without what chance gives it.</summary>
    public double CorrectedCramersV { get; init; } = double.NaN;

    /// <summary>Gets the interval of V.</summary>
    public Interval Interval { get; init; } = new(0, 1);

    /// <summary>Gets how far the rate of a segment typically lies from the rate of all: the standard deviation of the rates over the accounts, V √(p(1 - p)).</summary>
    public double Spread { get; init; } = double.NaN;

    /// <summary>Gets its interval, a proportion.</summary>
    public Interval SpreadInterval { get; init; } = new(0, 1);

    /// <summary>Gets the information value: below 0.02 nothing, 0.1 weak, 0.3 medium, above 0.5 suspicious by custom. It grows with few accounts; NaN where nothing can be asked.</summary>
    public double InformationValue { get; init; } = double.NaN;

    /// <summary>Gets the share of pairs, one that churned and one that stayed, whose order the rates of their segments get right; 0.5 is chance. Measured on the accounts that gave the rates, so that it flatters.</summary>
    public double Concordance { get; init; } = double.NaN;

    /// <summary>Gets how often chance alone gives segments that differ as much; NaN where it was not asked.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Gets the same, adjusted for all dimensions of the screen (Benjamini and Hochberg); NaN where the dimension is no evidence.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;

    /// <summary>Gets whether the p-value comes from random orders.</summary>
    public bool IsPermuted { get; init; }

    /// <summary>Gets the smallest V that would have been found with the power of the options, at the level that all dimensions leave.</summary>
    public double DetectableV { get; init; } = double.NaN;

    /// <summary>Gets the same as a typical distance from the rate of all.</summary>
    public double DetectableSpread { get; init; } = double.NaN;

    /// <summary>Gets the fields of its rules that are known as of today only: what happened may have made the segments, so that the dimension is shown and no evidence.</summary>
    public ImmutableArray<string> KnownTodayOnly { get; init; } = [];

    /// <summary>Gets why it could not be asked; null where it was.</summary>
    public string? Refused { get; init; }

    /// <summary>Gets the verdict; null where the dimension was not asked, or is no evidence.</summary>
    public OutcomeVerdict? Verdict { get; init; }
}
