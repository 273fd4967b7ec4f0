using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>The workspace with size bands and ARR tiers, and how many accounts are in each.</summary>
public sealed record BandResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "size-bands";

    /// <summary>Gets the workspace after the step.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed in the accounts; empty where nothing did.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets the bands in force.</summary>
    public required BandOptions Options { get; init; }

    /// <summary>Gets one row a band, also an empty one, then one a reason for being in none, field by field.</summary>
    public required ImmutableArray<BandRow> Rows { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var totals = Rows.GroupBy(r => r.Column).ToDictionary(g => g.Key, g => g.Sum(r => r.Records));
        return new(
            "size bands and ARR tiers",
            Column.Of("column", Rows.Select(r => r.Column)),
            Column.Of("from", Rows.Select(r => r.From)),
            Column.Of("band", Rows.Select(r => r.Band)),
            Column.Of("meaning", Rows.Select(r => r.Meaning)),
            Column.Of("accounts", Rows.Select(r => r.Records)),
            Column.Of("share", Rows.Select(r => totals[r.Column] == 0 ? (double?)null : (double)r.Records / totals[r.Column]), NumberFormat.Share),
            Column.Of("ARR", Rows.Select(r => r.Arr), NumberFormat.Money));
    }
}
