using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Playbook;
using Segmentation.Statistics;
using static System.FormattableString;

namespace Segmentation.Distribute;

/// <summary>Simulates how often each rule of drift cries where nothing has changed.</summary>
public static class DriftFalseAlarms
{
    /// <summary>Returns how often each rule reports drift between two samples of one and the same distribution.</summary>
    /// <param name="shares">Share of each segment, at least 0 and summing to 1; <see cref="DimensionDrift.BaselineShares"/> gives those of a dimension.</param>
    /// <param name="sizes">Records in each of the two samples: one row of the result a size and rule. At least 1 each.</param>
    /// <param name="runs">Pairs of samples drawn at each size, at least 1. 2,000 give a share near 5% to about one point.</param>
    /// <param name="seed">Seed of the random numbers: the same seed gives the same result.</param>
    /// <param name="limits">The limits that the rules apply. Default <see cref="PlaybookLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">The shares do not sum to 1, or a size is below 1.</exception>
    public static DriftFalseAlarmsResult Simulate(IReadOnlyList<double> shares, IReadOnlyList<int> sizes, int runs, int seed, PlaybookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        if (shares.Count == 0 || !shares.All(s => s >= 0) || !(Math.Abs(shares.Sum() - 1) < 1e-9))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"shares sum to {shares.Sum()} but must be proportions of one whole, each at least 0; divide each by their sum."), nameof(shares));
        if (sizes.Any(s => s < 1)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a sample of {sizes.Min()} records was asked for; a size is at least 1."), nameof(sizes));
        limits ??= PlaybookLimits.Default;
        var random = new Random(seed);
        var rules = Rules(limits);
        var rows = ImmutableArray.CreateBuilder<DriftFalseAlarm>();
        foreach (var size in sizes)
        {
            var alarms = new int[rules.Length];
            for (var run = 0; run < runs; run++)
            {
                var (baseline, current) = (Draw(random, shares, size), Draw(random, shares, size));
                for (var rule = 0; rule < rules.Length; rule++) alarms[rule] += rules[rule].Cries(baseline, current) ? 1 : 0;
            }

            rows.AddRange(rules.Select((rule, i) => new DriftFalseAlarm(size, rule.Name, alarms[i], runs, ProportionInterval.Wilson(alarms[i], runs, limits.Confidence))));
        }

        return new DriftFalseAlarmsResult { Shares = [.. shares], Seed = seed, Rows = rows.ToImmutable() };
    }

    private static (string Name, Func<int[], int[], bool> Cries)[] Rules(PlaybookLimits limits)
    {
        var change = limits.SegmentChange * 100;
        return
        [
            (Invariant($"stability index above {limits.PopulationStabilityModerate}"), (b, c) => PopulationStability.Index(b, c) > limits.PopulationStabilityModerate),
            (Invariant($"stability index above {limits.PopulationStabilityLarge}"), (b, c) => PopulationStability.Index(b, c) > limits.PopulationStabilityLarge),
            (DriftFalseAlarmsResult.CriticalValueRule, (b, c) => PopulationStability.Index(b, c) > PopulationStability.CriticalValue(PopulationStability.Bins(b, c), b.Sum(), c.Sum(), limits.Confidence)),
            (Invariant($"chi-square p below {Math.Round(1 - limits.Confidence, 10)}"), (b, c) => ChiSquareTest.Of(new[] { b, c }).PValue < 1 - limits.Confidence),
            (Invariant($"any segment outside ±{change}%"), (b, c) => Enumerable.Range(0, b.Length).Any(s => DriftRule.IsOutside(b[s], c[s], limits.SegmentChange))),
            ("any segment moved, by its interval", (b, c) => Enumerable.Range(0, b.Length).Any(s =>
                DriftRule.Judge(b[s], c[s], b[s] == 0 ? null : NetChangeInterval.Independent(b[s], c[s], limits.Confidence), limits.SegmentChange) == DriftVerdict.Moved)),
        ];
    }

    private static int[] Draw(Random random, IReadOnlyList<double> shares, int size)
    {
        var counts = new int[shares.Count];
        for (var i = 0; i < size; i++)
        {
            var (at, segment) = (random.NextDouble(), 0);

            // Rounding may leave the shares a hair below 1: what is beyond belongs to the last.
            while (segment < counts.Length - 1 && at >= shares[segment]) at -= shares[segment++];
            counts[segment]++;
        }

        return counts;
    }
}
