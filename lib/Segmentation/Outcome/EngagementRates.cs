using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Answers how engaged each segment is, against the full database.</summary>
public static class EngagementRates
{
    private const double DaysInAMonth = 365.25 / 12;

    /// <summary>Returns the rates of every segment in a window: activity, opens, clicks of contacts; activity and usage of accounts; what of it the exports hold.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">The name of a dimension of accounts or of contacts, in any case.</param>
    /// <param name="options">Window, margin, benchmark; <see cref="EngagementRatesOptions.Default"/> where null.</param>
    /// <returns>A result that says why where the exports hold no engagement. Records are those there were at the window's start, with the segments of that day (ARR, usage and dates as of then, every other field as it is today).</returns>
    /// <exception cref="ArgumentException">The framework has no such dimension.</exception>
    /// <remarks>Compares segments, not campaigns: a segment may have been livelier before anybody did anything. Shares of records: Wilson, ratios by <see cref="ProportionEffect.RiskRatio"/>; sums by sums (active by licensed users): bootstrap of the records.</remarks>
    public static EngagementRatesResult Of(Workspace workspace, SegmentationFramework framework, string dimension, EngagementRatesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        options ??= EngagementRatesOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WindowDays, 1, nameof(options));
        if (framework.Dimensions.IsEmpty) return new() { Dimension = dimension, Of = EntityKind.Accounts, Options = options, Reason = "the framework has no dimension." };
        var place = framework.Dimensions.FirstOrDefault(d => d.Name.Equals(dimension, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"the framework has no dimension called '{dimension}'. It has {string.Join(", ", framework.Dimensions.Select(d => $"'{d.Name}'"))}.", nameof(dimension));
        var none = new EngagementRatesResult { Dimension = place.Name, Of = place.Of, Options = options };
        if (workspace.Find(place.Of) is null) return none with { Reason = $"the exports hold no {SnakeName.Of(place.Of)}." };
        if (workspace.AsOf <= DateTime.MinValue.AddYears(2)) return none with { Reason = "the exports hold no date, so that nothing is within a window." };
        var end = options.End?.Date ?? workspace.AsOf.Date;
        var start = Start(end, options.WindowDays);
        var (assigned, leftOut) = Assigned(workspace, framework, place.Of, start);
        var segments = assigned.Dimensions.First(d => d.Dimension.Name == place.Name);
        var measures = new EngagementMeasures(workspace, assigned.Records, start, end);
        var rates = measures.All().SelectMany(m => Rates(m, assigned, segments, options)).ToImmutableArray();
        return none with
        {
            Start = start,
            End = end,
            Rates = rates,
            Definitions = [.. measures.All().Select(m => $"{m.Name}: {m.Definition}")],
            Excluded = segments.State.Count(s => s == AssignmentState.Excluded),
            Unassigned = segments.State.Count(s => s is AssignmentState.Blank or AssignmentState.Uncovered),
            Notes = [.. measures.Notes.Distinct(), .. leftOut.IsEmpty ? Array.Empty<string>() : [$"Not applied: the exclusion {string.Join(", ", leftOut)}, which reads what the exports hold of today only."]],
            Reason = rates.IsEmpty ? $"the exports say nothing of the engagement of {SnakeName.Of(place.Of)} in the window: no last activity, no opens or clicks, no usage." : null,
        };
    }

    private static (RecordAssignment Assigned, ImmutableArray<string> LeftOut) Assigned(Workspace workspace, SegmentationFramework framework, EntityKind of, DateTime start)
    {
        if (of == EntityKind.Contacts) return (Assignment.Run(framework, FrameworkRecords.Take(workspace, framework, of, start)), []);
        var at = OutcomeSegments.At(workspace, framework, OutcomeOptions.Default, null, start);
        return (at.Assigned, at.ExclusionsLeftOut);
    }

    // Whole months where the window ends with one: engagement is kept by the month.
    private static DateTime Start(DateTime end, int days)
    {
        if (end.AddDays(1).Day != 1) return end.AddDays(-days);
        var months = Math.Max(1, (int)Math.Round(days / DaysInAMonth));
        return end.AddDays(1).AddMonths(-months).AddDays(-1);
    }

