using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Churn and retention by the segments of the start and by today's, side by side.</summary>
public sealed record SegmentBiasResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "segment-bias";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the segments, then Unassigned and Excluded where either has such accounts; empty where there is no cohort.</summary>
    public ImmutableArray<SegmentBiasRow> Segments { get; init; } = [];

    /// <summary>Gets the accounts that are elsewhere today than at the start.</summary>
    public int Moved { get; init; }

    /// <summary>Gets what those paid at the start.</summary>
    public double MovedArr { get; init; }

    /// <summary>Gets those of them that churned.</summary>
    public int MovedChurned { get; init; }

    /// <summary>Gets the fields of the dimension whose values at the start are not known, so that today's stand for them on both sides.</summary>
    public ImmutableArray<string> KnownTodayOnly { get; init; } = [];

    /// <summary>Gets the segment whose churn rate today's segments change most; null where none has two rates.</summary>
    public SegmentBiasRow? Worst => Segments.Where(s => !s.IsApart && s.Bias is not null).MaxBy(s => Math.Abs(s.Bias!.Value));

    /// <summary>Gets whether today's framework has no such dimension any more.</summary>
    internal bool NotToday { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"churn by {Dimension}: segments of the start and of today",
        Column.Of("segment", Segments.Select(s => s.Segment)),
        Column.Of("accounts", Segments.Select(s => s.Then.Accounts)),
        Column.Of("churned", Segments.Select(s => s.Then.Churned)),
        Column.Of("churn", Segments.Select(s => s.Then.Rate), NumberFormat.Share),
        Column.Of("from", Segments.Select(s => s.Then.Interval?.Low), NumberFormat.Share),
        Column.Of("to", Segments.Select(s => s.Then.Interval?.High), NumberFormat.Share),
        Column.Of("ARR retention", Segments.Select(s => s.Then.Retention), NumberFormat.Share),
        Column.Of("accounts, today's segment", Segments.Select(s => s.Today.Accounts)),
        Column.Of("churned, today's segment", Segments.Select(s => s.Today.Churned)),
        Column.Of("churn, today's segment", Segments.Select(s => s.Today.Rate), NumberFormat.Share),
        Column.Of("ARR retention, today's segment", Segments.Select(s => s.Today.Retention), NumberFormat.Share),
        Column.Of("bias of churn, points", Segments.Select(s => s.Bias * 100), NumberFormat.Score),
        Column.Of("bias of retention, points", Segments.Select(s => s.RetentionBias * 100), NumberFormat.Score));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Cohort.Reason is not null || NotToday)
        {
            yield return $"Nothing to compare: {Cohort.Reason ?? $"today's framework has no dimension '{Dimension}'."}";
            yield break;
        }

        yield return $"{options.Count(Moved)} of {options.Count(Cohort.Count)} accounts, which paid {OutcomeCohorts.Money(options, Moved, MovedArr)} at the start, are elsewhere today than on {DateColumn.Show(Cohort.Start)}; {options.Count(MovedChurned)} of them churned.";
        if (!Cohort.IsClosed) yield return $"The window closes on {DateColumn.Show(Cohort.End)}: rates are not known yet.";
        else if (Worst is { } worst) yield return worst.Bias == 0
            ? "Today's segments give every segment the same churn."
            : string.Create(CultureInfo.InvariantCulture, $"Today's segments would show {Phrase.Share(worst.Today.Rate!.Value)} churn in {worst.Segment} where it was {Phrase.Share(worst.Then.Rate!.Value, worst.Then.Interval!.Value)}: {worst.Bias * 100:+0.0;-0.0} points of bias.");
        if (Segments.FirstOrDefault(s => s is { Segment: DimensionAssignment.Excluded, Today.Accounts: > 0 }) is { } excluded)
            yield return $"{options.Count(excluded.Today.Accounts)} of them stand under Excluded today, {options.Count(excluded.Today.Churned)} of the {options.Count(Cohort.Churned.Count(c => c))} that churned: whoever left is no customer any more.";
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Cohort.Reason is not null || NotToday) yield break;
        yield return "Churn: accounts that paid at the start and nothing at a month's end in the window. ARR retention: what they pay at the end over what they paid at the start (NRR, endpoint form). Intervals: Wilson, 95%.";
        if (Cohort.Source == Outcome.SegmentSource.Today) yield return "The cohort itself was taken with today's segments: both sides are the same.";
        if (!KnownTodayOnly.IsEmpty) yield return $"{string.Join(", ", KnownTodayOnly)}: known as of today only, so that both sides use today's value, and what happened may have made the segment.";
    }
}
