using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>Lists every quality figure of an audit, with the limit that it is held against.</summary>
internal sealed class QualityFigures
{
    private readonly List<(string Section, string Table, string Figure, double? Limit, string? Rule, QualityMeasure Measure)> all = [];
    private readonly PlaybookLimits limits;

    private QualityFigures(PlaybookLimits limits) => this.limits = limits;

    /// <summary>Returns the figures of two audits side by side: those of the audit before in its order, those that only the one after took behind them.</summary>
    public static IEnumerable<QualityFigure> Compare(AuditResult before, AuditResult after, PlaybookLimits limits)
    {
        var (first, second) = (Of(before, limits), Of(after, limits));
        var measured = second.ToDictionary(f => (f.Section, f.Table, f.Figure), f => f.Measure);
        foreach (var figure in first)
        {
            measured.Remove((figure.Section, figure.Table, figure.Figure), out var then);
            yield return new QualityFigure(figure.Section, figure.Table, figure.Figure, figure.Limit, figure.Rule, figure.Measure, then);
        }

        foreach (var figure in second.Where(f => measured.ContainsKey((f.Section, f.Table, f.Figure))))
            yield return new QualityFigure(figure.Section, figure.Table, figure.Figure, figure.Limit, figure.Rule, null, figure.Measure);
    }

    private static List<(string Section, string Table, string Figure, double? Limit, string? Rule, QualityMeasure Measure)> Of(AuditResult audit, PlaybookLimits limits)
    {
        var figures = new QualityFigures(limits);
        figures.Records(audit.Summary);
        figures.Completeness(audit.Scorecard);
        figures.Readiness(audit.Readiness);
        figures.Duplicates(audit.Duplicates);
        figures.Orphans(audit.Orphans, audit.Summary.Contacts);
        figures.Variants(audit.Variants);
        figures.Existing(audit.ExistingSegmentation);
        figures.Freshness(audit.Freshness);
        figures.Validity(audit.Validity);
        figures.Findings(audit.Findings);
        return figures.all;
    }

    private void Records(AuditSummary summary)
    {
        Add("records", "accounts", "records", null, null, new(null, summary.Accounts, summary.TotalArr, null));
        Add("records", "accounts", "active", null, null, new(Share(summary.ActiveAccounts, summary.Accounts), summary.ActiveAccounts, null, null));
        Add("records", "contacts", "records", null, null, new(null, summary.Contacts, null, null));
    }

    private void Completeness(CompletenessScorecard scorecard)
    {
        foreach (var row in scorecard.Rows)
        {
            var (table, target) = (SnakeName.Words(row.Table), row.Target);
            bool? met = row.Verdict is CompletenessVerdict.NoRecords ? null : row.Verdict is CompletenessVerdict.Met;
            Add("completeness", table, $"{row.Field}: populated", null, null, new(row.Column is null ? null : row.PopulatedShare, row.Populated, null, null));
            Add("completeness", table, $"{row.Field}: valid", target, "at least", new(row.Column is null ? null : row.ValidShare, row.Valid, null, met));
            if (row.ArrShare is not null) Add("completeness", table, $"{row.Field}: valid, by ARR", target, "at least", new(row.ArrShare, null, null, row.ArrShare >= target));
        }
    }

    private void Readiness(ReadinessResult readiness)
    {
        foreach (var table in readiness.Tables)
        {
            if (table.JointShare is not { } joint) continue;
            var name = SnakeName.Words(table.Table);
            Add("readiness", name, "every needed field valid", limits.StartGate, "at least", new(joint, table.Ready, null, joint >= limits.StartGate));
            if (table.ArrShare is { } arr) Add("readiness", name, "share of ARR on ready", limits.StartGate, "at least", new(arr, null, null, arr >= limits.StartGate));
        }
    }