    private static IEnumerable<EngagementRate> Rates(EngagementMeasure measure, RecordAssignment assigned, DimensionAssignment place, EngagementRatesOptions options)
    {
        // The full database: every record that no exclusion takes out, Unassigned included, of which the measure speaks; of accounts those that paid.
        var arr = assigned.Records.Of == EntityKind.Accounts ? assigned.Records.Arr : null;
        int[] all = [.. Enumerable.Range(0, assigned.Records.Count).Where(r => place.State[r] != AssignmentState.Excluded && !double.IsNaN(measure.Above[r]) && (arr is null || arr[r] > 0))];
        var found = place.Dimension.Segments.Select((s, i) => (measure.Below.IsEmpty ? (Func<EngagementMeasure, string, int[], int[], EngagementRatesOptions, EngagementRate>)OfRecords : OfSums)(
            measure, s.Name, [.. all.Where(r => place.Segment[r] == i)], [.. all.Where(r => place.Segment[r] != i)], options)).ToArray();
        var corrected = HolmCorrection.Of([.. found.Select(f => f.AgainstOthersInterval is null ? double.NaN : f.PValue)]);
        var whole = (measure.Below.IsEmpty ? (Func<EngagementMeasure, string, int[], int[], EngagementRatesOptions, EngagementRate>)OfRecords : OfSums)(measure, string.Empty, all, [], options);
        return found.Select((f, i) => f.AgainstOthersInterval is not { } ratio ? f : f with
        {
            PValue = corrected[i],
            Verdict = Verdicts.Of(new(ratio.Low - 1, ratio.High - 1), options.RatioMargin, corrected[i] <= 1 - options.Confidence),
            Detectable = DetectableEffect.Of(f.AgainstOthers!.Value, ratio, options.Confidence, options.Power),
        }).Prepend(whole with { Segment = null, AgainstAll = null, AgainstAllInterval = null, Verdict = null });
    }

    private static EngagementRate OfRecords(EngagementMeasure measure, string name, int[] rows, int[] others, EngagementRatesOptions options)
    {
        var (did, n) = (rows.Count(r => measure.Above[r] > 0), rows.Length);
        var (othersDid, m) = (others.Count(r => measure.Above[r] > 0), others.Length);
        var rate = new EngagementRate(measure.Name, name, n, n == 0 ? null : (double)did / n, ProportionInterval.Wilson(did, n, options.Confidence), true, null, null, null, null, 1, OutcomeVerdict.Inconclusive, double.NaN);
        if (n == 0 || m == 0 || othersDid == 0) return rate;
        var (ratio, interval) = ProportionEffect.RiskRatio(did, n, othersDid, m, options.Confidence);
        var share = (double)n / (n + m);
        return rate with
        {
            AgainstOthers = ratio,
            AgainstOthersInterval = interval,
            AgainstAll = Whole(ratio, share),
            AgainstAllInterval = new(Whole(interval.Low, share), Whole(interval.High, share)),
            PValue = ProportionContrast.Of([ProportionCell.Of(1, did, n), ProportionCell.Of(-1, othersDid, m)], options.Confidence).PValue,
        };
    }

    // The full rate is share · rate + (1 - share) · others: a ratio to the others is one to the whole, and grows with it.
    private static double Whole(double ratio, double share) => double.IsPositiveInfinity(ratio) ? 1 / share : ratio / ((share * ratio) + 1 - share);

    private static EngagementRate OfSums(EngagementMeasure measure, string name, int[] rows, int[] others, EngagementRatesOptions options)
    {
        var rate = new EngagementRate(measure.Name, name, rows.Length, null, null, measure.IsShare, null, null, null, null, 1, OutcomeVerdict.Inconclusive, double.NaN);
        if (rows.Length == 0) return rate;
        int[] all = [.. rows, .. others];
        var point = Sums(null);
        rate = rate with { Rate = point.Rate, AgainstOthers = others.Length == 0 ? null : point.Rate / point.Others, AgainstAll = others.Length == 0 ? null : point.Rate / point.All };
        if (rows.Length < options.FewestRecords) return rate;
        var draws = Bootstrap.Run(all.Length, options.Resamples, options.Seed, Sums);
        rate = rate with { Interval = Percentile(d => d.Rate) };
        if (others.Length < options.FewestRecords || !(point.Others > 0)) return rate;
        var (below, above) = (draws.Count(d => d.Rate <= d.Others), draws.Count(d => d.Rate >= d.Others));
        return rate with
        {
            AgainstOthersInterval = Percentile(d => d.Rate / d.Others),
            AgainstAllInterval = Percentile(d => d.Rate / d.All),
            PValue = Math.Min(1, 2 * (Math.Min(below, above) + 1.0) / (draws.Length + 1)),
        };

        Interval Percentile(Func<(double Rate, double Others, double All), double> of) => Bootstrap.PercentileInterval([.. draws.Select(of)], options.Confidence);

        (double Rate, double Others, double All) Sums(int[]? times)
        {
            var (own, ownBy, rest, restBy) = (0d, 0d, 0d, 0d);
            for (var i = 0; i < all.Length; i++)
            {
                var drawn = times?[i] ?? 1;
                if (i < rows.Length) (own, ownBy) = (own + (drawn * measure.Above[all[i]]), ownBy + (drawn * measure.Below[all[i]]));
                else (rest, restBy) = (rest + (drawn * measure.Above[all[i]]), restBy + (drawn * measure.Below[all[i]]));
            }

            return (own / ownBy, rest / restBy, (own + rest) / (ownBy + restBy));
        }
    }
}
