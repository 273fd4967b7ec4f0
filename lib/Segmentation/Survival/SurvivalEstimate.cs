using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>A figure read off survival curves, with how exact it is.</summary>
/// <param name="Value">The figure; NaN where the curves do not reach far enough to say.</param>
/// <param name="StandardError">Its standard error; NaN where there is none.</param>
/// <param name="Interval">Its interval; both ends NaN where there is none.</param>
public readonly record struct SurvivalEstimate(double Value, double StandardError, Interval Interval)
{
    /// <summary>Gets an estimate of nothing.</summary>
    internal static SurvivalEstimate None { get; } = new(double.NaN, double.NaN, new(double.NaN, double.NaN));
}
