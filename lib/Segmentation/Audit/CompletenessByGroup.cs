using System.Collections.Immutable;
using Segmentation.Load;
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

    /// <summary>Returns the groups of one table's records, with the fields that table can have.</summary>
    /// <param name="kind">Accounts or contacts.</param>
    public CompletenessByGroup Of(EntityKind kind)
    {
        var groups = Groups.Where(g => g.Table == kind).ToArray();
        var fields = Enumerable.Range(0, Fields.Length).Where(i => groups.Any(g => g.Valid[i] is not null)).ToArray();
        return this with
        {
            Fields = [.. fields.Select(i => Fields[i])],
            Groups = [.. groups.Select(g => g with { Valid = [.. fields.Select(i => g.Valid[i])] })],
        };
    }

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
