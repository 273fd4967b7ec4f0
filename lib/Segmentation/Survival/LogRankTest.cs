using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>The log-rank test, and its family, of whether groups share one hazard at every time.</summary>
/// <remarks>H0: at every time (of every stratum) an event is equally likely in all groups for the records at risk. Best where one group's hazard is a constant multiple of another's; weak, even blind, where hazards
/// cross: choose other weights beforehand. Assumes that censoring and late entry have nothing to do with the outcome. N. Mantel, Cancer Chemotherapy Reports 50(3), 1966, 163-170; R. Peto and J. Peto, Journal of the Royal Statistical
/// Society A 135(2), 1972, 185-207; ties by the hypergeometric variance, as R's survdiff; late entry as J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd edition, 2003, 7.3. Whole times are counted, not sorted.</remarks>
public static class LogRankTest
{
    /// <summary>Returns the test of two or more groups.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="group">Length n. Zero-based group, in [0, <paramref name="groups"/>).</param>
    /// <param name="groups">Number of groups k, at least 1. A group without records is reported and left out of the test.</param>
    /// <param name="options">Weights; <see cref="LogRankOptions.Default"/>, none, where null.</param>
    /// <param name="strata">Length n, any numbers: records are compared with those of the same number only. Empty for one stratum.</param>
    /// <exception cref="ArgumentException">The inputs differ in length, or a group is outside its range.</exception>
    public static LogRankResult Of(EventTimes times, ReadOnlySpan<int> group, int groups, LogRankOptions? options = null, ReadOnlySpan<int> strata = default) =>
        Sums(times, group, groups, options, strata).Test();

    /// <summary>Returns the test for trend: whether events come more often, or less, as a score of the groups rises. It sees an order that the test of all groups dilutes, and nothing else.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="group">Length n. Zero-based group.</param>
    /// <param name="scores">Length k, one a group, finite: 0, 1, 2 … for groups in order.</param>
    /// <param name="options">Weights; none where null.</param>
    /// <param name="strata">Length n, any numbers; empty for one stratum.</param>
    /// <exception cref="ArgumentException">The inputs differ in length, a score is not finite, or a group is outside its range.</exception>
    /// <remarks>R. E. Tarone, Biometrika 62(3), 1975, 679-682.</remarks>
    public static LogRankTrendResult Trend(EventTimes times, ReadOnlySpan<int> group, ReadOnlySpan<double> scores, LogRankOptions? options = null, ReadOnlySpan<int> strata = default)
    {
        for (var g = 0; g < scores.Length; g++)
        {
            if (!double.IsFinite(scores[g])) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the score of group {g} is {scores[g]} but must be a finite number."), nameof(scores));
        }

        return Sums(times, group, scores.Length, options, strata).Trend(scores);
    }

    /// <summary>Returns the test of every two groups, with Holm's correction for all of them.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="group">Length n. Zero-based group, in [0, <paramref name="groups"/>).</param>
    /// <param name="groups">Number of groups k, at least 1.</param>
    /// <param name="options">Weights; none where null.</param>
    /// <param name="strata">Length n, any numbers; empty for one stratum.</param>
    /// <returns>k(k - 1)/2 pairs, by first and then second group.</returns>
    /// <exception cref="ArgumentException">The inputs differ in length, or a group is outside its range.</exception>
    public static ImmutableArray<LogRankPair> Pairs(EventTimes times, ReadOnlySpan<int> group, int groups, LogRankOptions? options = null, ReadOnlySpan<int> strata = default)
    {
        _ = Checked(times, group, groups, strata);
        var rows = new List<int>[groups];
        for (var g = 0; g < groups; g++) rows[g] = [];
        for (var i = 0; i < group.Length; i++) rows[group[i]].Add(i);
        var (pairs, stratumOf) = (new List<LogRankPair>(), strata.ToArray());
        for (var first = 0; first < groups; first++)
        {
            for (var second = first + 1; second < groups; second++)
            {
                int[] both = [.. rows[first], .. rows[second]];
                int[] side = [.. both.Select((_, i) => i < rows[first].Count ? 0 : 1)];
                pairs.Add(new(first, second, Of(times.Take(both), side, 2, options, stratumOf.Length == 0 ? [] : [.. both.Select(r => stratumOf[r])]), double.NaN));
            }
        }

        var corrected = HolmCorrection.Of([.. pairs.Select(p => p.Test.DegreesOfFreedom > 0 ? p.Test.PValue : double.NaN)]);
        return [.. pairs.Select((p, i) => p with { CorrectedPValue = corrected[i] })];
    }

    /// <summary>Returns the test of counts by time and group, all records watched from the start.</summary>
    /// <param name="leaving">Length times x groups, time after time in ascending order. Records whose time this is, with and without event.</param>
    /// <param name="events">Aligned with <paramref name="leaving"/>. Those of them with the event.</param>
    /// <param name="groups">Number of groups.</param>
    internal static LogRankResult OfCounts(int[] leaving, int[] events, int groups) => new LogRankSums(groups).Add(new([], groups, leaving, events, []), LogRankOptions.Default).Test();

    /// <summary>Returns the chi-square of two groups alone: (O - E)²/V of the first; 0 where nothing can differ.</summary>
    internal static double OfTwo(ReadOnlySpan<int> leaving1, ReadOnlySpan<int> events1, ReadOnlySpan<int> leaving2, ReadOnlySpan<int> events2)
    {
        var (n1, n2) = (0L, 0L);
        var (difference, variance) = (0d, 0d);
        for (var t = leaving1.Length - 1; t >= 0; t--)
        {
            n1 += leaving1[t];
            n2 += leaving2[t];
            var d = events1[t] + events2[t];
            if (d == 0) continue;
            var n = (double)(n1 + n2);
            difference += events1[t] - (d * n1 / n);
            if (n > 1) variance += d * (n - d) / (n - 1) * (n1 / n) * (n2 / n);
        }

        return variance > 0 ? difference * difference / variance : 0;
    }

    private static LogRankSums Sums(EventTimes times, ReadOnlySpan<int> group, int groups, LogRankOptions? options, ReadOnlySpan<int> strata)
    {
        options ??= LogRankOptions.Default;
        var sums = new LogRankSums(Checked(times, group, groups, strata));
        if (strata.Length == 0) return sums.Add(EventCounts.Of(times, group, groups), options);
        var (stratumOf, groupOf) = (strata.ToArray(), group.ToArray());
        foreach (var stratum in Enumerable.Range(0, stratumOf.Length).GroupBy(i => stratumOf[i]))
        {
            int[] rows = [.. stratum];
            sums.Add(EventCounts.Of(times.Take(rows), [.. rows.Select(r => groupOf[r])], groups), options);
        }

        return sums;
    }

    private static int Checked(EventTimes times, ReadOnlySpan<int> group, int groups, ReadOnlySpan<int> strata)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (group.Length != times.Count || (strata.Length > 0 && strata.Length != times.Count))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"there are times of {times.Count} records, group has {group.Length} values and strata {strata.Length}; all need one a record (strata may be empty)."), nameof(group));
        for (var i = 0; i < group.Length; i++)
        {
            if ((uint)group[i] >= (uint)groups) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the group of record {i} is {group[i]} but must be in 0 to {groups - 1}."), nameof(group));
        }

        return groups;
    }
}
