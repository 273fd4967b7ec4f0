using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>The records of one export as they are compared: one row a record, every field normalised text, null where there is nothing to compare.</summary>
public sealed record MatchRecords : Result
{
    /// <inheritdoc/>
    public override string ResultName => "match-records";

    /// <summary>Gets what the records are: accounts or contacts.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Gets the id of each record, as the export spells it, trimmed; length n, aligned with the export's rows. A record without an id
    /// is called <c>row 17</c> by its one-based data row. Not unique where the export repeats an id.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>Gets the fields compared, n rows; all <see cref="TextColumn"/>.</summary>
    public required Table Fields { get; init; }

    /// <summary>Gets what was noticed while the records were made (fields without values, records that are nobody's customer), one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Returns some of the records, in that order.</summary>
    /// <param name="rows">Zero-based rows.</param>
    internal MatchRecords Take(params ReadOnlySpan<int> rows)
    {
        var ids = ImmutableArray.CreateBuilder<string>(rows.Length);
        foreach (var row in rows) ids.Add(Ids[row]);
        return this with { Ids = ids.ToImmutable(), Fields = Fields.Take(rows) };
    }

    /// <inheritdoc/>
    public override Table ToTable() => Fields.Rename("records as they are compared");
}
