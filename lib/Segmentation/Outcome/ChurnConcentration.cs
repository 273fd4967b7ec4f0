using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Load;

namespace Segmentation.Outcome;

/// <summary>The playbook's trigger: churn concentrating in one segment for some months in a row.</summary>
public static class ChurnConcentration
{
    /// <summary>Looks for it in the months since the start of a cohort.</summary>
    /// <param name="cohort">The cohort: the accounts that paid at the start, each in the segment that it had then. Customers who came later are in no segment of it.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="options">When churn counts as concentrating; <see cref="ChurnConcentrationOptions.Default"/> where null.</param>
    /// <returns>Each segment in each month, and how often the trigger fires by chance alone and where one hazard is larger; the same for one seed.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension; the message lists those there are.</exception>
    /// <remarks>Churn concentrates in a segment when, for as many months in a row as the limit asks for or more, the segment lost more accounts than its share of those at risk, and when in the months of that run
    /// together chance alone would take so many of all churned accounts from it no more often than the level: the sum of independent hypergeometric numbers, exact. That runs are looked for and looked at again every month makes
    /// false alarms more frequent than the level; the result says how frequent. An account that came back is at risk again.</remarks>
    public static ChurnConcentrationResult Of(OutcomeCohort cohort, string dimension, ChurnConcentrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(dimension);
        options ??= ChurnConcentrationOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Simulations, 1, nameof(options));
        var none = new ChurnConcentrationResult { Cohort = cohort, Dimension = dimension, Options = options, Reason = cohort.Reason };
        if (cohort.Reason is not null || cohort.History is not { } history) return none with { Reason = cohort.Reason ?? "the exports hold no history of ARR." };
        var assigned = cohort.In(dimension);
        none = none with { Dimension = assigned.Dimension.Name, Notes = SegmentComparisonWords.Timing(cohort, assigned.Dimension) };
        var last = options.ToEndOfHistory ? history.Months.Length - 1 : Math.Min(cohort.EndMonth, history.Months.Length - 1);
        if (last <= cohort.StartMonth) return none with { Reason = "the history of ARR ends with the start of the cohort: no month can be watched." };
        ImmutableArray<DateTime> months = [.. Enumerable.Range(cohort.StartMonth + 1, last - cohort.StartMonth).Select(m => history.Months[m])];
        var exposure = Watch(cohort, history, assigned, months.Length);
        var rule = new ChurnConcentrationRule(exposure.AtRisk, cohort.Framework.Limits.ChurnConcentrationMonths, options.Level);
        var seen = rule.Judge(exposure.Churned);
        var alarms = ChurnConcentrationAlarms.Simulate(rule, exposure, options, cohort.Options.Seed);
        string[] names = [.. assigned.Dimension.Segments.Select(s => s.Name)];
        var rows = months.SelectMany((month, m) => names.Select((name, s) => new ChurnConcentrationMonth(
            month, name, exposure.AtRisk[m, s], exposure.Churned[m, s], rule.Expected(exposure.Churned, m, s), exposure.ArrAtRisk[m, s], exposure.ArrChurned[m, s],
            exposure.ArrExpected(m, s), seen.MonthsAbove[m, s], seen.PValue[m, s], seen.Triggered[m, s], seen.Largest[m, s]))).ToImmutableArray();
        return none with
        {
            MonthsInARow = rule.Months,
            Months = rows,
            Segments = [.. names.Select((name, s) =>
            {
                var own = rows.Where((_, i) => i % names.Length == s).ToArray();
                var naive = Enumerable.Range(0, months.Length).Where(m => seen.NaiveTriggered[m, s]).Select(m => (DateTime?)months[m]).FirstOrDefault();
                return new ChurnConcentrationSegment(
                    name, own.Sum(r => r.Churned), own.Sum(r => r.Expected), own.Sum(r => r.ArrChurned), own.Sum(r => r.ArrExpected), own.Max(r => r.MonthsAbove),
                    own.Where(r => r.IsTriggered).Select(r => (DateTime?)r.Month).FirstOrDefault(), naive, alarms.FalseAlarm[s], alarms.Naive[s], alarms.Detected[s]);
            })],
            FalseAlarm = alarms.AnyFalseAlarm,
            NaiveFalseAlarm = alarms.AnyNaive,
        };
    }

    /// <summary>Counts who was at risk and who left, by month and segment.</summary>
    private static ChurnConcentrationExposure Watch(OutcomeCohort cohort, RevenueHistory history, DimensionAssignment assigned, int months)
    {
        var k = assigned.Dimension.Segments.Length;
        var exposure = new ChurnConcentrationExposure(new int[months, k], new int[months, k], new double[months, k], new double[months, k]);
        for (var row = 0; row < cohort.Count; row++)
        {
            var segment = assigned.Segment[row];
            if (segment < 0) continue;
            var paid = history.Of(cohort.HistoryRow[row]);
            for (var m = 0; m < months; m++)
            {
                var before = paid[cohort.StartMonth + m];
                if (!(before > 0)) continue;
                exposure.AtRisk[m, segment]++;
                exposure.ArrAtRisk[m, segment] += before;
                if (paid[cohort.StartMonth + m + 1] > 0) continue;
                exposure.Churned[m, segment]++;
                exposure.ArrChurned[m, segment] += before;
            }
        }

        return exposure;
    }
}
