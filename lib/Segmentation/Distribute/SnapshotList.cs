using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The snapshots of a file, the earliest first; of one date in the order in which they were first saved.</summary>
public sealed record SnapshotList : Result
{
    /// <inheritdoc/>
    public override string ResultName => "snapshots";

    /// <summary>Gets the snapshots.</summary>
    public required ImmutableArray<SnapshotEntry> Items { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "snapshots",
        Column.Of("as of", Items.Select(i => (DateTime?)i.AsOf)),
        Column.Of("version", Items.Select(i => i.Version)),
        Column.Of("accounts", Items.Select(i => (double?)i.Accounts), NumberFormat.Count),
        Column.Of("contacts", Items.Select(i => (double?)i.Contacts), NumberFormat.Count),
        Column.Of("dimensions", Items.Select(i => (double)i.Dimensions)),
        Column.Of("segments", Items.Select(i => (double)i.Segments)),
        Column.Of("unassigned somewhere", Items.Select(i => i.Unassigned)),
        Column.Of("checks", Items.Select(i => (double)i.Checks)),
        Column.Of("checks failing", Items.Select(i => (double)i.ChecksFailing)));
}
