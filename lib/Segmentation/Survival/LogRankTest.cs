using System.Globalization;
using MathNet.Numerics;

namespace Segmentation.Survival;

/// <summary>The log-rank test of whether groups share one hazard at every time.</summary>
/// <remarks>H0: at every time an event is equally likely in all groups for the records still at risk. Best where one group's hazard is a constant multiple of another's; weak, even blind, where hazards
/// cross. Assumes right-censoring that has nothing to do with the outcome. N. Mantel, Cancer Chemotherapy Reports 50(3), 1966, 163-170; R. Peto and J. Peto, Journal of the Royal Statistical Society A 135(2),
/// 1972, 185-207; ties by the hypergeometric variance, as R's survdiff (rho 0). Whole times are counted, not sorted.</remarks>
public static class LogRankTest
{
    // A pivot this small beside the largest variance is rounding: the groups left were never at risk together with the others.
    private const double Negligible = 1e-10;

    /// <summary>Returns the test of two or more groups.</summary>
    /// <param name="time">Length n. Time until the event or until last seen without it; finite, at least 0.</param>
    /// <param name="hasEvent">Length n. Whether the event happened at that time; where not, the record is censored there, after the events of the same time.</param>
    /// <param name="group">Length n. Zero-based group, in [0, <paramref name="groups"/>).</param>
    /// <param name="groups">Number of groups k, at least 1. A group without records is reported and left out of the test.</param>
    /// <exception cref="ArgumentException">The inputs differ in length, a time is negative or not finite, or a group is outside its range.</exception>
    public static LogRankResult Of(ReadOnlySpan<double> time, ReadOnlySpan<bool> hasEvent, ReadOnlySpan<int> group, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (hasEvent.Length != time.Length || group.Length != time.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"time has {time.Length} values, hasEvent {hasEvent.Length} and group {group.Length}; all need one a record."), nameof(time));
        var ranks = TimeRanks.Of(time);
        var (leaving, events) = (new int[ranks.Times.Length * groups], new int[ranks.Times.Length * groups]);
        for (var i = 0; i < time.Length; i++)
        {
            if (group[i] < 0 || group[i] >= groups)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the group of record {i} is {group[i]} but must be in 0 to {groups - 1}."), nameof(group));
            var cell = (ranks.Rank[i] * groups) + group[i];
            leaving[cell]++;
            if (hasEvent[i]) events[cell]++;
        }

        return OfCounts(leaving, events, groups);
    }

    /// <summary>Returns the test of counts by time and group.</summary>
    /// <param name="leaving">Length times x groups, time after time in ascending order. Records whose time this is, with and without event.</param>
    /// <param name="events">Aligned with <paramref name="leaving"/>. Those of them with the event.</param>
    /// <param name="groups">Number of groups.</param>
    internal static LogRankResult OfCounts(ReadOnlySpan<int> leaving, ReadOnlySpan<int> events, int groups)
    {
        var atRisk = new int[groups];
        var (observed, expected, covariance) = (new int[groups], new double[groups], new double[groups, groups]);
        for (var first = leaving.Length - groups; first >= 0; first -= groups)
        {
            var (n, d) = (0L, 0);
            for (var g = 0; g < groups; g++)
            {
                atRisk[g] += leaving[first + g];
                n += atRisk[g];
                d += events[first + g];
            }

            if (d == 0) continue;

            // d drawn from n without putting back: E d n_g/n, covariance d (n - d)/(n - 1) n_g/n (1[g = h] - n_h/n).
            var scale = n > 1 ? d * (double)(n - d) / (n - 1) : 0;
            for (var g = 0; g < groups; g++)
            {
                var share = (double)atRisk[g] / n;
                observed[g] += events[first + g];
                expected[g] += d * share;
                for (var h = 0; h < groups; h++) covariance[g, h] += scale * share * ((g == h ? 1 : 0) - ((double)atRisk[h] / n));
            }
        }

        var (statistic, degrees) = Quadratic(observed, expected, covariance);
        return new(
            statistic,
            degrees,
            degrees == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2d, statistic / 2),
            [.. observed],
            [.. expected],
            [.. Enumerable.Range(0, groups).Select(g => covariance[g, g])]);
    }

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

    // (O - E)' V⁻ (O - E) by Cholesky's decomposition; rows that the ones before them determine (the last group, groups never at risk) are left out.
    private static (double Statistic, int Degrees) Quadratic(int[] observed, double[] expected, double[,] covariance)
    {
        var k = observed.Length;
        var lower = new double[k, k];
        var solved = new double[k];
        var used = new List<int>(k);
        var largest = Enumerable.Range(0, k).Max(g => covariance[g, g]);
        var statistic = 0d;
        for (var g = 0; g < k && used.Count < k - 1; g++)
        {
            var rest = observed[g] - expected[g];
            var pivot = covariance[g, g];
            foreach (var u in used)
            {
                var value = covariance[g, u];
                foreach (var v in used)
                {
                    if (v == u) break;
                    value -= lower[g, v] * lower[u, v];
                }

                lower[g, u] = value / lower[u, u];
                rest -= lower[g, u] * solved[u];
                pivot -= lower[g, u] * lower[g, u];
            }

            if (!(pivot > Negligible * largest)) continue;
            lower[g, g] = Math.Sqrt(pivot);
            solved[g] = rest / lower[g, g];
            statistic += solved[g] * solved[g];
            used.Add(g);
        }

        return (statistic, used.Count);
    }
}
