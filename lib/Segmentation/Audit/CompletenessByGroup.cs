using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>How complete the framework's fields are by segment, owner or creation month: an average can hide a hole.</summary>
public sealed record CompletenessByGroup : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => $"completeness-by-{By}";

    /// <summary>Gets what the records are grouped by: <c>segment</c>, <c>owner</c> or <c>month</c> (of creation).</summary>
    public required string By { get; init; }

    /// <summary>Gets the fields, accounts' first; one column of the table each.</summary>
    public required ImmutableArray<string> Fields { get; init; }

    /// <summary>Gets the groups: accounts first; segments and owners by falling size, months in order. Groups past the options' limit are added up in one.</summary>
    public required ImmutableArray<CompletenessGroup> Groups { get; init; }

    /// <summary>Gets whether the groups are named after persons.</summary>
    public required bool IsPersonal { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"valid share of each field by {By}",
        [
            Column.Of("table", Groups.Select(g => Phrase.Name(g.Table))),
            Column.Of(By, Groups.Select(g => g.Group)).AsPersonal(IsPersonal),
            Column.Of("records", Groups.Select(g => g.Records)),
            Column.Of("total ARR", Groups.Select(g => g.Arr), NumberFormat.Money),
            .. Fields.Select((field, i) => Column.Of(field, Groups.Select(g => g.Share(i)), NumberFormat.Share)),
        ]);
}
