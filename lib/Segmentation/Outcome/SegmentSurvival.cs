using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Outcome;

/// <summary>How long the accounts of each segment stay.</summary>
public static class SegmentSurvival
{
    private const double DaysInAMonth = 365.25 / 12;

    // What a risk table holds beside a chart.
    private const int MostRiskTimes = 10;

    /// <summary>Returns the survival of every segment of a dimension, each against all others together and every two against each other.</summary>
    /// <param name="cohort">The cohort, with its clock, margins and power.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="options">How to look; <see cref="SegmentSurvivalOptions.Default"/> where null.</param>
    /// <returns>One row a segment in the framework's order, those without accounts too. Where there is no cohort, no rows and the reason.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static SegmentSurvivalResult Of(OutcomeCohort cohort, string dimension, SegmentSurvivalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        options ??= SegmentSurvivalOptions.Default;
        var none = new SegmentSurvivalResult { Cohort = cohort, Dimension = dimension, Options = options, Reason = cohort.Reason };
        if (cohort.Reason is not null) return none;
        var places = cohort.In(dimension);
        var all = cohort.Times(out var placed);
        none = none with
        {
            Dimension = places.Dimension.Name,
            Unassigned = Enumerable.Range(0, cohort.Count).Count(r => places.Segment[r] < 0 && places.State[r] != AssignmentState.Excluded),
            Excluded = places.State.Count(s => s == AssignmentState.Excluded),
            ExcludedChurned = Enumerable.Range(0, cohort.Count).Count(r => places.State[r] == AssignmentState.Excluded && cohort.Churned[r]),
            NotOnClock = cohort.Count - placed.Length,
            KnownTodayOnly = cohort.KnownTodayOnly(dimension),
            Anniversaries = Anniversaries(cohort, options),
        };
        int[] rows = [.. Enumerable.Range(0, placed.Length).Where(i => places.Segment[placed[i]] >= 0)];
        var segments = places.Dimension.Segments;
        if (rows.Length == 0) return none with { Reason = placed.Length == 0 ? "no account of the cohort can be placed on the clock." : $"no account of the cohort has a segment of {places.Dimension.Name}." };
        return Compare(none, all.Take(rows), [.. rows.Select(i => places.Segment[placed[i]])], [.. segments.Select(s => s.Name)]);
    }

    private static SegmentSurvivalResult Compare(SegmentSurvivalResult result, EventTimes times, int[] segment, ImmutableArray<string> names)
    {
        var (cohort, limits) = (result.Cohort, result.Cohort.Framework.Limits);
        var curves = new KaplanMeierOptions { Confidence = limits.Confidence, Interval = result.Options.Interval };
        var own = KaplanMeier.ByGroup(times, segment, names.Length, curves);
        var (milestones, riskTimes) = (Milestones(cohort, result.Options), RiskTimes(cohort, times));
        var horizon = cohort.Options.Clock == OutcomeClock.SinceStart ? milestones[^1] : own.Where(c => c.Records > 0).Min(c => c.Survival[^1] > 0 ? c.FollowedTo : double.PositiveInfinity);
        if (!double.IsFinite(horizon)) horizon = own.Max(c => c.FollowedTo);
        var atRisk = KaplanMeier.NumberAtRisk(times, segment, names.Length, riskTimes.AsSpan());
        var rows = new SegmentSurvivalRow[names.Length];
        for (var s = 0; s < names.Length; s++)
        {
            bool[] isIn = [.. segment.Select(g => g == s)];
            int[] side = [.. isIn.Select(i => i ? 0 : 1)];
            var others = KaplanMeier.ByGroup(times, side, 2, curves)[1];
            var test = LogRankTest.Of(times, side, 2);
            rows[s] = new(names[s], own[s], atRisk[s], [.. milestones.Select(own[s].EstimateAt)])
            {
                Difference = SurvivalDifference.At(own[s], others, milestones[^1]),
                RestrictedMeanDifference = SurvivalDifference.RestrictedMean(own[s], others, horizon),
                HazardRatio = HazardRatioOfTwo.Of(times, isIn, limits.Confidence),
                PValue = test.DegreesOfFreedom > 0 ? test.PValue : double.NaN,
                CorrectedPValue = double.NaN,
                DetectableHazardRatio = double.NaN,
                Verdict = OutcomeVerdict.Inconclusive,
            };
        }

        var corrected = HolmCorrection.Of([.. rows.Select(r => r.PValue)]);
        bool HasBoth(SegmentSurvivalRow row) => row.Accounts > 0 && row.Accounts < segment.Length;
        var (level, compared) = (1 - limits.Confidence, rows.Count(HasBoth));
        var events = rows.Sum(r => r.Churned);
        return result with
        {
            Milestones = milestones,
            Horizon = horizon,
            RiskTimes = riskTimes,
            Test = LogRankTest.Of(times, segment, names.Length),
            Pairs = LogRankTest.Pairs(times, segment, names.Length),
            Segments =
            [
                .. rows.Select((r, s) => r with
                {
                    CorrectedPValue = corrected[s],

                    // The share of this segment among those compared, at the level that is left to each of the comparisons.
                    DetectableHazardRatio = HasBoth(r) ? DetectableHazardRatio.Of(events, r.Accounts / (double)segment.Length, 1 - (level / compared), cohort.Options.Power) : double.NaN,
                    Verdict = Verdicts.Of(r.HazardRatio.LogInterval, Math.Log(cohort.Options.HazardRatioMargin), corrected[s] <= level),
                }),
            ],
        };
    }

    // The month end nearest to each milestone, in days since the start; the end of what was watched last.
    private static ImmutableArray<double> Milestones(OutcomeCohort cohort, SegmentSurvivalOptions options)
    {
        if (cohort.Options.Clock == OutcomeClock.Tenure) return [.. options.AnniversaryMonths.Order().Select(m => Math.Round(m * DaysInAMonth))];
        var months = MonthEnds(cohort);
        return [.. options.MilestoneDays.Where(d => d <= months[^1] + (DaysInAMonth / 2)).Select(d => months.MinBy(m => Math.Abs(m - d))).Append(months[^1]).Distinct().Order()];
    }

    private static double[] MonthEnds(OutcomeCohort cohort)
    {
        if (cohort.History is null) return [(cohort.End - cohort.Start).TotalDays];
        var (months, start) = (cohort.History.Months, cohort.StartMonth);
        return [.. Enumerable.Range(start + 1, Math.Max(0, cohort.EndMonth - start)).Select(m => (months[m] - months[start]).TotalDays).DefaultIfEmpty((cohort.End - cohort.Start).TotalDays)];
    }

    private static ImmutableArray<double> RiskTimes(OutcomeCohort cohort, EventTimes times)
    {
        double[] marks = cohort.Options.Clock == OutcomeClock.SinceStart ? [0, .. MonthEnds(cohort)]
            : [.. Enumerable.Range(0, (int)(times.Exit.Max() / (6 * DaysInAMonth)) + 1).Select(h => Math.Round(h * 6 * DaysInAMonth))];
        var step = (int)Math.Ceiling(marks.Length / (double)MostRiskTimes);
        return [.. marks.Where((_, i) => i % step == 0)];
    }

    private static ImmutableArray<AnniversaryHazard> Anniversaries(OutcomeCohort cohort, SegmentSurvivalOptions options)
    {
        int[] known = [.. Enumerable.Range(0, cohort.Count).Where(r => cohort.TenureDays[r] >= 0 && cohort.Days[r] > 0)];
        if (known.Length == 0) return [];
        int[] months = [.. options.AnniversaryMonths.Distinct().Order()];
        var (accounts, exposure, churned) = (new int[months.Length + 1], new double[months.Length + 1], new int[months.Length + 1]);
        foreach (var row in known)
        {
            var (from, to) = (cohort.TenureDays[row], cohort.TenureDays[row] + cohort.Days[row]);
            var (rest, at) = (to - from, months.Length);
            for (var a = 0; a < months.Length; a++)
            {
                var day = months[a] * DaysInAMonth;
                var (first, last) = (day - options.AnniversaryDays, day + options.AnniversaryDays);
                var watched = Math.Min(to, last) - Math.Max(from, first);
                if (!(watched > 0)) continue;
                accounts[a]++;
                exposure[a] += watched;
                rest -= watched;
                if (to > first && to <= last) at = a;
            }

            if (rest > 0)
            {
                accounts[^1]++;
                exposure[^1] += rest;
            }

            if (cohort.Churned[row]) churned[at]++;
        }

        var confidence = cohort.Framework.Limits.Confidence;
        return [.. months.Select((m, a) => Hazard(m, a)), Hazard(null, months.Length)];

        AnniversaryHazard Hazard(int? month, int a)
        {
            var watched = exposure[a] / DaysInAMonth;
            if (!(watched > 0)) return new(month, 0, 0, 0, double.NaN, new(0, 1), double.NaN, new(double.NaN, double.NaN));
            var rate = RateInterval.Garwood(churned[a], watched, confidence);
            var (ratio, interval) = month is null ? (double.NaN, new Interval(double.NaN, double.NaN)) : Ratio(churned[a], exposure[a], churned[^1], exposure[^1], confidence);
            return new(month, accounts[a], watched, churned[a], OfRate(churned[a] / watched), new(OfRate(rate.Low), OfRate(rate.High)), ratio, interval);
        }

        // Probability within one month at a constant rate a month: 1 - exp(-rate).
        static double OfRate(double rate) => -Math.Exp(-rate) + 1;
    }

    // Given all events, those of the first are binomial with p = R E₁/(R E₁ + E₂): R is read off the score interval of p (R. M. Price and D. G. Bonett, Statistics in Medicine 19(5), 2000, 667-673).
    private static (double Ratio, Interval Interval) Ratio(int events1, double exposure1, int events2, double exposure2, double confidence)
    {
        if (events1 + events2 == 0 || !(exposure2 > 0)) return (double.NaN, new(double.NaN, double.NaN));
        var share = ProportionInterval.Wilson(events1, events1 + events2, confidence);
        return (Of(events1 / (double)(events1 + events2)), new(Of(share.Low), Of(share.High)));

        double Of(double p) => p / (1 - p) * exposure2 / exposure1;
    }
}
