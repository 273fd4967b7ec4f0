using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How the accounts of a segment are, by one measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Segment">The segment; null for all segments together.</param>
/// <param name="IsShare">Whether the values are proportions, shown as percentages.</param>
/// <param name="Accounts">Accounts in it.</param>
/// <param name="Values">Accounts with a value.</param>
/// <param name="Score">The mean, of NPS promoters less detractors as a proportion; null without a value.</param>
/// <param name="Interval">Its interval; of the mean null with fewer than two values.</param>
/// <param name="Median">The median; null without a value.</param>
/// <param name="MedianInterval">Its interval; null with too few values.</param>
/// <param name="Difference">The score less that of all other segments together; null where one has none.</param>
/// <param name="DifferenceInterval">Its interval; null where there is none.</param>
/// <param name="PValue">Of no difference, corrected by Holm over the segments; 1 where nothing can be told.</param>
/// <param name="Verdict">What the difference says; null for all segments together.</param>
/// <param name="Detectable">The smallest difference that could have been seen, in the units of the score; NaN where there is no interval.</param>
public sealed record SegmentHealthRow(
    SegmentHealthMeasure Measure,
    string? Segment,
    bool IsShare,
    int Accounts,
    int Values,
    double? Score,
    Interval? Interval,
    double? Median,
    Interval? MedianInterval,
    double? Difference,
    Interval? DifferenceInterval,
    double PValue,
    OutcomeVerdict? Verdict,
    double Detectable)
{
    /// <summary>Gets the share of accounts without a value; null without accounts.</summary>
    public double? Blank => Accounts == 0 ? null : 1 - ((double)Values / Accounts);
}
