using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>A segment's retention against that of all other segments of the dimension together.</summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Others">The others' value, a proportion.</param>
/// <param name="Difference">The segment's value less the others'.</param>
/// <param name="Interval">Interval of the difference, not corrected for the number of segments.</param>
/// <param name="PValue">How often chance alone gives a difference at least as large, from the interval, corrected after Holm for the segments compared.</param>
/// <param name="Verdict">What that says, at the cohort's margin of retention.</param>
/// <param name="Detectable">The smallest difference that would have been seen with the cohort's power, at the level of the strictest of the corrected tests.</param>
public sealed record RetentionComparison(RetentionMeasure Measure, double Others, double Difference, Interval Interval, double PValue, OutcomeVerdict Verdict, double Detectable);
