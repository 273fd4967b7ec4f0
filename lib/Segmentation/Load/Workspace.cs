using System.Collections.Immutable;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>A folder of exports: which file is what, which column plays which role, how sure that is, and the dates that analyses hang on.</summary>
public sealed record Workspace : Result
{
    /// <inheritdoc/>
    public override string ResultName => "workspace";

    /// <summary>Gets the folder as it was given.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the date on which the exports are looked at: ages and staleness count back from it.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets where <see cref="AsOf"/> comes from.</summary>
    public required string AsOfReason { get; init; }

    /// <summary>Gets when the segmentation went live; null where it has not.</summary>
    public DateTime? Launch { get; init; }

    /// <summary>Gets the currency of the amounts as an ISO code; null where the exports do not say.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the limits in force.</summary>
    public PlaybookLimits Limits { get; init; } = PlaybookLimits.Default;

    /// <summary>Gets the exports, in file-name order.</summary>
    public required ImmutableArray<Export> Exports { get; init; }

    /// <summary>Gets the accounts.</summary>
    public Export Accounts => Find(EntityKind.Accounts) ?? throw new NotImplementedException();

    /// <summary>Gets the annual recurring revenue of each account, aligned with the rows of <see cref="Accounts"/>; null where the exports hold none.</summary>
    public NumberColumn? AccountArr { get; init; }

    /// <summary>Gets where <see cref="AccountArr"/> comes from, in words; null where there is none.</summary>
    public string? AccountArrSource { get; init; }

    /// <summary>Returns the export of a kind, or null where there is none.</summary>
    /// <param name="kind">The kind; for <see cref="EntityKind.Enrichment"/> the first.</param>
    public Export? Find(EntityKind kind) => Exports.FirstOrDefault(e => e.Kind == kind);

    /// <summary>Reads a folder of exports.</summary>
    /// <param name="folder">The folder.</param>
    public static Workspace Open(string folder) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "workspace",
        Column.Of("file", Exports.Select(e => e.File)),
        Column.Of("holds", Exports.Select(e => e.Kind.ToString())),
        Column.Of("confidence", Exports.Select(e => e.Confidence), NumberFormat.Share),
        Column.Of("rows", Exports.Select(e => e.Table.RowCount)),
        Column.Of("why", Exports.Select(e => e.Reason)));
}
