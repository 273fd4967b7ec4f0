using Segmentation.Assign;
using Segmentation.Cuts;
using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Outcome;

/// <summary>Answers which dimensions have anything to do with churn, and whether a difference comes from a segment or from what its accounts are otherwise.</summary>
public static class OutcomeDrivers
{
    /// <summary>Returns every dimension of accounts, the strongest first, those whose segments are known as of today only last.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="options">How to screen; <see cref="OutcomeDriversOptions.Default"/> where null.</param>
    /// <returns>No dimension, with the reason, where there is no cohort or its window is open.</returns>
    /// <remarks>Each dimension by itself: chi-square of segments against churned or not (random orders where fewer than <see cref="OutcomeDriversOptions.FewestExpected"/> accounts are expected in a cell), p-values
    /// adjusted by Benjamini and Hochberg over those that are evidence. The verdict holds the typical distance of a segment's rate from the rate of all against <see cref="OutcomeOptions.EquivalenceMargin"/>. Interval
    /// and detectable V from the noncentral chi-square: J. H. Steiger, Psychological Methods 9(2), 2004, 164-182.</remarks>
    public static OutcomeDriversResult Of(OutcomeCohort cohort, OutcomeDriversOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        options ??= OutcomeDriversOptions.Default;
        var none = new OutcomeDriversResult { Cohort = cohort, Options = options, Reason = cohort.Reason ?? (cohort.IsClosed ? null : OutcomeDriversWords.Open(cohort)) };
        if (none.Reason is not null) return none;
        OutcomeDriver[] drivers = [.. cohort.Dimensions.Select((d, i) => Screen(cohort, d, options, i))];
        var adjusted = BenjaminiHochberg.Adjust([.. drivers.Select(d => d.KnownTodayOnly.IsEmpty ? d.PValue : double.NaN)]);
        var level = 1 - cohort.Framework.Limits.Confidence;
        var made = Math.Max(1, adjusted.Count(p => !double.IsNaN(p)));
        return none with { Items = [.. drivers.Select((d, i) => Judge(d, adjusted[i], level, made, cohort.Options)).OrderBy(d => d.Refused is not null).ThenBy(d => !d.KnownTodayOnly.IsEmpty).ThenByDescending(d => d.CorrectedCramersV)] };
    }

    /// <summary>Returns the churn of a dimension's segments beside what it would be if all segments had the same mix of other dimensions.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="controls">Names of the dimensions to hold equal.</param>
    /// <param name="options">How to say it; <see cref="OutcomeDriversOptions.Default"/> where null.</param>
    /// <returns>No segment, with the reason, where there is no cohort, its window is open, or no control is named.</returns>
    /// <exception cref="ArgumentException">There is no such dimension, or the dimension is its own control.</exception>
    /// <remarks>A logistic regression of churn on the segments and controls; the adjusted rate of a segment is the mean probability of all accounts, had they been in it and otherwise as they are (P. W. Lane and
    /// J. A. Nelder, Biometrics 38(3), 1982, 613-621), its standard error by the delta method. Assumes that a segment multiplies the odds alike in every stratum; the rates of each stratum stand beside. Only what is
    /// controlled is held equal: what is not measured stays mixed in.</remarks>
    public static OutcomeControlledResult Controlled(OutcomeCohort cohort, string dimension, IReadOnlyList<string> controls, OutcomeDriversOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(controls);
        options ??= OutcomeDriversOptions.Default;
        var reason = cohort.Reason ?? (cohort.IsClosed ? controls.Count == 0 ? "no other dimension is named to be held equal; SegmentComparison compares segments as they are." : null : OutcomeDriversWords.Open(cohort));
        if (reason is not null) return new() { Cohort = cohort, Dimension = dimension, Controls = [.. controls], Options = options, Reason = reason };
        var groups = ControlledGroups.Of(cohort, dimension, controls);
        return new OutcomeControlled(cohort, groups, [.. groups.Rows.Select(r => cohort.Churned[r])], options).Result();
    }

    private static OutcomeDriver Screen(OutcomeCohort cohort, DimensionAssignment dimension, OutcomeDriversOptions options, int stream)
    {
        var k = dimension.Dimension.Segments.Length;
        var (accounts, churned) = (new int[k], new int[k]);
        for (var row = 0; row < cohort.Count; row++)
        {
            if (dimension.Segment[row] < 0) continue;
            accounts[dimension.Segment[row]]++;
            if (cohort.Churned[row]) churned[dimension.Segment[row]]++;
        }

        var (all, events) = (accounts.Sum(), churned.Sum());
        var driver = new OutcomeDriver(dimension.Dimension.Name) { Segments = accounts.Count(a => a > 0), Accounts = all, Churned = events, KnownTodayOnly = cohort.KnownTodayOnly(dimension.Dimension.Name) };
        if (driver.Segments < 2) return driver with { Refused = "fewer than two of its segments have accounts at the start" };
        if (events == 0) return driver with { Refused = "no account churned" };
        if (events == all) return driver with { Refused = "every account churned" };
        var test = ChiSquareTest.Of([.. accounts.Select((a, s) => new[] { churned[s], a - churned[s] })]);
        var confidence = cohort.Framework.Limits.Confidence;
        var noncentrality = Noncentrality.OfChiSquare(test.Statistic, test.DegreesOfFreedom, confidence);
        var isPermuted = test.SmallestExpected < options.FewestExpected;
        var deviation = Math.Sqrt((double)events / all * (1 - ((double)events / all)));
        double[] rates = [.. accounts.Select((a, s) => a == 0 ? 0 : (double)churned[s] / a)];
        int[] held = [.. Enumerable.Range(0, cohort.Count).Where(r => dimension.Segment[r] >= 0)];

        // V² = φ² of a table with two columns, and λ = n φ².
        var interval = new Interval(Math.Min(1, Math.Sqrt(noncentrality.Low / all)), Math.Min(1, Math.Sqrt(noncentrality.High / all)));
        return driver with
        {
            CramersV = test.CramersV,
            CorrectedCramersV = test.CorrectedCramersV,
            Interval = interval,
            Spread = test.CramersV * deviation,
            SpreadInterval = new(interval.Low * deviation, interval.High * deviation),
            InformationValue = accounts.Select((a, s) => WeightOfEvidence.Information(churned[s], a - churned[s], events, all - events)).Sum(),
            Concordance = Survival.Concordance.Of(EventTimes.Of([.. held.Select(_ => 1d)], [.. held.Select(r => cohort.Churned[r])]), [.. held.Select(r => rates[dimension.Segment[r]])], default, confidence).Concordance,
            IsPermuted = isPermuted,
            PValue = isPermuted ? CountPermutationTest.Of(churned, accounts, options.Orders, unchecked(cohort.Options.Seed + stream)).PValue : test.PValue,
        };
    }

    private static OutcomeDriver Judge(OutcomeDriver driver, double adjusted, double level, int made, OutcomeOptions options)
    {
        if (driver.Refused is not null) return driver;
        var rate = (double)driver.Churned / driver.Accounts;
        var detectable = Math.Min(1, Math.Sqrt(Noncentrality.Detectable(driver.Segments - 1, level / made, options.Power) / driver.Accounts));
        return driver with
        {
            AdjustedPValue = adjusted,
            DetectableV = detectable,
            DetectableSpread = detectable * Math.Sqrt(rate * (1 - rate)),
            Verdict = double.IsNaN(adjusted) ? null : Verdicts.Of(driver.SpreadInterval, options.EquivalenceMargin, adjusted <= level),
        };
    }
}
