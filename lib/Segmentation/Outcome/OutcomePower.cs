using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Is 90 days enough to know? What each segment could show in windows of several lengths, and how long one must wait.</summary>
public static class OutcomePower
{
    /// <summary>Returns what a cohort could show about a dimension.</summary>
    /// <param name="cohort">The cohort; its window may be open.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="options">The windows; <see cref="OutcomePowerOptions.Default"/> where null.</param>
    /// <returns>One row a segment, those without accounts too.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension; the message lists those there are. Or a window is below 1 day, or a rate outside [0, 1).</exception>
    /// <remarks>Hazards are taken as constant and in proportion: the others' churn per account-day as shown so far, and a segment whose churn in the cohort's window is higher by the margin. Two-sided, at the level that Holm's
    /// correction leaves the first of all segments; by the arcsine transformation (<see cref="ProportionPower"/>).</remarks>
    public static OutcomePowerResult Of(OutcomeCohort cohort, string dimension, OutcomePowerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(dimension);
        options ??= OutcomePowerOptions.Default;
        Check(options);
        var (power, confidence) = (cohort.Options.Power, cohort.Framework.Limits.Confidence);
        var result = new OutcomePowerResult
        {
            Cohort = cohort,
            Dimension = dimension,
            Options = options,
            Reason = cohort.Reason,
            References = [.. options.ReferenceSizes.Select(n => (n, ProportionPower.DetectableAbove(options.ReferenceChurn, n, n, 1 - confidence, power)))],
        };
        if (cohort.Reason is not null) return result;
        var assigned = cohort.In(dimension);
        var k = assigned.Dimension.Segments.Length;
        var (accounts, churned, days) = (new int[k], new int[k], new double[k]);
        for (var row = 0; row < cohort.Count; row++)
        {
            if (assigned.Segment[row] is not (>= 0 and var segment)) continue;
            accounts[segment]++;
            days[segment] += cohort.Days[row];
            if (cohort.Churned[row]) churned[segment]++;
        }

        var held = accounts.Count(n => n > 0);
        var level = (1 - confidence) / (held <= 2 ? 1 : held);
        return result with
        {
            Dimension = assigned.Dimension.Name,
            Level = level,
            Rows = [.. assigned.Dimension.Segments.Select((s, i) => Row(s.Name, accounts[i], accounts.Sum() - accounts[i], Hazard(churned.Sum() - churned[i], days.Sum() - days[i], cohort, options), level, cohort, options))],
        };
    }

    private static OutcomePowerRow Row(string segment, int accounts, int others, double hazard, double level, OutcomeCohort cohort, OutcomePowerOptions options)
    {
        if (accounts == 0 || others == 0) return new(segment, accounts, others, [], null, null);
        var window = (cohort.End - cohort.Start).TotalDays;
        var rate = After(hazard, window);
        var planned = Math.Min(1, rate + cohort.Options.EquivalenceMargin);
        var (power, plannedHazard) = (cohort.Options.Power, -Math.Log(1 - planned) / window);
        return new(
            segment, accounts, others,
            [
                .. options.Windows.Select(days =>
                {
                    var (other, higher) = (After(hazard, days), After(plannedHazard, days));
                    var least = ProportionPower.DetectableAbove(other, accounts, others, level, power);
                    return new OutcomePowerWindow(days, accounts * other, other, double.IsNaN(least) ? null : least, higher, ProportionPower.Of(higher, accounts, other, others, level));
                }),
            ],
            ProportionPower.NeededDays(planned, rate, window, accounts, others, level, power),
            ProportionPower.Needed(planned, rate, level, power));
    }

    private static double Hazard(int churned, double days, OutcomeCohort cohort, OutcomePowerOptions options) =>
        options.AssumedChurn is { } assumed ? -Math.Log(1 - assumed) / (cohort.End - cohort.Start).TotalDays : days > 0 ? churned / days : 0;

    private static double After(double hazard, double days) => 1 - Math.Exp(-hazard * days);

    private static void Check(OutcomePowerOptions options)
    {
        if (options.Windows.Any(d => d < 1))
            throw new ArgumentException(FormattableString.Invariant($"a window of {options.Windows.Min()} days was asked about; a window has at least 1."), nameof(options));
        foreach (var rate in ImmutableArray.Create(options.ReferenceChurn, options.AssumedChurn ?? 0))
        {
            if (!(rate >= 0 && rate < 1)) throw new ArgumentException(FormattableString.Invariant($"a churn of {rate} was given, but it must be a proportion of at least 0 and below 1, such as 0.05."), nameof(options));
        }
    }
}
