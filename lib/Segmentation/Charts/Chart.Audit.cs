using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Playbook;

namespace Segmentation.Charts;

/// <content>Charts of the audit, one a question. They take a section's result and compute nothing but places on the page.</content>
public static partial class Chart
{
    /// <summary>Returns how complete each field of a framework is, by count and by ARR, against the playbook's target; the lowest first.</summary>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="kind">Accounts or contacts. Default accounts.</param>
    public static Figure Completeness(CompletenessScorecard scorecard, EntityKind kind = EntityKind.Accounts)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        return CompletenessFigure.Draw(scorecard, kind);
    }

    /// <summary>Returns where values are missing: each field in each segment or owner, as the share of records without a valid value.</summary>
    /// <param name="completeness">Completeness by segment or owner. Owners are hidden under mask.</param>
    /// <param name="kind">Accounts or contacts. Default accounts.</param>
    public static Figure Missingness(CompletenessByGroup completeness, EntityKind kind = EntityKind.Accounts)
    {
        ArgumentNullException.ThrowIfNull(completeness);
        return MissingnessFigure.Draw(completeness, kind);
    }

    /// <summary>Returns how complete records are by their month of creation; the field that the newest lack most stands out.</summary>
    /// <param name="completeness">Completeness by month.</param>
    /// <param name="kind">Accounts or contacts. Default accounts.</param>
    public static Figure CompletenessByMonth(CompletenessByGroup completeness, EntityKind kind = EntityKind.Accounts)
    {
        ArgumentNullException.ThrowIfNull(completeness);
        return CompletenessByMonthFigure.Draw(completeness, kind);
    }

    /// <summary>Returns how many records carry every field that a framework needs, and what filling one field after the other would bring.</summary>
    /// <param name="readiness">The readiness.</param>
    /// <param name="kind">Accounts or contacts. Default accounts.</param>
    public static Figure Readiness(ReadinessResult readiness, EntityKind kind = EntityKind.Accounts)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        return readiness.Of(kind) is { } table ? ReadinessFigure.Draw(table) : Missing("readiness", "Readiness", kind);
    }

    /// <summary>Returns the spellings through which records and ARR leak out of the segments of a field, the most frequent first.</summary>
    /// <param name="variants">The variants.</param>
    /// <param name="field">The field, without regard to case. Default null: the field of accounts, else of contacts, through which most ARR leaks, or most records where no ARR is known.</param>
    /// <exception cref="KeyNotFoundException">The field was not examined; the message lists those that were.</exception>
    public static Figure Variants(VariantsResult variants, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(variants);
        return VariantsFigure.Draw(variants, field);
    }

    /// <summary>Returns the share of records not touched for so many months, with the limit from which they are stale.</summary>
    /// <param name="freshness">The freshness.</param>
    /// <param name="kind">Accounts or contacts. Default accounts.</param>
    public static Figure Freshness(FreshnessResult freshness, EntityKind kind = EntityKind.Accounts)
    {
        ArgumentNullException.ThrowIfNull(freshness);
        return FreshnessFigure.Draw(freshness, kind);
    }

    /// <summary>Returns how many clusters of duplicates there are of each size.</summary>
    /// <param name="duplicates">The duplicates.</param>
    /// <param name="kind">Accounts or contacts. Default accounts.</param>
    public static Figure Duplicates(DuplicatesResult duplicates, EntityKind kind = EntityKind.Accounts)
    {
        ArgumentNullException.ThrowIfNull(duplicates);
        return (kind == EntityKind.Contacts ? duplicates.Contacts : duplicates.Accounts) is { } clusters
            ? DuplicatesFigure.Draw(clusters)
            : Missing("duplicate-clusters", "Duplicates", kind);
    }

    /// <summary>Returns what a match of email domains would do for contacts without a company, against the playbook's limit.</summary>
    /// <param name="orphans">The orphans.</param>
    public static Figure Orphans(OrphansResult orphans)
    {
        ArgumentNullException.ThrowIfNull(orphans);
        return OrphansFigure.Draw(orphans);
    }

    /// <summary>Returns how many findings the audit has of each severity, the most severe first.</summary>
    /// <param name="findings">The findings.</param>
    public static Figure Findings(AuditFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return FindingsFigure.Draw(findings);
    }

    /// <summary>Returns how the records of an existing segmentation divide among its segments, against the playbook's limits on the largest.</summary>
    /// <param name="segmentation">The existing segmentation.</param>
    /// <param name="field">The field, without regard to case. Default null: the first.</param>
    /// <param name="limits">The limits on the largest segment's share. Default: the playbook's.</param>
    /// <exception cref="KeyNotFoundException">The field is not segment-like; the message lists those that are.</exception>
    public static Figure SegmentBalance(ExistingSegmentationResult segmentation, string? field = null, PlaybookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        return SegmentBalanceFigure.Draw(segmentation, field, limits ?? PlaybookLimits.Default);
    }

    private static Figure Missing(string name, string what, EntityKind kind) =>
        ChartInput.Empty($"{name}-{AuditText.Many(kind)}", $"{what} of {AuditText.Many(kind)}", $"The workspace has no {AuditText.Many(kind)}.", ChartOptions.Default);
}
