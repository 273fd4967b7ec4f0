using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The files that were written of the saved views.</summary>
public sealed record SavedViewFiles : Result
{
    /// <inheritdoc/>
    public override string ResultName => "saved-view-files";

    /// <summary>Gets the folder as it was given.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets what was written, in the framework's order.</summary>
    public required ImmutableArray<SavedViewFile> Files { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "saved views as CSV",
        Column.Of("view", Files.Select(f => f.View)),
        Column.Of("file", Files.Select(f => f.File)),
        Column.Of("rows", Files.Select(f => f.Rows)),
        Column.Of("open for a blank, not in it", Files.Select(f => f.Unknown)));

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => $"{base.ToString(options)}Written to {Folder}.\n";
}
