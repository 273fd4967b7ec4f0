using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Whether the exports are there without which most of the audit has nothing to look at.</summary>
internal sealed record ExportsPresent : AuditSection
{
    public override string ResultName => "exports-present";

    public required ImmutableArray<EntityKind> Missing { get; init; }

    public override Table ToTable() => new("missing exports", Column.Of("export", Missing.Select(Phrase.Name)));

    public static ExportsPresent Of(Workspace workspace)
    {
        ImmutableArray<EntityKind> missing = [.. new[] { EntityKind.Accounts, EntityKind.Contacts }.Where(k => workspace.Find(k) is null)];
        return new ExportsPresent
        {
            Missing = missing,
            Findings =
            [
                .. missing.Select(kind => new Finding(
                    $"missing-export-{Phrase.Name(kind)}",
                    Phrase.Name(kind),
                    kind == EntityKind.Accounts ? Severity.Critical : Severity.Warn,
                    $"No file holds {Phrase.Name(kind)}: found {(workspace.Exports.Length == 0 ? "no files" : string.Join(", ", workspace.Exports.Select(e => $"{e.File} ({Phrase.Name(e.Kind)})")))}. "
                        + "Add the export to the folder, or say in workspace.yaml which file it is.",
                    0,
                    null,
                    null,
                    null,
                    OffendingRows.None)),
            ],
        };
    }
}
