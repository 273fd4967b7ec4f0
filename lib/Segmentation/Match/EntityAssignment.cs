using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>Which records are one: every row of an export belongs to exactly one entity, a row without duplicates to one of its own.</summary>
public sealed record EntityAssignment : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"{(Kind == EntityKind.Accounts ? "account" : "contact")}-entities";

    /// <summary>Gets what the records are: accounts or contacts.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Gets the id of each record; length n, aligned with the export's rows. As <see cref="MatchRecords.Ids"/>.</summary>
    public required ImmutableArray<string> RecordIds { get; init; }

    /// <summary>Gets the zero-based entity of each record; length n, in [0, number of entities), numbered by first appearance.</summary>
    public required ImmutableArray<int> Entity { get; init; }

    /// <summary>Gets the id of each entity; unique, the same from run to run.</summary>
    public required ImmutableArray<string> EntityIds { get; init; }

    /// <summary>Returns the zero-based rows of each entity, ascending; entities in order.</summary>
    public ImmutableArray<ImmutableArray<int>> Rows()
    {
        var rows = new ImmutableArray<int>.Builder?[EntityIds.Length];
        for (var row = 0; row < Entity.Length; row++) (rows[Entity[row]] ??= ImmutableArray.CreateBuilder<int>(1)).Add(row);
        return [.. rows.Select(r => r?.ToImmutable() ?? [])];
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "entities",
        Column.Of("record", RecordIds),
        Column.Of("entity", Entity.Select(e => EntityIds[e])));

    /// <summary>Tells whether a record has an id of its own; one without cannot be followed from run to run.</summary>
    internal bool CanBeFollowed(int row) => !IsNameOfRow(RecordIds[row], row);

    /// <summary>Tells whether an id is what a record without one is called.</summary>
    /// <param name="id">Id of the record in the row.</param>
    /// <param name="row">Zero-based row.</param>
    internal static bool IsNameOfRow(string id, int row) => id.StartsWith("row ", StringComparison.Ordinal) && id == NameOfRow(row);

    /// <summary>Returns what a record without an id is called.</summary>
    /// <param name="row">Zero-based row.</param>
    internal static string NameOfRow(int row) => System.FormattableString.Invariant($"row {row + 1}");
}
