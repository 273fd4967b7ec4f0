using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The answer for the meeting: churn and revenue of every segment in several windows from one start, each with interval, n and verdict.</summary>
public sealed record OutcomeReview : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outcome-review";

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the framework.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets the windows, shortest first, the one to the end of the history last. Each has the same start.</summary>
    public required ImmutableArray<OutcomePeriod> Periods { get; init; }

    /// <summary>Returns the review of a dimension.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="options">How to look; <see cref="OutcomeOptions.Default"/> where null. The windows are the framework's <see cref="Playbook.PlaybookLimits.OutcomeDaysFewest"/>, <see cref="Playbook.PlaybookLimits.OutcomeDays"/>, that of the options, and all of the history.</param>
    /// <param name="snapshots">Assignments that were kept; null where there are none.</param>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    public static OutcomeReview Of(Workspace workspace, SegmentationFramework framework, string dimension, OutcomeOptions? options = null, Snapshots? snapshots = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        options ??= OutcomeOptions.Default;
        int?[] windows = [.. new[] { framework.Limits.OutcomeDaysFewest, framework.Limits.OutcomeDays, options.WindowDays ?? framework.Limits.OutcomeDays }.Distinct().Order().Select(d => (int?)d), null];

        // Without a launch a window ends with the history; all windows start where the one asked for does.
        var start = OutcomeCohort.Take(workspace, framework, options, snapshots) is { Reason: null } asked ? asked.Start : options.Start;
        return new()
        {
            Dimension = dimension,
            Framework = framework,
            Periods =
            [
                .. windows.Select(days => OutcomeCohort.Take(workspace, framework, options with { WindowDays = days, Start = start }, snapshots))
                    .Select(cohort => new OutcomePeriod(cohort, SegmentComparison.Of(cohort, dimension), Retention.Of(cohort, dimension), ArrBridge.Of(cohort, dimension))),
            ],
        };
    }

    /// <summary>Returns one row a window and segment: accounts, churn, GRR and NRR with interval and verdict.</summary>
    public override Table ToTable()
    {
        var rows = Periods.SelectMany(p => p.Churn.Rows.Select(r => (Period: p, Row: r, Revenue: p.Retention.Segments.FirstOrDefault(s => s.Segment == r.Segment)))).ToArray();
        return new(
            $"{Dimension}: outcomes",
            Column.Of("window", rows.Select(r => r.Period.Name)),
            Column.Of("segment", rows.Select(r => r.Row.Segment)),
            Column.Of("accounts", rows.Select(r => r.Row.Accounts)),
            Column.Of("churned", rows.Select(r => (double?)r.Row.Against?.Events), NumberFormat.Count),
            Column.Of("churn", rows.Select(r => r.Row.Against?.Rate), NumberFormat.Share),
            Column.Of("from", rows.Select(r => r.Row.Against?.Rate is null ? (double?)null : r.Row.Against.RateInterval.Low), NumberFormat.Share),
            Column.Of("to", rows.Select(r => r.Row.Against?.Rate is null ? (double?)null : r.Row.Against.RateInterval.High), NumberFormat.Share),
            Column.Of("churn against the others", rows.Select(r => r.Row.Against is { } a ? SegmentComparisonWords.Verdict(a) : null)),
            Column.Of("GRR", rows.Select(r => r.Revenue?.Figures.GrossRetention), NumberFormat.Share),
            Column.Of("GRR from", rows.Select(r => Of(r.Revenue, RetentionMeasure.GrossRetention)?.Low), NumberFormat.Share),
            Column.Of("GRR to", rows.Select(r => Of(r.Revenue, RetentionMeasure.GrossRetention)?.High), NumberFormat.Share),
            Column.Of("GRR against the others", rows.Select(r => r.Revenue?.Gross is { } g ? Words(g) : null)),
            Column.Of("NRR", rows.Select(r => r.Revenue?.Figures.NetRetention), NumberFormat.Share),
            Column.Of("NRR from", rows.Select(r => Of(r.Revenue, RetentionMeasure.NetRetention)?.Low), NumberFormat.Share),
            Column.Of("NRR to", rows.Select(r => Of(r.Revenue, RetentionMeasure.NetRetention)?.High), NumberFormat.Share),
            Column.Of("NRR against the others", rows.Select(r => r.Revenue?.Net is { } n ? Words(n) : null)));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => Periods.Select(p => $"{p.Name}: {Answer(p)}");

    /// <summary>Returns what a window says, in one or two sentences.</summary>
    internal static string Answer(OutcomePeriod period)
    {
        if (period.Cohort.Reason is { } none) return none;
        if (period.Churn.Reason is { } open) return open;
        var churn = period.Churn.Rows.Where(r => r.Against is { Verdict: OutcomeVerdict.Difference }).ToArray();
        var gross = period.Retention.Segments.Where(s => s.Gross is { Verdict: OutcomeVerdict.Difference }).ToArray();
        var text = churn.Length == 0 ? "no segment churned differently from the others beyond chance"
            : string.Join("; ", churn.Select(r => $"{r.Segment} churned {Phrase.Share(r.Against!.Rate!.Value)} against {Phrase.Share(r.Against.OtherRate!.Value)} of all others"));
        return text + ". " + (gross.Length == 0 ? "Of the revenue, no segment kept a different share beyond chance."
            : $"Of the revenue, {string.Join("; ", gross.Select(s => $"{s.Segment} kept {Phrase.Share(s.Figures.GrossRetention!.Value)} against {Phrase.Share(s.Gross!.Others)} of the others"))}.");
    }

    /// <summary>Returns the verdict of a comparison of revenue, with what could have been seen.</summary>
    internal static string Words(RetentionComparison comparison) => comparison.Verdict != OutcomeVerdict.Inconclusive ? SnakeName.Words(comparison.Verdict)
        : double.IsFinite(comparison.Detectable) ? $"inconclusive (could only have seen {Phrase.Points(comparison.Detectable)} or more)" : "inconclusive (could not have seen any difference)";

    private static Interval? Of(RetentionSegment? segment, RetentionMeasure measure) => segment is null ? null : segment.IntervalOf(measure);
}
