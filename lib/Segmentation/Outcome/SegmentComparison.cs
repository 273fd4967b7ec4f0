using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Which segments churn, expand or contract differently from the others of their dimension, and whether that is more than chance.</summary>
public static class SegmentComparison
{
    /// <summary>Compares the segments of a dimension.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="options">What to count and when to test exactly; <see cref="SegmentComparisonOptions.Default"/> where null.</param>
    /// <returns>Each segment against all others together, every pair, and one test of them all. While the window is open no rate is given, and a cohort of no accounts gives a result that says why.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension; the message lists those there are.</exception>
    /// <remarks>Verdicts: no relevant difference where the interval of the difference lies inside the equivalence margin; else difference where the corrected test rejects; else inconclusive. Accounts are taken as
    /// independent: many lost on one day for one reason (a product withdrawn) make every interval too narrow.</remarks>
    public static SegmentComparisonResult Of(OutcomeCohort cohort, string dimension, SegmentComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(dimension);
        options ??= SegmentComparisonOptions.Default;
        var none = new SegmentComparisonResult { Cohort = cohort, Dimension = dimension, Options = options, Reason = cohort.Reason };
        if (cohort.Reason is not null) return none;
        var assigned = cohort.In(dimension);
        string[] names = [.. assigned.Dimension.Segments.Select(s => s.Name)];
        var (accounts, events) = (new int[names.Length], new int[names.Length]);
        var (unassigned, unassignedEvents, excluded, excludedEvents) = (0, 0, 0, 0);
        for (var row = 0; row < cohort.Count; row++)
        {
            var hasEvent = Has(cohort, row, options.Measure);
            if (assigned.Segment[row] is >= 0 and var segment)
            {
                accounts[segment]++;
                if (hasEvent) events[segment]++;
            }
            else if (assigned.State[row] == AssignmentState.Excluded)
            {
                excluded++;
                if (hasEvent) excludedEvents++;
            }
            else
            {
                unassigned++;
                if (hasEvent) unassignedEvents++;
            }
        }

        none = none with { Dimension = assigned.Dimension.Name, Unassigned = unassigned, UnassignedEvents = unassignedEvents, Excluded = excluded, ExcludedEvents = excludedEvents, Notes = SegmentComparisonWords.Timing(cohort, assigned.Dimension), IsBiased = cohort.Source == SegmentSource.Today || !cohort.KnownTodayOnly(dimension).IsEmpty };
        return cohort.IsClosed ? Closed(none, names, accounts, events) : none with
        {
            Reason = SegmentComparisonWords.Open(cohort),
            Rows = [.. names.Select((n, s) => new SegmentComparisonRow(n, accounts[s], null))],
        };
    }

    /// <summary>Returns the comparison of two groups of accounts; not yet corrected, judged or planned.</summary>
    internal static SegmentComparisonRate Rate(int events, int accounts, int otherEvents, int otherAccounts, double fewestExpected, double confidence)
    {
        var test = ChiSquareTest.Of(new[] { new[] { events, accounts - events }, [otherEvents, otherAccounts - otherEvents] });
        var isEmpty = accounts == 0 || otherAccounts == 0;
        var isExact = !(test.SmallestExpected >= fewestExpected);
        return new()
        {
            Accounts = accounts,
            Events = events,
            OtherAccounts = otherAccounts,
            OtherEvents = otherEvents,
            RateInterval = ProportionInterval.Wilson(events, accounts, confidence),
            OtherRateInterval = ProportionInterval.Wilson(otherEvents, otherAccounts, confidence),
            DifferenceInterval = ProportionDifference.Newcombe(events, accounts, otherEvents, otherAccounts, confidence),
            Test = isEmpty ? SegmentComparisonTest.None : isExact ? SegmentComparisonTest.FisherExact : SegmentComparisonTest.ChiSquare,
            SmallestExpected = isEmpty ? double.NaN : double.IsNaN(test.SmallestExpected) ? 0 : test.SmallestExpected,
            PValue = isEmpty ? double.NaN : isExact ? FisherExactTest.PValue(events, accounts, otherEvents, otherAccounts) : test.PValue,
            CohenH = isEmpty ? double.NaN : ProportionEffect.CohenH((double)events / accounts, (double)otherEvents / otherAccounts),
            RiskRatio = ProportionEffect.RiskRatio(events, accounts, otherEvents, otherAccounts, confidence),
            OddsRatio = ProportionEffect.OddsRatio(events, accounts, otherEvents, otherAccounts, confidence),
        };
    }

