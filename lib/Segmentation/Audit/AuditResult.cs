using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>The audit of a workspace: one property a section, and everything found in one list.</summary>
public sealed record AuditResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "audit";

    /// <summary>Gets the options that the audit ran with.</summary>
    public required AuditOptions Options { get; init; }

    /// <summary>Gets the first figures for a kickoff.</summary>
    public required AuditSummary Summary { get; init; }

    /// <summary>Gets everything found, the most severe first.</summary>
    public required AuditFindings Findings { get; init; }

    /// <summary>Gets every field with what it holds.</summary>
    public required FieldInventory Inventory { get; init; }

    /// <summary>Gets the completeness of the framework's fields against the playbook's limits.</summary>
    public required CompletenessScorecard Scorecard { get; init; }

    /// <summary>Gets the completeness by existing segment.</summary>
    public required CompletenessByGroup CompletenessBySegment { get; init; }

    /// <summary>Gets the completeness by owner.</summary>
    public required CompletenessByGroup CompletenessByOwner { get; init; }

    /// <summary>Gets the completeness by month of creation.</summary>
    public required CompletenessByGroup CompletenessByMonth { get; init; }

    /// <summary>Gets how many records carry all needed fields, and which to fill next.</summary>
    public required ReadinessResult Readiness { get; init; }

    /// <summary>Gets how old the records are and how fast they go quiet.</summary>
    public required FreshnessResult Freshness { get; init; }

    /// <summary>Gets the values and records that cannot be right.</summary>
    public required ValidityResult Validity { get; init; }

    /// <summary>Gets the duplicate accounts and contacts.</summary>
    public required DuplicatesResult Duplicates { get; init; }

    /// <summary>Gets the records that belong to nothing.</summary>
    public required OrphansResult Orphans { get; init; }

    /// <summary>Gets the values that are written in several ways, and what leaks out of a segment for it.</summary>
    public required VariantsResult Variants { get; init; }

    /// <summary>Gets the segment-like fields that exist, their values and how balanced they are.</summary>
    public required ExistingSegmentationResult ExistingSegmentation { get; init; }

    /// <summary>Gets what a segmentation needs against what the exports have.</summary>
    public required DataRequirementsResult Requirements { get; init; }

    /// <summary>Gets approach, hours, start gate and fit, with the rule that gave each.</summary>
    public required ScopingResult Scoping { get; init; }

    /// <summary>Gets the number of findings of each severity, critical first.</summary>
    public ImmutableArray<SeverityCount> CountBySeverity => Findings.CountBySeverity;

    /// <inheritdoc/>
    public override Table ToTable() => Findings.ToTable();
}
