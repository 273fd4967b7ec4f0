using Segmentation.Playbook;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How much of the revenue, and how many of the accounts, stayed: GRR, NRR and logo churn by segment.</summary>
public static class Retention
{
    private const int MonthsOfAQuarter = 3;

    // Seeds of the other segments together lie apart from those of each.
    private const int OthersSeed = 1_000;

    /// <summary>Returns the retention of each segment of a dimension in the cohort's window, and of all accounts.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="options">How to look; <see cref="RetentionOptions.Default"/> where null.</param>
    /// <returns>A result without rows, with the reason, where there is no cohort.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static RetentionResult Of(OutcomeCohort cohort, string dimension, RetentionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        options ??= RetentionOptions.Default;
        var result = new RetentionResult { Cohort = cohort, Dimension = dimension, Options = options, Reason = NoReason(cohort) };
        if (result.Reason is not null) return result;
        var groups = RetentionGroups.Of(cohort, dimension);
        var paths = RetentionGroups.Paths(cohort, cohort.StartMonth, cohort.EndMonth);
        int[] everybody = [.. Enumerable.Range(0, cohort.Count)];
        var (outcome, confidence) = (cohort.Options, cohort.Framework.Limits.Confidence);
        var segments = groups.Names.Zip(groups.Rows).Append((RetentionResult.AllAccounts, everybody)).Select((g, i) => Segment(g.Item1, g.Item2, i)).ToArray();
        if (cohort.IsClosed) Compare(segments, groups, paths, outcome, confidence);
        return result with { Dimension = cohort.In(dimension).Dimension.Name, Segments = [.. segments] };

