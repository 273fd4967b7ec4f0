using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>What a test batch says about the providers and about the coverage of the whole base.</summary>
public sealed record TestBatchResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "test-batch-result";

    /// <summary>Gets the batch.</summary>
    public required TestBatch Batch { get; init; }

    /// <summary>Gets each provider's match rate in the batch, and that of all together under the name <c>any provider</c>, last.</summary>
    public required ImmutableArray<BatchMatch> Matches { get; init; }

    /// <summary>Gets each field's projection.</summary>
    public required ImmutableArray<BatchProjection> Projections { get; init; }

    /// <summary>Gets the warnings: a batch below the playbook's size, fields whose target it cannot certify.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Gets the providers' match rates with their intervals.</summary>
    public Table MatchTable => new(
        "match rates in the test batch",
        Column.Of("provider", Matches.Select(m => m.Provider)),
        Column.Of("asked", Matches.Select(m => m.Asked)),
        Column.Of("known", Matches.Select(m => m.Known)),
        Column.Of("match rate", Matches.Select(m => m.Rate), NumberFormat.Share),
        Column.Of("from", Matches.Select(m => m.Interval.Low), NumberFormat.Share),
        Column.Of("to", Matches.Select(m => m.Interval.High), NumberFormat.Share));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Invariant($"what a test batch of {Batch.Ids.Length:#,0} says about all {Batch.Population:#,0} {SnakeName.Words(Batch.Records)}"),
        Column.Of("field", Projections.Select(p => EnrichmentResult.Words(SnakeName.Of(p.Field)))),
        Column.Of("blank in batch", Projections.Select(p => p.BlankInBatch)),
        Column.Of("fillable", Projections.Select(p => p.Fillable)),
        Column.Of("fill rate", Projections.Select(p => p.FillRate), NumberFormat.Share),
        Column.Of("coverage now", Projections.Select(p => p.CoverageNow), NumberFormat.Share),
        Column.Of("projected", Projections.Select(p => p.Projected), NumberFormat.Share),
        Column.Of("from", Projections.Select(p => p.ProjectedInterval.Low), NumberFormat.Share),
        Column.Of("to", Projections.Select(p => p.ProjectedInterval.High), NumberFormat.Share),
        Column.Of("target", Projections.Select(p => p.Target), NumberFormat.Share),
        Column.Of("verdict", Projections.Select(p => Words(p.Verdict))),
        Column.Of("batch that would certify", Projections.Select(p => (double?)p.SizeToCertify)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Warnings;

    private static string Words(BatchVerdict verdict) => verdict switch
    {
        BatchVerdict.MetAlready => "met already",
        BatchVerdict.Certified => "certified",
        BatchVerdict.NotReached => "not reached",
        _ => "too small to tell",
    };
}
