using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;

namespace Segmentation.Survival;

/// <summary>The share without event by each time, where records are censored and may have come under watch late.</summary>
/// <remarks>E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53(282), 1958, 457-481; standard errors by M. Greenwood, The natural duration of cancer, 1926; a record is at risk at t where entry &lt; t ≤ exit,
/// so that with late entry the curve is that of those who came to be watched (J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd edition, 2003, 4.6). Assumes that leaving without event, and coming late, have nothing to do
/// with the event.</remarks>
public static class KaplanMeier
{
    /// <summary>Returns the curve of all records.</summary>
    /// <param name="times">The times of n records; a curve of no times where n is 0.</param>
    /// <param name="options">Confidence and type of the intervals; <see cref="KaplanMeierOptions.Default"/> where null.</param>
    public static SurvivalCurve Of(EventTimes times, KaplanMeierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        return Curves(EventCounts.OfAll(times), options ?? KaplanMeierOptions.Default)[0];
    }

    /// <summary>Returns the curve of each group, in one pass.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="group">Length n. Zero-based group, in [0, <paramref name="groups"/>).</param>
    /// <param name="groups">Number of groups k, at least 1. A group without records has a curve of no times.</param>
    /// <param name="options">Confidence and type of the intervals; <see cref="KaplanMeierOptions.Default"/> where null.</param>
    /// <returns>Length k.</returns>
    /// <exception cref="ArgumentException">The groups are not aligned with the times, or one is outside its range.</exception>
    public static ImmutableArray<SurvivalCurve> ByGroup(EventTimes times, ReadOnlySpan<int> group, int groups, KaplanMeierOptions? options = null) =>
        Curves(EventCounts.Of(times, group, groups), options ?? KaplanMeierOptions.Default);

    /// <summary>Returns how many records of each group are at risk at given times: entry &lt; t ≤ exit, those whose event or end is at t among them.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="group">Length n. Zero-based group, in [0, <paramref name="groups"/>).</param>
    /// <param name="groups">Number of groups k, at least 1.</param>
    /// <param name="at">The times asked for, m of them, in any order.</param>
    /// <returns>Length k, each of length m.</returns>
    /// <exception cref="ArgumentException">The groups are not aligned with the times, or one is outside its range.</exception>
    public static ImmutableArray<ImmutableArray<int>> NumberAtRisk(EventTimes times, ReadOnlySpan<int> group, int groups, ReadOnlySpan<double> at)
    {
        var counts = EventCounts.Of(times, group, groups);
        var order = Enumerable.Range(0, at.Length).ToArray();
        var asked = at.ToArray();
        Array.Sort(asked, order);
        var (atRisk, found) = (counts.AtRiskFirst(), new int[groups][]);
        for (var g = 0; g < groups; g++) found[g] = new int[at.Length];
        double[] entries = times.Entry.Length == 0 ? [] : [.. times.Entry];
        var entered = Enumerable.Range(0, entries.Length).ToArray();
        Array.Sort(entries, entered);
        var (next, came) = (0, 0);
        for (var i = 0; i < asked.Length; i++)
        {
            for (; next < counts.Times.Length && counts.Times[next] < asked[i]; next++)
            {
                for (var g = 0; g < groups; g++) atRisk[g] -= counts.Leaving[(next * groups) + g];
            }

            for (; came < entries.Length && entries[came] < asked[i]; came++) atRisk[group[entered[came]]]++;
            for (var g = 0; g < groups; g++) found[g][order[i]] = atRisk[g];
        }

        return [.. found.Select(f => ImmutableCollectionsMarshal.AsImmutableArray(f))];
    }

    private static ImmutableArray<SurvivalCurve> Curves(EventCounts counts, KaplanMeierOptions options)
    {
        var groups = counts.Groups;
        var lengths = new int[groups];
        for (var cell = 0; cell < counts.Leaving.Length; cell += groups)
        {
            for (var g = 0; g < groups; g++) lengths[g] += counts.Leaving[cell + g] > 0 ? 1 : 0;
        }

        var (atRisk, z) = (counts.AtRiskFirst(), Normal.InvCDF(0, 1, (1 + options.Confidence) / 2));
        var curves = new CurveBuilder[groups];
        for (var g = 0; g < groups; g++) curves[g] = new(lengths[g], options, z);
        for (var (t, cell) = (0, 0); t < counts.Times.Length; t++)
        {
            for (var g = 0; g < groups; g++, cell++)
            {
                if (counts.Entering.Length > 0) atRisk[g] += counts.Entering[cell];
                if (counts.Leaving[cell] == 0) continue;
                curves[g].Add(counts.Times[t], atRisk[g], counts.Events[cell], counts.Leaving[cell]);
                atRisk[g] -= counts.Leaving[cell];
            }
        }

        return [.. curves.Select(c => c.Build())];
    }

    /// <summary>One curve while it is drawn up.</summary>
    private sealed class CurveBuilder(int length, KaplanMeierOptions options, double z)
    {
        private readonly double[] times = new double[length];
        private readonly int[] risk = new int[length];
        private readonly int[] events = new int[length];
        private readonly int[] censored = new int[length];
        private readonly double[] survival = new double[length];
        private readonly double[] error = new double[length];
        private readonly double[] lower = new double[length];
        private readonly double[] upper = new double[length];
        private int at;
        private int records;
        private double current = 1;
        private double hazardVariance;
        private double effective;
        private double? depleted;

        public void Add(double time, int atRisk, int happened, int leaving)
        {
            (times[at], risk[at], events[at], censored[at]) = (time, atRisk, happened, leaving - happened);
            records += leaving;
            if (happened == 0 && at > 0 && current < 1)
            {
                (survival[at], error[at], lower[at], upper[at]) = (current, error[at - 1], lower[at - 1], upper[at - 1]);
                at++;
                return;
            }

            // What S rests on just before all that are left have the event, after which Greenwood has no variance.
            if (current is > 0 and < 1) effective = (1 - current) / (current * hazardVariance);
            else if (current == 1) effective = atRisk;
            if (happened == atRisk && current > 0) depleted = time;

            // S ← S (n-d)/n; Var(log S) ← Var(log S) + d/(n(n-d)).
            current *= (double)(atRisk - happened) / atRisk;
            if (happened < atRisk) hazardVariance += happened / ((double)atRisk * (atRisk - happened));
            var logError = Math.Sqrt(hazardVariance);
            survival[at] = current;
            error[at] = current > 0 ? current * logError : double.NaN;
            (lower[at], upper[at]) = SurvivalInterval.Of(current, logError, effective, options, z);
            at++;
        }

        public SurvivalCurve Build() => new(Fixed(times), Fixed(risk), Fixed(events), Fixed(censored), Fixed(survival), Fixed(error), Fixed(lower), Fixed(upper))
        {
            Options = options,
            Records = records,
            DepletedAt = depleted is { } time && length > 0 && time < times[^1] ? time : null,
        };

        private static ImmutableArray<T> Fixed<T>(T[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
