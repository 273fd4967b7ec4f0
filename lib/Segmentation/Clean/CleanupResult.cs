using System.Collections.Immutable;
using Segmentation.Enrich;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Merge;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>The clean workspace, how each step came to it, what undoes it, and what the next run has to remember.</summary>
public sealed record CleanupResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "cleanup";

    /// <summary>Gets the workspace before the first step.</summary>
    public required Workspace Before { get; init; }

    /// <summary>Gets the clean workspace.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets the decisions that were replayed.</summary>
    public required CleanupDecisions Decisions { get; init; }

    /// <summary>Gets the decisions with what this run remembers: those of the next run.</summary>
    public required CleanupDecisions Next { get; init; }

    /// <summary>Gets the options of the steps.</summary>
    public required CleanupOptions Options { get; init; }

    /// <summary>Gets every step in order, also those that had nothing to do.</summary>
    public required ImmutableArray<CleanupStep> Steps { get; init; }

    /// <summary>Gets the enrichment of the accounts; null where there was nothing to enrich or to enrich from.</summary>
    public required EnrichmentResult? AccountEnrichment { get; init; }

    /// <summary>Gets the enrichment of the contacts; null where there was nothing to enrich or to enrich from.</summary>
    public required EnrichmentResult? ContactEnrichment { get; init; }

    /// <summary>Gets the orphan contacts attached; null where there was nothing to attach them to.</summary>
    public required OrphanAttachmentResult? Orphans { get; init; }

    /// <summary>Gets the currencies brought to ISO codes.</summary>
    public required CurrencyResult Currency { get; init; }

    /// <summary>Gets the picklists brought to their lists.</summary>
    public required PicklistResult Picklists { get; init; }

    /// <summary>Gets countries, states and regions.</summary>
    public required CountryResult Countries { get; init; }

    /// <summary>Gets the job titles read; null without contacts.</summary>
    public required TitleStandardizationResult? Titles { get; init; }

    /// <summary>Gets how often the title rules are right on the titles that a person has labelled; null without labels.</summary>
    public TitlePrecisionResult? TitlePrecision => Decisions.TitleLabels is { } labels ? Standardize.TitlePrecision.Measure(labels, Decisions.Titles, Before.Limits) : null;

    /// <summary>Gets names, emails, domains and phones brought to one form; null without accounts and contacts.</summary>
    public required IdentityResult? Identity { get; init; }

    /// <summary>Gets which accounts are one; null without accounts.</summary>
    public required MatchResult? AccountMatch { get; init; }

    /// <summary>Gets which contacts are one; null without contacts.</summary>
    public required MatchResult? ContactMatch { get; init; }

    /// <summary>Gets the merge; null without accounts and contacts.</summary>
    public required MergeResult? Merge { get; init; }

    /// <summary>Gets the size bands and ARR tiers of the clean accounts; null without accounts.</summary>
    public required BandResult? Bands { get; init; }

    /// <summary>Gets every change of every step, in the order they were made.</summary>
    public ImmutableArray<TableChange> Changes => [.. Steps.SelectMany(s => s.Changes)];

    /// <summary>Gets the records of each export before and after: before is after and those merged away, always.</summary>
    public Table Records => new(
        "records before and after",
        Column.Of("file", Before.Exports.Select(e => e.File)),
        Column.Of("holds", Before.Exports.Select(e => SnakeName.Words(e.Kind))),
        Column.Of("before", Before.Exports.Select(e => e.Table.RowCount)),
        Column.Of("merged away", Before.Exports.Select(e => Changes.Where(c => c.Table == e.Table.Name).Sum(c => c.RemovedRows.Length))),
        Column.Of("after", Workspace.Exports.Select(e => e.Table.RowCount)));

    /// <summary>Returns what turns <see cref="Workspace"/> back into <see cref="Before"/>.</summary>
    public CleanupUndo ToUndo() => CleanupUndo.Of(Before, Changes);

    /// <summary>Returns the workspace before the clean-up, made from the clean one and the changes alone.</summary>
    public Workspace Undo() => ToUndo().Apply(Workspace);

    /// <summary>Audits both workspaces and puts every quality figure side by side.</summary>
    public BeforeAfter BeforeAfter() => Clean.BeforeAfter.Of(Before, Workspace, Options.Audit);

    /// <summary>Returns which values moved to which, over all steps.</summary>
    public ValuesMoved ValuesMoved() => Clean.ValuesMoved.Of(Before, Changes);

    /// <summary>Writes the clean workspace, what undoes it, and below <c>decisions/</c> the decisions with this run's memory: the next run is
    /// <see cref="Cleanup.Run"/> on next month's exports with <see cref="CleanupDecisions.Load"/> of that folder.</summary>
    /// <param name="folder">The folder, such as <c>out/clean</c>.</param>
    /// <exception cref="WorkspaceException">The folder is that of the exports, or holds what the clean-up did not write, or what someone changed since.</exception>
    public CleanFolder WriteTo(string folder) => CleanFolder.Write(Workspace, folder, ToUndo(), Next.Write().ToImmutableSortedDictionary(f => $"decisions/{f.Key}", f => f.Value, StringComparer.Ordinal));

    /// <summary>Returns one row a step: cells changed, records merged away, columns added, and why it had nothing to do.</summary>
    public override Table ToTable() => new(
        "clean-up",
        Column.Of("step", Steps.Select(s => s.Name)),
        Column.Of("cells changed", Steps.Select(s => s.Cells)),
        Column.Of("records merged away", Steps.Select(s => s.Rows)),
        Column.Of("columns added", Steps.Select(s => string.Join(", ", s.Changes.SelectMany(c => c.AddedColumns)))),
        Column.Of("nothing to do, because", Steps.Select(s => s.Note)));
}
