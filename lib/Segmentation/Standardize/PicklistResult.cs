using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>The workspace with standardised picklists, and what changed.</summary>
public sealed record PicklistResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "picklists";

    /// <summary>Gets the workspace after the step.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed in each table; nothing for a table in which nothing did.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets what became of every value: applied, waiting, rejected, unmapped, not seen in the last run.</summary>
    public required PicklistProposals Proposals { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => Proposals.Summary;
}
