using System.Collections.Immutable;
using Segmentation.Framework;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Cohorts of several windows, by segment, and what is reckoned from them.</summary>
internal sealed class LaunchEffectData(Dimension dimension, LaunchEffectOptions options, double confidence)
{
    // What is summed over the accounts of a segment and window.
    private const int Accounts = 0;
    private const int Churned = 1;
    private const int Start = 2;
    private const int Kept = 3;
    private const int End = 4;
    private const int Sums = 5;

    private readonly List<OutcomeCohort> cohorts = [];
    private readonly int segments = dimension.Segments.Length;

    private bool[] IsUntreated { get; } = [.. dimension.Segments.Select(s => options.Untreated.Any(u => u.Equals(s.Name, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Adds a cohort and returns its number.</summary>
    public int Add(OutcomeCohort cohort)
    {
        cohorts.Add(cohort);
        return cohorts.Count - 1;
    }

    /// <param name="windows">The window after, the one before it, the one before that …</param>
    /// <param name="lastYear">The windows before and after, a year earlier; empty where there are none.</param>
    /// <param name="moved">The cohort after, with the segments of the start as surely as they are known.</param>
    public LaunchEffectResult Result(ImmutableArray<int> windows, ImmutableArray<int> lastYear, OutcomeCohort moved)
    {
        var (after, before) = (windows[0], windows[1]);
        int[] all = [.. Enumerable.Range(0, segments)];
        int[] treated = [.. all.Where(s => !IsUntreated[s])];
        int[] untreated = [.. all.Where(s => IsUntreated[s])];
        var draws = Resample();
        var asked = treated.Select(s => (Of: dimension.Segments[s].Name, Segments: new[] { s }));
        if (treated.Length > 1) asked = asked.Append((untreated.Length == 0 ? LaunchEffectResult.AllSegments : LaunchEffectResult.AllTreated, treated));
        var estimates = ImmutableArray.CreateBuilder<LaunchEffectEstimate>();
        foreach (var control in Enum.GetValues<LaunchEffectControl>())
        {
            if ((control == LaunchEffectControl.Untreated && untreated.Length == 0) || (control == LaunchEffectControl.LastYear && lastYear.IsEmpty)) continue;
            foreach (var measure in Enum.GetValues<LaunchEffectMeasure>())
            {
                // Untreated segments are held against nothing but themselves: their change is what the control's is made of.
                var groups = control == LaunchEffectControl.Untreated ? asked : asked.Concat(untreated.Select(s => (dimension.Segments[s].Name, new[] { s })));
                var found = groups.Select(g => Estimate(g.Item1, measure, control, Terms(g.Item2, control), draws)).ToArray();
                estimates.AddRange(Judged(found));
            }
        }

        return new LaunchEffectResult
        {
            Dimension = dimension.Name,
            Options = options,
            Confidence = confidence,
            Segments = [.. all.Select(s => Segment(dimension.Segments[s].Name, !IsUntreated[s], [s]))],
            Overall = Segment(LaunchEffectResult.AllSegments, untreated.Length == 0, all),
            Estimates = estimates.ToImmutable(),
            Splits = [.. Enum.GetValues<LaunchEffectMeasure>().Select(m => Split(m, before, after, draws))],
            Windows = [.. Trend(windows, treated, untreated)],
            Movers = Movers(moved),
            WithoutSegment = [.. new[] { before, after }.Select(w => Rate(w, [-1]))],
            Timing = SegmentComparisonWords.Timing(cohorts[after], dimension),
        };

        LaunchEffectSegment Segment(string name, bool isTreated, int[] of) =>
            new(name, isTreated, Rate(before, of), Rate(after, of), lastYear.IsEmpty ? null : Rate(lastYear[0], of), lastYear.IsEmpty ? null : Rate(lastYear[1], of));

        ImmutableArray<(double Sign, int Window, int[] Segments)> Terms(int[] group, LaunchEffectControl control) => control switch
        {
            LaunchEffectControl.Untreated => [(1, after, group), (-1, before, group), (-1, after, untreated), (1, before, untreated)],
            LaunchEffectControl.LastYear => [(1, after, group), (-1, before, group), (-1, lastYear[1], group), (1, lastYear[0], group)],
            _ => [(1, after, group), (-1, before, group)],
        };
    }

    private LaunchEffectRate Rate(int window, int[] of)
    {
        var sums = new double[Sums];
        foreach (var row in Rows(window, of)) Count(sums, cohorts[window], row, 1);
        var (n, churned) = ((int)sums[Accounts], (int)sums[Churned]);
        return new(n, churned, ProportionInterval.Wilson(churned, n, confidence), sums[Start], sums[Kept], sums[End]);
    }

    private IEnumerable<int> Rows(int window, int[] of)
    {
        var segment = cohorts[window].In(dimension.Name).Segment;
        return Enumerable.Range(0, cohorts[window].Count).Where(r => of.Contains(segment[r]));
    }

    private static void Count(Span<double> sums, OutcomeCohort cohort, int row, int times)
    {
        var (start, end) = (cohort.ArrAtStart[row], cohort.ArrAtEnd[row]);
        sums[Accounts] += times;
        if (cohort.Churned[row]) sums[Churned] += times;
        sums[Start] += times * start;
        sums[Kept] += times * Math.Min(start, end);
        sums[End] += times * end;
    }

    private LaunchEffectEstimate Estimate(string of, LaunchEffectMeasure measure, LaunchEffectControl control, ImmutableArray<(double Sign, int Window, int[] Segments)> terms, ImmutableArray<double[]> draws)
    {
        var rows = terms.Select(t => (t.Window, Rows: Rows(t.Window, t.Segments).ToArray())).ToArray();
        var accounts = rows.SelectMany(t => t.Rows.Select(r => cohorts[t.Window].HistoryRow[r])).Distinct().Count();
        var nothing = new LaunchEffectEstimate(of, measure, control, accounts, double.NaN, new(double.NaN, double.NaN), 1, OutcomeVerdict.Inconclusive, double.NaN);
        if (rows.Any(t => t.Rows.Length == 0)) return nothing;
        if (measure == LaunchEffectMeasure.Churn)
        {
            var contrast = Contrast(terms);
            return nothing with { Estimate = contrast.Estimate, Interval = contrast.Interval, PValue = contrast.PValue };
        }

        var point = Value(Point());
        var changes = rows.SelectMany(t => t.Rows.Where(r => Changed(measure, cohorts[t.Window], r)).Select(r => cohorts[t.Window].HistoryRow[r])).Distinct().Count();
        if (changes < options.FewestChanges) return nothing with { Estimate = point };
        ImmutableArray<double> values = [.. draws.Select(Value).Where(v => !double.IsNaN(v))];
        if (values.Length < draws.Length / 2) return nothing with { Estimate = point };
        var (below, above) = (values.Count(v => v <= 0), values.Count(v => v >= 0));
        return nothing with { Estimate = point, Interval = Bootstrap.PercentileInterval(values, confidence), PValue = Math.Min(1, 2 * (Math.Min(below, above) + 1.0) / (values.Length + 1)) };

        double Value(double[] sums) => terms.Sum(t => t.Sign * Ratio(sums, t.Window, t.Segments, measure));
    }

    private ProportionContrastResult Contrast(ImmutableArray<(double Sign, int Window, int[] Segments)> terms) => ProportionContrast.Of(
        [
            .. terms.Select(t =>
            {
                var (cohort, rows) = (cohorts[t.Window], Rows(t.Window, t.Segments).ToArray());
                return ProportionCell.Of(t.Sign, [.. rows.Select(r => cohort.HistoryRow[r])], [.. rows.Select(r => cohort.Churned[r])]);
            }),
        ],
        confidence);

    /// <summary>Corrects the p-values of one family and gives the verdicts.</summary>
    private IEnumerable<LaunchEffectEstimate> Judged(LaunchEffectEstimate[] found)
    {
        var corrected = HolmCorrection.Of([.. found.Select(e => double.IsNaN(e.Interval.Low) ? double.NaN : e.PValue)]);
        for (var i = 0; i < found.Length; i++)
        {
            var e = found[i];
            if (double.IsNaN(e.Interval.Low))
            {
                yield return e;
                continue;
            }

            var margin = e.Measure == LaunchEffectMeasure.Churn ? options.Outcome.EquivalenceMargin : options.Outcome.RetentionMargin;
            yield return e with
            {
                PValue = corrected[i],
                Verdict = Verdicts.Of(e.Interval, margin, corrected[i] <= 1 - confidence),
                Detectable = DetectableEffect.Of(e.Estimate, e.Interval, confidence, options.Outcome.Power),
            };
        }
    }

    private LaunchEffectSplit Split(LaunchEffectMeasure measure, int before, int after, ImmutableArray<double[]> draws)
    {
        int[] all = [.. Enumerable.Range(0, segments)];
        var changes = new[] { before, after }.SelectMany(w => Rows(w, all).Where(r => Changed(measure, cohorts[w], r)).Select(r => cohorts[w].HistoryRow[r])).Distinct().Count();
        KitagawaResult[] drawn = changes < options.FewestChanges ? [] : [.. draws.Select(Of).Where(k => !double.IsNaN(k.Before))];
        return new(measure, Of(Point()), drawn.Length == 0 ? null : Bootstrap.PercentileInterval([.. drawn.Select(k => k.RateEffect)], confidence), drawn.Length == 0 ? null : Bootstrap.PercentileInterval([.. drawn.Select(k => k.MixEffect)], confidence));

        KitagawaResult Of(double[] sums)
        {
            var weight = measure == LaunchEffectMeasure.Churn ? Accounts : Start;
            return KitagawaDecomposition.Of(
                [.. all.Select(s => sums[Cell(before, s) + weight])],
                [.. all.Select(s => Ratio(sums, before, [s], measure))],
                [.. all.Select(s => sums[Cell(after, s) + weight])],
                [.. all.Select(s => Ratio(sums, after, [s], measure))]);
        }
    }

    private IEnumerable<LaunchEffectWindow> Trend(ImmutableArray<int> windows, int[] treated, int[] untreated)
    {
        for (var i = windows.Length - 1; i >= 0; i--)
        {
            var effect = i == windows.Length - 1 ? null : Contrast(untreated.Length == 0
                ? [(1, windows[i], treated), (-1, windows[i + 1], treated)]
                : [(1, windows[i], treated), (-1, windows[i + 1], treated), (-1, windows[i], untreated), (1, windows[i + 1], untreated)]);
            var known = effect is not null && !double.IsNaN(effect.Estimate);
            yield return new(cohorts[windows[i]].Start, cohorts[windows[i]].End, i == 0, Rate(windows[i], treated), untreated.Length == 0 ? null : Rate(windows[i], untreated),
                known ? effect!.Estimate : null, known ? effect!.Interval : null, effect?.PValue ?? 1);
        }
    }

    private LaunchEffectMovers Movers(OutcomeCohort cohort)
    {
        var (then, now) = (cohort.In(dimension.Name), cohort.AssignedToday!.Dimensions.First(d => d.Dimension.Name == dimension.Name));
        int[] rows = [.. Enumerable.Range(0, cohort.Count).Where(r => then.Segment[r] >= 0)];
        int[] stayed = [.. rows.Where(r => now.Segment[r] == then.Segment[r])];
        int[] moved = [.. rows.Where(r => now.Segment[r] >= 0 && now.Segment[r] != then.Segment[r])];
        int[] left = [.. rows.Where(r => now.Segment[r] < 0)];
        var later = cohort.Framework.Overrides.Where(o => o.Dimension == dimension.Name && o.Standing.Date?.Date > cohort.Start).Select(o => o.RecordId).ToHashSet(StringComparer.Ordinal);
        int[] overridden = [.. rows.Where(r => then.State[r] == Assign.AssignmentState.Overridden && later.Contains(cohort.Assigned!.Records.Ids[r]!))];
        var contrast = ProportionContrast.Of([ProportionCell.Of(1, Worse(moved), moved.Length), ProportionCell.Of(-1, Worse(stayed), stayed.Length)], confidence);
        return new(stayed.Length, Worse(stayed), moved.Length, Worse(moved), left.Length, Worse(left), overridden.Length, Worse(overridden), contrast.Estimate, contrast.Interval, contrast.PValue,
            contrast.PValue <= 1 - confidence || Worse(overridden) > 0);

        int Worse(int[] of) => of.Count(r => cohort.Churned[r] || cohort.ArrAtEnd[r] < cohort.ArrAtStart[r]);
    }

    private static bool Changed(LaunchEffectMeasure measure, OutcomeCohort cohort, int row) => measure switch
    {
        LaunchEffectMeasure.Churn => cohort.Churned[row],
        LaunchEffectMeasure.GrossRetention => cohort.ArrAtEnd[row] < cohort.ArrAtStart[row],
        _ => cohort.ArrAtEnd[row] != cohort.ArrAtStart[row],
    };

    private int Cell(int window, int segment) => ((window * segments) + segment) * Sums;

    private double Ratio(double[] sums, int window, int[] of, LaunchEffectMeasure measure)
    {
        var (above, below) = (0d, 0d);
        foreach (var segment in of)
        {
            var cell = Cell(window, segment);
            above += sums[cell + (measure switch { LaunchEffectMeasure.Churn => Churned, LaunchEffectMeasure.GrossRetention => Kept, _ => End })];
            below += sums[cell + (measure == LaunchEffectMeasure.Churn ? Accounts : Start)];
        }

        return below > 0 ? above / below : double.NaN;
    }

    private double[]? point;

    private double[] Point() => point ??= Summed(null, []);

    private ImmutableArray<double[]> Resample()
    {
        var places = new Dictionary<int, int>();
        foreach (var account in cohorts.SelectMany(c => c.HistoryRow)) places.TryAdd(account, places.Count);
        return places.Count == 0 ? [] : Bootstrap.Run(places.Count, options.Outcome.Resamples, options.Outcome.Seed, times => Summed(times, places));
    }

    /// <summary>Returns what every segment and window sums to, where each account counts as often as it was drawn.</summary>
    private double[] Summed(int[]? times, Dictionary<int, int> places)
    {
        var sums = new double[cohorts.Count * segments * Sums];
        for (var window = 0; window < cohorts.Count; window++)
        {
            var cohort = cohorts[window];
            var segment = cohort.In(dimension.Name).Segment;
            for (var row = 0; row < cohort.Count; row++)
            {
                var drawn = times is null ? 1 : times[places[cohort.HistoryRow[row]]];
                if (segment[row] >= 0 && drawn > 0) Count(sums.AsSpan(Cell(window, segment[row]), Sums), cohort, row, drawn);
            }
        }

        return sums;
    }
}