    /// <summary>Returns the comparisons corrected for one another, with their verdicts and what could have been seen.</summary>
    /// <param name="rates">The comparisons.</param>
    /// <param name="isOne">Whether all of them are one and the same, seen from either side.</param>
    /// <param name="options">Margin and power.</param>
    /// <param name="days">Length of the window.</param>
    /// <param name="confidence">Two-sided confidence.</param>
    internal static ImmutableArray<SegmentComparisonRate> Judge(ImmutableArray<SegmentComparisonRate> rates, bool isOne, OutcomeOptions options, double days, double confidence)
    {
        var p = rates.Select(r => r.PValue).ToArray();
        var corrected = isOne ? p : HolmCorrection.Of(p);
        var made = isOne ? 1 : Math.Max(1, p.Count(v => !double.IsNaN(v)));
        var level = 1 - confidence;
        return [.. rates.Select((r, i) => Planned(r with { CorrectedPValue = corrected[i] }))];

        SegmentComparisonRate Planned(SegmentComparisonRate r)
        {
            if (r.OtherRate is not { } other || r.Accounts == 0) return r;
            var margin = options.EquivalenceMargin;
            var planned = other + margin <= 1 ? other + margin : other - margin;
            return r with
            {
                Verdict = Verdicts.Of(r.DifferenceInterval, margin, r.CorrectedPValue <= level),
                DetectableAbove = Number(ProportionPower.DetectableAbove(other, r.Accounts, r.OtherAccounts, level / made, options.Power)),
                DetectableBelow = Number(ProportionPower.DetectableBelow(other, r.Accounts, r.OtherAccounts, level / made, options.Power)),
                NeededAccounts = ProportionPower.Needed(planned, other, level / made, options.Power),
                NeededDays = ProportionPower.NeededDays(planned, other, days, r.Accounts, r.OtherAccounts, level / made, options.Power),
            };
        }
    }

    private static double? Number(double value) => double.IsNaN(value) ? null : value;

    private static SegmentComparisonResult Closed(SegmentComparisonResult none, string[] names, int[] accounts, int[] events)
    {
        var (cohort, options) = (none.Cohort, none.Options);
        var (confidence, days) = (cohort.Framework.Limits.Confidence, (cohort.End - cohort.Start).TotalDays);
        var (allAccounts, allEvents) = (accounts.Sum(), events.Sum());
        int[] held = [.. Enumerable.Range(0, names.Length).Where(s => accounts[s] > 0)];
        var rates = Judge(
            [.. names.Select((_, s) => Rate(events[s], accounts[s], allEvents - events[s], allAccounts - accounts[s], options.FewestExpected, confidence))],
            held.Length == 2, cohort.Options, days, confidence);
        (int First, int Second)[] pairs = [.. held.SelectMany((a, i) => held.Skip(i + 1).Select(b => (a, b)))];
        var pairRates = Judge([.. pairs.Select(p => Rate(events[p.First], accounts[p.First], events[p.Second], accounts[p.Second], options.FewestExpected, confidence))], false, cohort.Options, days, confidence);
        return none with
        {
            Rows = [.. names.Select((n, s) => new SegmentComparisonRow(n, accounts[s], rates[s]))],
            Pairs = new SegmentComparisonPairs
            {
                Dimension = none.Dimension,
                Measure = options.Measure,
                Items = [.. pairs.Select((p, i) => new SegmentComparisonPair(names[p.First], names[p.Second], pairRates[i]))],
            },
            Overall = held.Length < 2 ? null : Overall(accounts, events, options, cohort.Options.Seed, confidence),
        };
    }

    private static SegmentComparisonOverall Overall(int[] accounts, int[] events, SegmentComparisonOptions options, int seed, double confidence)
    {
        var test = ChiSquareTest.Of([.. accounts.Select((n, s) => new[] { events[s], n - events[s] })]);
        if (test.DegreesOfFreedom == 0) return new(SegmentComparisonTest.None, 0, 0, 1, 0, double.NaN, double.NaN, new(0, 1));
        var permuted = test.SmallestExpected >= options.FewestExpected ? null : CountPermutationTest.Of(events, accounts, options.Orders, seed);
        var noncentrality = Noncentrality.OfChiSquare(test.Statistic, test.DegreesOfFreedom, confidence);

        // V² = φ² of a table with two columns, and λ = n φ².
        double V(double lambda) => Math.Min(1, Math.Sqrt(lambda / accounts.Sum()));
        return new(
            permuted is null ? SegmentComparisonTest.ChiSquare : SegmentComparisonTest.Permutation, test.Statistic, test.DegreesOfFreedom,
            permuted?.PValue ?? test.PValue, permuted?.StandardError ?? 0, test.SmallestExpected, test.CorrectedCramersV, new(V(noncentrality.Low), V(noncentrality.High)));
    }

    private static bool Has(OutcomeCohort cohort, int row, SegmentComparisonMeasure measure) => measure switch
    {
        SegmentComparisonMeasure.Churned => cohort.Churned[row],
        SegmentComparisonMeasure.GoneAtEnd => !(cohort.ArrAtEnd[row] > 0),
        SegmentComparisonMeasure.Expanded => cohort.ArrAtEnd[row] > cohort.ArrAtStart[row],
        _ => cohort.ArrAtEnd[row] > 0 && cohort.ArrAtEnd[row] < cohort.ArrAtStart[row],
    };
}