        RetentionSegment Segment(string name, int[] rows, int index)
        {
            var sample = Sample(paths, rows);
            var (net, churn) = Benchmarks(name, options, cohort.Framework.Limits);
            return new(name, sample.Figures)
            {
                IsSegment = index < groups.Segments,
                EffectiveAccounts = sample.EffectiveAccounts,
                Intervals = [.. sample.Intervals(confidence, outcome.Resamples, unchecked(outcome.Seed + index))],
                Largest = Largest(cohort, paths, rows, options),
                NetRetentionBenchmark = net,
                ChurnBenchmark = churn,
            };
        }
    }

    /// <summary>Returns the retention of each segment along the months after the cohort's start: since the start (each month is the figure of a window of so many months), and in each month.</summary>
    /// <param name="cohort">The cohort. One that starts a year before the launch and goes to the end of the history (<see cref="OutcomeOptions.WindowDays"/> null) shows both sides of the launch.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static RetentionSeries ByMonth(OutcomeCohort cohort, string dimension) => Series(cohort, dimension, RetentionPeriod.Month);

    /// <summary>Returns the same along the calendar quarters.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static RetentionSeries ByQuarter(OutcomeCohort cohort, string dimension) => Series(cohort, dimension, RetentionPeriod.Quarter);

    /// <summary>Returns the cohort table: all accounts of the history, by the quarter in which they came, so many months later.</summary>
    /// <param name="cohort">The cohort, for its history; who came when does not depend on its start.</param>
    /// <param name="stepMonths">Months between two columns, at least 1. Default 3.</param>
    public static RetentionCohorts Cohorts(OutcomeCohort cohort, int stepMonths = 3)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return RetentionCohorts.Of(cohort.History, stepMonths);
    }

    /// <summary>Returns why a cohort has nothing to follow; null where it has.</summary>
    internal static string? NoReason(OutcomeCohort cohort) => cohort.Reason
        ?? (cohort.History is null || cohort.Assigned is null ? "the exports cannot say what became of the accounts." : cohort.EndMonth <= cohort.StartMonth ? "the history of ARR ends where the cohort starts: nothing has happened yet." : null);

    internal static RetentionSample Sample(RetentionPath[] paths, int[] rows) => new([.. rows.Select(r => paths[r])]);

    private static RetentionSeries Series(OutcomeCohort cohort, string dimension, RetentionPeriod period)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        var series = new RetentionSeries { Cohort = cohort, Dimension = dimension, Period = period, Reason = NoReason(cohort) };
        if (series.Reason is not null) return series;
        var (groups, months, first) = (RetentionGroups.Of(cohort, dimension), cohort.History!.Months, cohort.StartMonth);
        int[] ends = [.. Enumerable.Range(first + 1, cohort.EndMonth - first).Where(m => period == RetentionPeriod.Month || m == cohort.EndMonth || months[m].Month % MonthsOfAQuarter == 0)];
        var since = ends.Select(e => RetentionGroups.Paths(cohort, first, e)).ToArray();
        var within = ends.Select((e, i) => RetentionGroups.Paths(cohort, i == 0 ? first : ends[i - 1], e)).ToArray();
        int[] everybody = [.. Enumerable.Range(0, cohort.Count)];
        return series with
        {
            Dimension = cohort.In(dimension).Dimension.Name,
            Points = [.. groups.Names.Zip(groups.Rows).Append((RetentionResult.AllAccounts, everybody)).SelectMany((g, index) => ends.Select((end, i) => Point(g.Item1, g.Item2, end, i, index)))],
        };

        RetentionPoint Point(string name, int[] rows, int end, int i, int index)
        {
            // One seed a segment: every month is reckoned from the same resamples of its accounts.
            var sample = Sample(since[i], rows);
            var intervals = sample.Intervals(cohort.Framework.Limits.Confidence, cohort.Options.Resamples, unchecked(cohort.Options.Seed + index));
            var sums = default(RetentionSums);
            foreach (var row in rows)
            {
                if (within[i][row].Start > 0) sums.Add(within[i][row]);
            }

            return new(name, index < groups.Segments, months[end], end - first, sample.Figures, intervals[(int)RetentionMeasure.GrossRetention], intervals[(int)RetentionMeasure.NetRetention], sums.Figures());
        }
    }

    private static void Compare(RetentionSegment[] segments, RetentionGroups groups, RetentionPath[] paths, OutcomeOptions outcome, double confidence)
    {
        int[] compared = [.. Enumerable.Range(0, groups.Segments).Where(s => groups.Rows[s].Length > 0)];
        if (compared.Length < 2) return;
        RetentionMeasure[] measures = [RetentionMeasure.GrossRetention, RetentionMeasure.NetRetention];
        var found = compared.Select(s =>
        {
            var others = Sample(paths, [.. compared.Where(o => o != s).SelectMany(o => groups.Rows[o])]);
            var intervals = others.Intervals(confidence, outcome.Resamples, unchecked(outcome.Seed + OthersSeed + s));
            return measures.Select(m =>
            {
                var (value, theirs) = (segments[s].Figures.Of(m)!.Value, others.Figures.Of(m)!.Value);
                return (Others: theirs, Difference: value - theirs, Interval: RetentionSample.Difference(value, segments[s].IntervalOf(m)!.Value, theirs, intervals[(int)m]!.Value));
            }).ToArray();
        }).ToArray();
        var level = (1 - confidence) / compared.Length;
        for (var m = 0; m < measures.Length; m++)
        {
            var corrected = HolmCorrection.Of([.. found.Select(f => RetentionSample.PValue(f[m].Difference, f[m].Interval, confidence))]);
            for (var i = 0; i < compared.Length; i++)
            {
                var (others, difference, interval) = found[i][m];
                var comparison = new RetentionComparison(measures[m], others, difference, interval, corrected[i],
                    Verdicts.Of(interval, outcome.RetentionMargin, corrected[i] <= 1 - confidence), RetentionSample.Detectable(interval, confidence, level, outcome.Power));
                segments[compared[i]] = m == 0 ? segments[compared[i]] with { Gross = comparison } : segments[compared[i]] with { Net = comparison };
            }
        }
    }

    /// <summary>Returns the account that moves GRR furthest when it is left out.</summary>
    private static RetentionLargest? Largest(OutcomeCohort cohort, RetentionPath[] paths, int[] rows, RetentionOptions options)
    {
        if (rows.Length < 2) return null;
        var (start, kept) = (rows.Sum(r => paths[r].Start), rows.Sum(r => paths[r].Kept));
        var with = kept / (double)start;
        double Without(int row) => (kept - paths[row].Kept) / (double)(start - paths[row].Start);
        var most = rows.MaxBy(r => Math.Abs(with - Without(r)));
        var move = with - Without(most);
        return new(cohort.History!.Ids[cohort.HistoryRow[most]], RetentionLedger.Money(paths[most].Start), paths[most].Start / (double)start, Without(most), move, Math.Abs(move) >= options.ConcentrationMove);
    }

    private static (double? Net, Interval? Churn) Benchmarks(string segment, RetentionOptions options, PlaybookLimits limits) =>
        segment.Equals(options.EnterpriseSegment, StringComparison.OrdinalIgnoreCase) ? (limits.EnterpriseNetRetention, new Interval(limits.EnterpriseChurnLow, limits.EnterpriseChurnHigh))
        : segment.Equals(options.SmbSegment, StringComparison.OrdinalIgnoreCase) ? (limits.SmbNetRetention, new Interval(limits.SmbChurnLow, limits.SmbChurnHigh))
        : (null, null);
}
