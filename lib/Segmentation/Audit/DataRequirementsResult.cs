using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>What a segmentation needs and what the exports have: the data requirements matrix, every line ASSUMED until a meeting confirms it.</summary>
public sealed record DataRequirementsResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "data-requirements";

    /// <summary>Gets one line a field, accounts first.</summary>
    public required ImmutableArray<DataRequirement> Requirements { get; init; }

    /// <summary>Gets have against need: coverage today, with the enrichment files in hand, the target, and the records between.</summary>
    public Table Gap => new(
        "have and need",
        Column.Of("table", Requirements.Select(r => Phrase.Name(r.Table))),
        Column.Of("field", Requirements.Select(r => r.Field)),
        Column.Of("needed", Requirements.Select(r => (bool?)r.IsNeeded)),
        Column.Of("have", Requirements.Select(r => r.Coverage), NumberFormat.Share),
        Column.Of("with files in hand", Requirements.Select(r => r.CoverageWithHand), NumberFormat.Share),
        Column.Of("need", Requirements.Select(r => r.Target), NumberFormat.Share),
        Column.Of("records to target", Requirements.Select(r => r.RecordsToTarget)),
        Column.Of("files in hand fill", Requirements.Select(r => (double?)r.InHand), NumberFormat.Count));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "data requirements",
        Column.Of("table", Requirements.Select(r => Phrase.Name(r.Table))),
        Column.Of("field", Requirements.Select(r => r.Field)),
        Column.Of("dimension or purpose", Requirements.Select(r => r.Dimension is null ? r.Purpose : $"{r.Dimension}: {r.Purpose}")),
        Column.Of("source", Requirements.Select(r => r.Source ?? "no column")),
        Column.Of("coverage", Requirements.Select(r => r.Source is null ? null : r.Coverage), NumberFormat.Share),
        Column.Of("enrichment needed", Requirements.Select(r => (bool?)r.NeedsEnrichment)),
        Column.Of("suggestion", Requirements.Select(r => r.InHandFrom is null ? r.Suggestion : $"{r.InHandFrom} (in hand), then {r.Suggestion}")),
        Column.Of("status", Requirements.Select(r => r.Status)));
}
