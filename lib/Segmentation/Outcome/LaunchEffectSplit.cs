using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The change of one measure over all segments, split into what the segments' own rates did and what their sizes did.</summary>
/// <param name="Measure">What changed. Of churn a segment weighs by its accounts, of GRR and NRR by its ARR at the start.</param>
/// <param name="Effects">The rates before and after and both effects, which add up to the change.</param>
/// <param name="RateInterval">Bootstrap interval of the rate effect; null where too few accounts changed.</param>
/// <param name="MixInterval">Bootstrap interval of the mix effect; null where too few accounts changed.</param>
public sealed record LaunchEffectSplit(LaunchEffectMeasure Measure, KitagawaResult Effects, Interval? RateInterval, Interval? MixInterval);
