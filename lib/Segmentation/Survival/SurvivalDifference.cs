using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>How far two curves are apart, in one figure with its interval.</summary>
public static class SurvivalDifference
{
    /// <summary>Returns the milestone difference: the share of the first group without event after a time less that of the second.</summary>
    /// <param name="first">Curve of the first group.</param>
    /// <param name="second">Curve of the second group, independent of the first, of the same confidence.</param>
    /// <param name="time">The time, chosen before looking.</param>
    /// <returns>A proportion in [-1, 1]; nothing (NaN) where a curve does not reach the time.</returns>
    /// <remarks>The interval is put together from the two curves' own: low = d - √((S₁-l₁)² + (u₂-S₂)²), high = d + √((u₁-S₁)² + (S₂-l₂)²) (G. Y. Zou and A. Donner, Statistics in Medicine 27(10), 2008, 1693-1702). Without censoring and with
    /// <see cref="SurvivalIntervalType.Wilson"/> it is R. G. Newcombe's hybrid interval of two proportions; with <see cref="SurvivalIntervalType.Plain"/>, away from 0 and 1, the normal one of Greenwood's variances.</remarks>
    public static SurvivalEstimate At(SurvivalCurve first, SurvivalCurve second, double time)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (first.EstimateAt(time), second.EstimateAt(time));
        var difference = a.Value - b.Value;
        var low = difference - Length(a.Value - a.Interval.Low, b.Interval.High - b.Value);
        var high = difference + Length(a.Interval.High - a.Value, b.Value - b.Interval.Low);
        return double.IsNaN(difference) ? SurvivalEstimate.None : new(difference, Length(a.StandardError, b.StandardError), new(low, high));
    }

    /// <summary>Returns the difference of the restricted means: how much longer the first group stays without event, up to a horizon.</summary>
    /// <param name="first">Curve of the first group.</param>
    /// <param name="second">Curve of the second group, independent of the first.</param>
    /// <param name="horizon">The horizon τ, above 0, chosen before looking.</param>
    /// <returns>In the units of the times; nothing (NaN) where a curve does not reach the horizon. Without an interval where one of the groups had no event: nothing is learnt of its spread.</returns>
    /// <remarks>The variances add, the groups being independent; normal interval (P. Royston and M. K. B. Parmar, BMC Medical Research Methodology 13, 2013, 152).</remarks>
    public static SurvivalEstimate RestrictedMean(SurvivalCurve first, SurvivalCurve second, double horizon)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (first.RestrictedMean(horizon), second.RestrictedMean(horizon));
        var (difference, error) = (a.Value - b.Value, Length(a.StandardError, b.StandardError));
        var half = Normal.InvCDF(0, 1, (1 + first.Options.Confidence) / 2) * error;
        return new(difference, error, new Interval(difference - half, difference + half));
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
