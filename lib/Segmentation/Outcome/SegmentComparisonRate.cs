using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The rates of two groups of accounts side by side: intervals, test, size of the effect, verdict, and what could have been seen.</summary>
public sealed record SegmentComparisonRate
{
    /// <summary>Gets the accounts of the first group.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets those of them with the event.</summary>
    public required int Events { get; init; }

    /// <summary>Gets the accounts of the second group.</summary>
    public required int OtherAccounts { get; init; }

    /// <summary>Gets those of them with the event.</summary>
    public required int OtherEvents { get; init; }

    /// <summary>Gets the share of the first group with the event; null where it has no accounts.</summary>
    public double? Rate => Accounts == 0 ? null : (double)Events / Accounts;

    /// <summary>Gets the share of the second group with the event; null where it has no accounts.</summary>
    public double? OtherRate => OtherAccounts == 0 ? null : (double)OtherEvents / OtherAccounts;

    /// <summary>Gets Wilson's interval of <see cref="Rate"/>.</summary>
    public required Interval RateInterval { get; init; }

    /// <summary>Gets Wilson's interval of <see cref="OtherRate"/>.</summary>
    public required Interval OtherRateInterval { get; init; }

    /// <summary>Gets the first rate less the second; null where a group has no accounts.</summary>
    public double? Difference => Rate - OtherRate;

    /// <summary>Gets Newcombe's interval of the difference, for this comparison alone.</summary>
    public required Interval DifferenceInterval { get; init; }

    /// <summary>Gets how it was tested.</summary>
    public required SegmentComparisonTest Test { get; init; }

    /// <summary>Gets the accounts expected in the smallest cell under one rate for both, which decides the test; NaN where a group has no accounts.</summary>
    public required double SmallestExpected { get; init; }

    /// <summary>Gets how often chance alone gives a difference at least as large; NaN where it was not tested.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the same, corrected for all comparisons made beside it (Holm); NaN where it was not tested.</summary>
    public double CorrectedPValue { get; init; } = double.NaN;

    /// <summary>Gets Cohen's h; NaN where a group has no accounts.</summary>
    public required double CohenH { get; init; }

    /// <summary>Gets the first rate over the second with its score interval.</summary>
    public required RatioEstimate RiskRatio { get; init; }

    /// <summary>Gets the odds of the first over the odds of the second with its score interval.</summary>
    public required RatioEstimate OddsRatio { get; init; }

    /// <summary>Gets the verdict.</summary>
    public OutcomeVerdict Verdict { get; init; } = OutcomeVerdict.Inconclusive;

    /// <summary>Gets the smallest rate above the second group's that these numbers of accounts show with the power of the options, at the level that the correction leaves the first of the comparisons; null where none.</summary>
    public double? DetectableAbove { get; init; }

    /// <summary>Gets the largest rate below the second group's, likewise; null where not even 0 would be seen.</summary>
    public double? DetectableBelow { get; init; }

    /// <summary>Gets the smallest difference that would have been seen: upwards, or where both ways can be seen the larger of the two; null where none.</summary>
    public double? DetectableDifference => OtherRate is not { } other ? null
        : DetectableAbove is { } above ? Math.Max(above - other, DetectableBelow is { } low ? other - low : 0)
        : DetectableBelow is { } below ? other - below : null;

    /// <summary>Gets the accounts that each of two equal groups needs to show a difference as large as the margin above the second rate; null where a group has no accounts.</summary>
    public double? NeededAccounts { get; init; }

    /// <summary>Gets the days that these accounts must be watched to show hazards that differ by the margin in the window; positive infinity where no window is long enough, null where a group has no accounts.</summary>
    public double? NeededDays { get; init; }
}
