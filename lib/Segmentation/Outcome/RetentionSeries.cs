using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>GRR and NRR of each segment along the months or quarters after the cohort's start.</summary>
public sealed record RetentionSeries : Result
{
    /// <inheritdoc/>
    public override string ResultName => Period == RetentionPeriod.Month ? "retention-by-month" : "retention-by-quarter";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the length of a period.</summary>
    public required RetentionPeriod Period { get; init; }

    /// <summary>Gets why there is nothing to show; null where there is something.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the points, segment after segment in the order of <see cref="RetentionResult.Segments"/>, each in the order of time; empty where there is a <see cref="Reason"/>.</summary>
    public ImmutableArray<RetentionPoint> Points { get; init; } = [];

    /// <summary>Returns one row a segment and period: since the start GRR, NRR with intervals and logo churn; in the period GRR, NRR, logo churn.</summary>
    public override Table ToTable() => new(
        $"retention by {Dimension} along the {(Period == RetentionPeriod.Month ? "months" : "quarters")}",
        Column.Of("segment", Points.Select(p => p.Segment)),
        Column.Of("until", Points.Select(p => (DateTime?)p.Until)),
        Column.Of("months since", Points.Select(p => (double)p.Months)),
        Column.Of("accounts at the start", Points.Select(p => p.Since.Accounts)),
        Column.Of("GRR", Points.Select(p => p.Since.GrossRetention), NumberFormat.Share),
        Column.Of("GRR from", Points.Select(p => p.Gross?.Low), NumberFormat.Share),
        Column.Of("GRR to", Points.Select(p => p.Gross?.High), NumberFormat.Share),
        Column.Of("NRR", Points.Select(p => p.Since.NetRetention), NumberFormat.Share),
        Column.Of("NRR from", Points.Select(p => p.Net?.Low), NumberFormat.Share),
        Column.Of("NRR to", Points.Select(p => p.Net?.High), NumberFormat.Share),
        Column.Of("logo churn", Points.Select(p => p.Since.LogoChurn), NumberFormat.Share),
        Column.Of("GRR in the period", Points.Select(p => p.InPeriod.GrossRetention), NumberFormat.Share),
        Column.Of("NRR in the period", Points.Select(p => p.InPeriod.NetRetention), NumberFormat.Share),
        Column.Of("logo churn in the period", Points.Select(p => p.InPeriod.LogoChurn), NumberFormat.Share));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => Reason is null ? [] : [$"No series: {Reason}"];

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Reason is not null) yield break;
        yield return $"Accounts are those that paid on {DateColumn.Show(Cohort.Start)}, in the segment that they had then; accounts that came later have none and are left out. Since the start: every account of the cohort. In the period: those that paid at its beginning.";
        foreach (var line in SegmentComparisonWords.Timing(Cohort, Cohort.In(Dimension).Dimension)) yield return line;
        if (Cohort.Launch is { } launch && launch > Cohort.Start.AddDays(1))
            yield return $"The launch, {DateColumn.Show(launch)}, lies within: the accounts are those of before it, so that both sides are of the same accounts.";
        else
            yield return "Months before the start are not shown: all these accounts paid at the start, so that none can have left before. To see before and after a launch, start the cohort earlier.";
    }
}
