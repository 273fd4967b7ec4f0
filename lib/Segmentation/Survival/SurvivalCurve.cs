using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>A Kaplan-Meier curve: the share of a group that had no event by each time.</summary>
/// <param name="Times">The distinct times at which a record left, with or without event, ascending; t of them.</param>
/// <param name="AtRisk">Length t. Records under watch just before.</param>
/// <param name="Events">Length t. Events at that time.</param>
/// <param name="Censored">Length t. Records last seen at that time without event.</param>
/// <param name="Survival">Length t. The share without event after that time; 1 before the first.</param>
/// <param name="StandardError">Length t. Greenwood's, of <paramref name="Survival"/>; NaN where the survival is 0.</param>
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
    // Two survivals this near are one number: as R's quantile of a survfit.
    private static readonly double Tolerance = Math.Sqrt(Math.Pow(2, -52));

    /// <summary>Gets how the intervals were made.</summary>
    public KaplanMeierOptions Options { get; init; } = KaplanMeierOptions.Default;

    /// <summary>Gets the number of records of the group.</summary>
    public int Records { get; init; }

    /// <summary>Gets the time at which all records under watch had the event although others came under watch later, so that the curve fell to 0 and says nothing of those; null where that is not so. It happens where records come
    /// under watch late and few are there early: begin later, or ask from a later time on.</summary>
    public double? DepletedAt { get; init; }

    /// <summary>Gets the last time of the curve; 0 without records.</summary>
    public double FollowedTo => Times.Length == 0 ? 0 : Times[^1];

    /// <summary>Gets the number of events.</summary>
    public int EventCount => Events.Sum();

    /// <summary>Gets the median: the time by which half had the event.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>Returns the share without event after a time.</summary>
    /// <param name="time">The time; 1 before the first time of the curve, the last value after its last.</param>
    public double At(double time) => IndexAt(time) is >= 0 and var at ? Survival[at] : 1;

    /// <summary>Returns the share without event after a time, with its standard error and interval.</summary>
    /// <param name="time">The time.</param>
    /// <returns>Nothing (NaN) after the last time, unless the curve is 0 there: the records do not say.</returns>
    public SurvivalEstimate EstimateAt(double time)
    {
        var at = IndexAt(time);
        if (at < 0) return Times.Length == 0 ? SurvivalEstimate.None : new(1, 0, SurvivalInterval.Of(1, 0, AtRisk[0], Options));
        return time > FollowedTo && Survival[at] > 0 ? SurvivalEstimate.None : new(Survival[at], StandardError[at], new(Lower[at], Upper[at]));
    }

    /// <summary>Returns the time by which a share had the event.</summary>
    /// <param name="share">The share p, inside (0, 1): 0.5 for the median.</param>
    /// <returns>The first time at which the curve is at or below 1 - p; where it stays exactly there, the middle of the step (to its last time, where it falls no more). Its interval is where the ends of the pointwise interval do the same. Infinite where that is not reached.</returns>
    /// <remarks>R. Brookmeyer and J. Crowley, Biometrics 38(1), 1982, 29-41, by reading the bands, as R's quantile of a survfit does.</remarks>
    public SurvivalQuantile Quantile(double share)
    {
        if (!(share > 0 && share < 1))
            throw new ArgumentOutOfRangeException(nameof(share), string.Create(CultureInfo.InvariantCulture, $"share is {share} but must be a proportion inside 0 to 1, such as 0.5 for the median."));
        return new(FirstAtOrBelow(Survival, 1 - share), new(FirstAtOrBelow(Lower, 1 - share), FirstAtOrBelow(Upper, 1 - share)));
    }

    /// <summary>Returns the mean time without event up to a horizon: the area under the curve.</summary>
    /// <param name="horizon">The horizon τ, above 0.</param>
    /// <returns>In the units of the times, at most τ. Nothing (NaN) where the records end before τ and the curve is not 0. The interval is normal, cut off at 0 and τ; none where there was no event, of which no spread can be learnt.</returns>
    /// <remarks>Variance Σ (area from t to τ)² d/(n(n - d)) over the event times t ≤ τ: J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd edition, 2003, 4.5. A time at which all at risk had the event adds no area and
    /// no variance.</remarks>
    public SurvivalEstimate RestrictedMean(double horizon)
    {
        if (!(horizon > 0 && double.IsFinite(horizon)))
            throw new ArgumentOutOfRangeException(nameof(horizon), string.Create(CultureInfo.InvariantCulture, $"horizon is {horizon} but must be a finite time above 0."));
        if (Times.Length == 0 || (horizon > FollowedTo && Survival[^1] > 0)) return SurvivalEstimate.None;
        var (area, variance, events, until) = (0d, 0d, 0, horizon);
        for (var i = IndexAt(horizon); i >= 0; i--)
        {
            area += Survival[i] * (until - Times[i]);
            until = Times[i];
            events += Events[i];
            if (Events[i] < AtRisk[i]) variance += area * area * Events[i] / ((double)AtRisk[i] * (AtRisk[i] - Events[i]));
        }

        area += until;
        if (events == 0) return new(area, double.NaN, new(double.NaN, double.NaN));
        var error = Math.Sqrt(variance);
        var half = Normal.InvCDF(0, 1, (1 + Options.Confidence) / 2) * error;
        return new(area, error, new Interval(Math.Max(0, area - half), Math.Min(horizon, area + half)));
    }

    private int IndexAt(double time)
    {
        var at = Times.BinarySearch(time);
        return at < 0 ? ~at - 1 : at;
    }

    private double FirstAtOrBelow(ImmutableArray<double> curve, double level)
    {
        for (var i = 0; i < curve.Length; i++)
        {
            if (!(curve[i] < level + Tolerance)) continue;
            if (Math.Abs(curve[i] - level) >= Tolerance) return Times[i];
            for (var next = i + 1; next < curve.Length; next++)
            {
                if (curve[next] < curve[i]) return (Times[i] + Times[next]) / 2;
            }

            return (Times[i] + FollowedTo) / 2;
        }

        return double.PositiveInfinity;
    }
}
