using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Values and records that cannot be right. A check that found nothing is a row too: it says that somebody looked.</summary>
public sealed record ValidityResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "validity";

    /// <summary>Gets one row a check and export.</summary>
    public required ImmutableArray<ValidityCheck> Checks { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "values and records that cannot be right",
        Column.Of("table", Checks.Select(c => Phrase.Name(c.Table))),
        Column.Of("check", Checks.Select(c => c.Check)),
        Column.Of("field", Checks.Select(c => c.Field)),
        Column.Of("checked", Checks.Select(c => c.Checked)),
        Column.Of("found", Checks.Select(c => c.Finding.Count)),
        Column.Of("share", Checks.Select(c => c.Finding.Share), NumberFormat.Share),
        Column.Of("ARR at stake", Checks.Select(c => c.Finding.ArrAtStake), NumberFormat.Money),
        Column.Of("severity", Checks.Select(c => c.Finding.Count == 0 ? null : c.Finding.Severity.ToString().ToLowerInvariant())));
}
