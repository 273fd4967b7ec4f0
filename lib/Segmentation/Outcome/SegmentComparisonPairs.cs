using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Every two segments of a dimension side by side, corrected for how many pairs there are.</summary>
public sealed record SegmentComparisonPairs : Result
{
    /// <inheritdoc/>
    public override string ResultName => "segment-comparison-pairs";

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets what is counted.</summary>
    public required SegmentComparisonMeasure Measure { get; init; }

    /// <summary>Gets one item a pair of segments that both have accounts, in the framework's order; empty while the window is open.</summary>
    public required ImmutableArray<SegmentComparisonPair> Items { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"pairs of {Dimension}",
        [
            Column.Of("segment", Items.Select(p => p.Segment)),
            Column.Of("other", Items.Select(p => p.Other)),
            .. SegmentComparisonWords.Columns([.. Items.Select(p => (SegmentComparisonRate?)p.Against)], Measure, "other's rate"),
        ]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) =>
        [FormattableString.Invariant($"p-values are corrected for the {Items.Length:#,0} pairs (Holm).")];
}
