using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>What a hand check of segments found, with what its size lets one say.</summary>
public sealed record AccuracyAuditResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "accuracy-audit-result";

    /// <summary>Gets the options.</summary>
    public required AccuracyAuditOptions Options { get; init; }

    /// <summary>Gets what was checked: accounts or contacts.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets, per dimension, all segments together, then each segment.</summary>
    public required ImmutableArray<AccuracyAuditSegment> Segments { get; init; }

    /// <summary>Gets the segments that are taken for one another, the most often first.</summary>
    public required ImmutableArray<AccuracyAuditConfusion> Confusions { get; init; }

    /// <summary>Gets the rows without an answer: in no share.</summary>
    public required int Open { get; init; }

    /// <summary>Gets the rows that cannot be used, with their lines: in no share.</summary>
    public required ImmutableArray<AccuracyAuditFault> Faults { get; init; }

    /// <summary>Gets the segments that are taken for one another: dimension, assigned, correct, records.</summary>
    public Table Confused => new(
        "segments taken for one another",
        Column.Of("dimension", Confusions.Select(c => c.Dimension)),
        Column.Of("assigned", Confusions.Select(c => c.Assigned)),
        Column.Of("correct", Confusions.Select(c => c.Correct)),
        Column.Of("records", Confusions.Select(c => c.Records)));

    /// <summary>Gets the rows that cannot be used: file, line, what is wrong.</summary>
    public Table Findings => new(
        "rows that cannot be used",
        Column.Of("file", Faults.Select(f => f.File)),
        Column.Of("line", Faults.Select(f => (double?)f.Line)),
        Column.Of("finding", Faults.Select(f => f.What)).AsPersonal());

    /// <summary>Returns one row a dimension and segment: records, checked, right, accuracy with its interval, and whether more than the limit is wrong.</summary>
    public override Table ToTable() => new(
        "accuracy",
        Column.Of("dimension", Segments.Select(s => s.Dimension)),
        Column.Of("segment", Segments.Select(s => s.Segment ?? "all")),
        Column.Of("records", Segments.Select(s => s.Records)),
        Column.Of("checked", Segments.Select(s => s.Checked)),
        Column.Of("wrong", Segments.Select(s => s.Checked - s.Right)),
        Column.Of("accuracy", Segments.Select(s => s.Accuracy), NumberFormat.Share),
        Column.Of("from", Segments.Select(s => s.Interval.Low), NumberFormat.Share),
        Column.Of("to", Segments.Select(s => s.Interval.High), NumberFormat.Share),
        Column.Of("flag", Segments.Select(Flag)));

    /// <summary>Tells whether more of a segment is wrong than the limit allows; exactly the limit is not more.</summary>
    /// <param name="segment">The segment.</param>
    public bool IsFlagged(AccuracyAuditSegment segment) => segment is { Wrong: { } wrong } && wrong > Options.Wrong + Tolerance;

    // What one and a share that is no binary fraction lose.
    private const double Tolerance = 1e-9;

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var all in Segments.Where(s => s.Segment is null))
        {
            yield return all.Accuracy is not { } accuracy
                ? $"{all.Dimension}: nothing was checked."
                : $"{all.Dimension}: {Phrase.Share(accuracy, all.Interval)} are in the right segment; {options.Count(all.Checked)} were checked, {options.Count(all.Checked - all.Right)} of them wrong. {Against(all)}";
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Open > 0) yield return $"{Phrase.Count(Open, "row")} without an answer, in no share.";
        if (Faults.Length > 0) yield return $"{Phrase.Count(Faults.Length, "row")} cannot be used and {(Faults.Length == 1 ? "is" : "are")} in no share: see Findings.";
        foreach (var c in Confusions.Take(1)) yield return $"Most often {c.Assigned} was given where {c.Correct} is right ({c.Dimension}): {options.Count(c.Records)}.";
        yield return $"Accuracy weighs each checked record by the records it was drawn to stand for; {Options.Confidence * 100:0.#}% intervals: Wilson at the effective size of the sample, less what was looked at of a finite segment.";
    }

    private string Flag(AccuracyAuditSegment segment) => segment.Accuracy is null ? "not checked"
        : IsFlagged(segment) ? $"more than {Phrase.Share(Options.Wrong)} wrong" : "none";

    private string Against(AccuracyAuditSegment s)
    {
        var said = IsFlagged(s) ? $"More than the limit of {Phrase.Share(Options.Wrong)} are wrong" : $"That is not above the limit of {Phrase.Share(Options.Wrong)} wrong";
        return s.Interval.Contains(1 - Options.Wrong) ? $"{said}, but the interval holds the limit: so few cannot tell on which side of it all are." : $"{said}.";
    }
}
