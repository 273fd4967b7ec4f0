using Segmentation.Calibrate;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>What the effect of a launch is called in sentences and tables.</summary>
internal static class LaunchEffectWords
{
    public static string Of(LaunchEffectMeasure measure) => measure switch
    {
        LaunchEffectMeasure.Churn => "churn",
        LaunchEffectMeasure.GrossRetention => "GRR",
        _ => "NRR",
    };

    public static string Of(LaunchEffectControl control) => control switch
    {
        LaunchEffectControl.None => "nothing: before and after",
        LaunchEffectControl.Untreated => "the untreated segments",
        _ => "the same months a year earlier",
    };

    public static string Of(OutcomeVerdict verdict) => verdict switch
    {
        OutcomeVerdict.Difference => "difference",
        OutcomeVerdict.NoRelevantDifference => "no relevant difference",
        _ => "inconclusive",
    };

    /// <summary>Returns a sentence where the segments of the start were replayed from values that what happened may have made; null where not.</summary>
    public static string? Timing(Dimension dimension, OutcomeCohort cohort)
    {
        if (cohort.Source == SegmentSource.Today) return "The segments are those of today: what happened may have made them, so that every figure here is biased.";
        if (cohort.Source == SegmentSource.Snapshot) return null;
        var calibration = CalibrationOptions.Default with { AssumedUnchanged = cohort.Options.AssumedUnchanged };
        string[] late = [.. dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.OrdinalIgnoreCase).Where(f => OutcomeWindows.TimingOf(f, cohort.Framework, calibration) == FeatureTiming.AfterOutcome)];
        return late.Length == 0 ? null : $"The segments of {DateColumn.Show(cohort.Start)} are replayed from {string.Join(", ", late)} as {(late.Length == 1 ? "it is" : "they are")} today: what happened may have made them.";
    }
}