    private void Duplicates(DuplicatesResult duplicates)
    {
        foreach (var found in new[] { duplicates.Accounts, duplicates.Contacts }.OfType<DuplicateClusters>())
        {
            var table = SnakeName.Words(found.Kind);
            Add("duplicates", table, "surplus records", found.Limit, "below", new(found.DuplicateRate, found.Surplus, null, found.DuplicateRate < found.Limit));
            Add("duplicates", table, "records in clusters", found.Limit, "below", new(found.InClustersShare, found.InClusters, null, found.InClustersShare < found.Limit));
            Add("duplicates", table, "groups that may be one", null, null, new(null, found.Possible.RowCount, null, null));
        }
    }

    private void Orphans(OrphansResult orphans, int? contacts)
    {
        if (orphans.ContactsWithCompany is { } with)
            Add("orphans", "contacts", "with a company", orphans.ContactsWithCompanyLimit, "above", new(with, contacts is { } all ? (int)Math.Round(with * all) : null, null, with > orphans.ContactsWithCompanyLimit));
        foreach (var check in orphans.Checks) Add("orphans", check.Subject, check.What, null, "none", new(check.Share, check.Count, check.Arr, check.Count == 0));
    }

    private void Variants(VariantsResult variants)
    {
        foreach (var field in variants.Fields)
        {
            Add("variants", field.Table, $"{field.Field}: records with another spelling", null, "none", new(field.LeakingShare, field.LeakingRecords, field.LeakingArr, field.LeakingRecords == 0));
            Add("variants", field.Table, $"{field.Field}: distinct values", null, null, new(null, field.Distinct, null, null));
        }
    }

    private void Existing(ExistingSegmentationResult existing)
    {
        foreach (var field in existing.Fields)
        {
            Add("existing segments", field.Table, $"{field.Field}: in 'Other' or blank", limits.OtherShare, "at most", new(field.OtherShare, field.Records - field.Assigned, null, field.OtherShare <= limits.OtherShare));
            Add("existing segments", field.Table, $"{field.Field}: largest segment", limits.LargestSegmentWarn, "at most",
                new(field.LargestShare, field.Segments.Select(s => s.Records).DefaultIfEmpty().Max(), null, field.LargestShare <= limits.LargestSegmentWarn));
        }
    }

    private void Freshness(FreshnessResult freshness)
    {
        foreach (var row in freshness.Rows)
        {
            var table = SnakeName.Words(row.Table);
            Add("freshness", table, $"stale by {row.Basis}", limits.DecayHigh, "at most", new(row.StaleShare, row.Stale, null, row.StaleShare is { } share ? share <= limits.DecayHigh : null));
            if (row.StaleArrShare is not null) Add("freshness", table, $"share of ARR stale by {row.Basis}", null, null, new(row.StaleArrShare, null, null, null));
        }
    }

    private void Validity(ValidityResult validity)
    {
        foreach (var check in validity.Checks)
        {
            var found = check.Finding;
            Add("validity", SnakeName.Words(check.Table), $"{check.Check.Replace('-', ' ')} ({check.Field})", null, found.Limit is null ? "none above information" : $"no finding: {found.Limit}",
                new(found.Share, found.Count, found.ArrAtStake, found.Count == 0 || found.Severity == Severity.Info));
        }
    }

    private void Findings(AuditFindings findings)
    {
        foreach (var (severity, count) in findings.CountBySeverity.Select(c => (c.Severity, c.Count)))
            Add("findings", "all", severity.ToString().ToLowerInvariant(), null, severity >= Severity.Error ? "none" : null, new(null, count, null, severity >= Severity.Error ? count == 0 : null));
    }

    private void Add(string section, string table, string figure, double? limit, string? rule, QualityMeasure measure)
    {
        // Two checks of one name on one table are told apart by their place.
        var name = figure;
        for (var i = 2; all.Exists(f => f.Section == section && f.Table == table && f.Figure == name); i++) name = $"{figure} ({NumberColumn.Show(i, NumberFormat.Count)})";
        all.Add((section, table, name, limit, rule, measure));
    }

    private static double? Share(int count, int of) => of == 0 ? null : (double)count / of;
}
