using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>Sets what a segmentation needs against what the exports have.</summary>
public static class DataRequirementsAudit
{
    private const string Assumed = "ASSUMED";

    /// <summary>Fields that no framework needs and a behavioural or technographic dimension is made of.</summary>
    private static readonly AuditedField[] Further = [new("technology", false, Role.Technology), new("health score", false, Role.HealthScore)];

    /// <summary>Returns the data requirements matrix: one line a field of the framework, with its purpose, source, coverage, and who can fill it.</summary>
    /// <param name="workspace">The exports, with the limits in force.</param>
    /// <param name="options">The fields a framework uses. Default <see cref="AuditOptions.Default"/>.</param>
    public static DataRequirementsResult Run(Workspace workspace, AuditOptions? options = null) => Run(new AuditContext(workspace, options));

    internal static DataRequirementsResult Run(AuditContext context)
    {
        var lines = ImmutableArray.CreateBuilder<DataRequirement>();
        foreach (var export in context.People)
        {
            var further = export.Kind == EntityKind.Accounts ? Further.Where(f => !context.FieldsOf(export).Any(known => known.Roles.Intersect(f.Roles).Any())) : [];
            lines.AddRange(context.FieldsOf(export).Concat(further).Select(field => Line(context, export, field)));
            if (export.Kind == EntityKind.Accounts) lines.Add(Usage(context, export));
        }

        var needing = lines.Where(l => l.NeedsEnrichment).ToList();
        ImmutableArray<Finding> findings = lines.Count == 0
            ? [new Finding("data-requirements", "accounts, contacts", Severity.Warn, "No export holds accounts or contacts: nothing to set against what a segmentation needs.", 0, null, null, null, OffendingRows.None)]
            : [new Finding("data-requirements", "accounts, contacts", Severity.Info,
                Invariant($"{needing.Count} of {lines.Count} fields are below target and a provider can fill them; files in hand would fill {needing.Sum(l => l.InHand ?? 0):#,0} values."),
                needing.Count, (double)needing.Count / lines.Count, null, null, OffendingRows.None)];
        return new DataRequirementsResult { Requirements = lines.ToImmutable(), Findings = findings };
    }

    private static DataRequirement Line(AuditContext context, Export export, AuditedField field)
    {
        var purpose = DataRequirementsPurpose.Of(field);
        var column = context.ColumnsOf(export, field).Select(c => c.Column).FirstOrDefault();
        var records = export.Table.RowCount;
        var validity = column is null ? null : context.Validity(export, column);
        int[] missing = validity is null ? [.. Enumerable.Range(0, records)] : FieldValidity.RowsOf(validity.Unusable);
        var (inHand, files) = purpose.IsEnrichable && export.Kind == EntityKind.Accounts ? DataRequirementsInHand.Of(context.Workspace, export, field.Roles, missing) : (null, null);
        return new DataRequirement(
            export.Kind, field.Name, purpose.Dimension, purpose.Purpose, field.IsNeeded, column is null ? null : Source(context, export, column), records, records - missing.Length,
            CompletenessLimit.Target(export.Kind, context.Limits), inHand, files, purpose.IsEnrichable, purpose.Suggestion, Assumed);
    }

    private static string Source(AuditContext context, Export export, Column column) =>
        ReferenceEquals(column, context.Arr.AccountArr) && context.Workspace.AccountArrSource is { } arr
            ? arr
            : $"{export.File}: {column.Name}" + (export.System is null ? string.Empty : $" ({export.System})");

    /// <summary>Usage stands in a file of its own: an account is covered where it has at least one row there.</summary>
    private static DataRequirement Usage(AuditContext context, Export accounts)
    {
        var field = new AuditedField("product usage", false, Role.Usage);
        var purpose = DataRequirementsPurpose.Of(field);
        var covered = new HashSet<int>();
        var usage = Source(context.Workspace);
        if (usage is not null && context.Arr.AccountOfRow(usage) is { } accountOf) covered = [.. accountOf.Where(a => a >= 0)];
        return new DataRequirement(
            EntityKind.Accounts, field.Name, purpose.Dimension, purpose.Purpose, false, usage is null ? null : $"{usage.File}: {usage.Find(Role.Usage)!.Name}" + (usage.System is null ? string.Empty : $" ({usage.System})"),
            accounts.Table.RowCount, covered.Count, CompletenessLimit.Target(EntityKind.Accounts, context.Limits), null, null, purpose.IsEnrichable, purpose.Suggestion, Assumed);
    }

    /// <summary>Returns the export that holds product usage; null where none does.</summary>
    internal static Export? Source(Workspace workspace) => workspace.Exports.FirstOrDefault(e => e.Kind == EntityKind.Engagement && e.Find(Role.Usage) is not null);
}
