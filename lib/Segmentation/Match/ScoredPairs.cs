using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>The candidate pairs whose weight reaches a bound, sorted by left row, then right row.</summary>
public sealed record ScoredPairs : Result
{
    /// <inheritdoc/>
    public override string ResultName => "scored-pairs";

    /// <summary>Gets the records the rows point at.</summary>
    public required MatchRecords Records { get; init; }

    /// <summary>Gets the zero-based row of the first record of each pair; smaller than the row in <see cref="Right"/>.</summary>
    public required ImmutableArray<int> Left { get; init; }

    /// <summary>Gets the zero-based row of the second record of each pair.</summary>
    public required ImmutableArray<int> Right { get; init; }

    /// <summary>Gets the total match weight of each pair, the prior's included.</summary>
    public required ImmutableArray<double> Weight { get; init; }

    /// <summary>Gets the levels of each pair: comparison i in bits 4i … 4i + 3.</summary>
    public required ImmutableArray<ulong> Levels { get; init; }

    /// <summary>Gets the number of candidate pairs compared, those below the bound included.</summary>
    public required long Candidates { get; init; }

    /// <summary>Gets the bound on the weight; itself included.</summary>
    public required double LowestWeight { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "pairs",
        Column.Of("left", Left.Select(r => Records.Ids[r])),
        Column.Of("right", Right.Select(r => Records.Ids[r])),
        Column.Of("weight", Weight, NumberFormat.Score),
        Column.Of("probability", Weight.Select(MatchParameters.Probability), NumberFormat.Share));
}
