using System.Runtime.ExceptionServices;
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
        // The sections read and never write, so they run side by side; the longest come first. Which ends first changes nothing.
        DuplicatesResult duplicates = null!;
        FieldInventory inventory = null!;
        ValidityResult validity = null!;
        FreshnessResult freshness = null!;
        ReadinessResult readiness = null!;
        CompletenessScorecard scorecard = null!;
        CompletenessByGroup bySegment = null!, byOwner = null!, byMonth = null!;
        VariantsResult variants = null!;
        ExistingSegmentationResult existing = null!;
        OrphansResult orphans = null!;
        DataRequirementsResult requirements = null!;
        SideBySide(
            () => inventory = FieldInventoryAudit.Run(context),
            () => duplicates = DuplicatesAudit.Run(context),
            () => validity = ValidityAudit.Run(context),
            () => freshness = FreshnessAudit.Run(context),
            () => readiness = ReadinessAudit.Run(context),
            () => scorecard = CompletenessAudit.Run(context),
            () => existing = ExistingSegmentationAudit.Run(context, variants = VariantsAudit.Run(context)),
            () => byMonth = CompletenessBreakdown.ByMonth(context),
            () => bySegment = CompletenessBreakdown.BySegment(context),
            () => byOwner = CompletenessBreakdown.ByOwner(context),
            () => orphans = OrphansAudit.Run(context),
            () => requirements = DataRequirementsAudit.Run(context));
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

    private static void SideBySide(params Action[] sections)
    {
        try
        {
            Parallel.Invoke(sections);
        }
        catch (AggregateException several)
        {
            // The caller reads one error, as if the sections had run one after the other.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
