using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>Audits a workspace: says what the exports hold and what is wrong with them, and changes nothing.</summary>
public static class DatabaseAudit
{
    /// <summary>Returns every section of the audit. An export or column that is missing is a finding, never an exception.</summary>
    /// <param name="workspace">The exports, with the as-of date and the limits in force.</param>
    /// <param name="options">What the audit looks at beyond the limits. Default <see cref="AuditOptions.Default"/>.</param>
    public static AuditResult Run(Workspace workspace, AuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var context = new AuditContext(workspace, options);
        var inventory = FieldInventoryAudit.Run(context);
        var scorecard = CompletenessAudit.Run(context);
        var bySegment = CompletenessBreakdown.BySegment(context);
        var byOwner = CompletenessBreakdown.ByOwner(context);
        var byMonth = CompletenessBreakdown.ByMonth(context);
        var readiness = ReadinessAudit.Run(context);
        var freshness = FreshnessAudit.Run(context);
        var validity = ValidityAudit.Run(context);
        var duplicates = DuplicatesAudit.Run(workspace, context.Options);
        var orphans = OrphansAudit.Run(workspace, context.Options);
        var variants = VariantsAudit.Run(workspace, context.Options);
        var existing = ExistingSegmentationAudit.Run(workspace, context.Options, variants);
        var requirements = DataRequirementsAudit.Run(context);
        var scoping = ScopingAudit.Run(context, requirements);
        var findings = AuditFindings.Of([ExportsPresent.Of(workspace), scoping, scorecard, readiness, freshness, validity, duplicates, orphans, variants, existing, requirements, bySegment, byOwner, byMonth, inventory]);
        return new AuditResult
        {
            Options = context.Options,
            Summary = AuditSummary.Of(context, findings),
            Findings = findings,
            Inventory = inventory,
            Scorecard = scorecard,
            CompletenessBySegment = bySegment,
            CompletenessByOwner = byOwner,
            CompletenessByMonth = byMonth,
            Readiness = readiness,
            Freshness = freshness,
            Validity = validity,
            Duplicates = duplicates,
            Orphans = orphans,
            Variants = variants,
            ExistingSegmentation = existing,
            Requirements = requirements,
            Scoping = scoping,
        };
    }
}
