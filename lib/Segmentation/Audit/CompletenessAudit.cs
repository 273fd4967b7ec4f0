using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Audit;

/// <summary>Measures how complete the fields are that a segmentation framework uses.</summary>
public static class CompletenessAudit
{
    /// <summary>Returns the completeness scorecard of accounts and contacts. The verdict is on the valid share: a value that cannot be used does not complete a field.</summary>
    /// <param name="workspace">The exports, with the limits in force.</param>
    /// <param name="options">The fields looked at. Default <see cref="AuditOptions.Default"/>.</param>
    public static CompletenessScorecard Run(Workspace workspace, AuditOptions? options = null) => Run(new AuditContext(workspace, options));

    internal static CompletenessScorecard Run(AuditContext context)
    {
        var rows = ImmutableArray.CreateBuilder<CompletenessRow>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var export in context.People)
        {
            var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var field in context.FieldsOf(export))
            {
                var columns = context.ColumnsOf(export, field).ToArray();
                if (columns.Length == 0)
                {
                    rows.Add(Missing(context, export, field));
                    findings.Add(MissingFinding(context, export, field));
                }

                for (var i = 0; i < columns.Length; i++)
                {
                    var (role, column) = columns[i];
                    var validity = context.Validity(export, column);
                    var row = Measure(context, export, field, role, validity, isNeeded: field.IsNeeded && i == 0);
                    rows.Add(row);
                    // The first column stands for the field, and a column that stands for two fields is told once: the others are rows only.
                    if (i == 0 && told.Add(column.Name) && row.Verdict is not (CompletenessVerdict.Met or CompletenessVerdict.NoRecords)) findings.Add(Below(context, export, role, row, validity));
                }
            }
        }

        return new CompletenessScorecard { Rows = rows.ToImmutable(), Findings = findings.ToImmutable() };
    }

    private static CompletenessRow Measure(AuditContext context, Export export, AuditedField field, Role role, FieldValidity validity, bool isNeeded)
    {
        var records = export.Table.RowCount;
        var name = role != field.Roles[0] || context.ColumnsOf(export, field).Count() > 1 ? $"{field.Name} ({Phrase.Name(role)})" : field.Name;
        return new CompletenessRow(
            export.Kind,
            name,
            validity.Column.Name,
            isNeeded,
            records,
            validity.Populated,
            validity.Usable,
            ProportionInterval.Wilson(validity.Usable, records, context.Limits.Confidence),
            role is Role.Arr or Role.Mrr ? null : context.ShareOfArr(context.Arr.Outside(export, validity.Unusable)),
            CompletenessLimit.Target(export.Kind, context.Limits),
            records == 0 ? CompletenessVerdict.NoRecords : CompletenessLimit.Judge((double)validity.Usable / records, export.Kind, context.Limits),
            validity.Rule);
    }

    private static Finding Below(AuditContext context, Export export, Role role, CompletenessRow row, FieldValidity validity)
    {
        var invalid = row.Populated - row.Valid;
        var message = $"{Phrase.Name(export.Kind)}: {row.Field} is valid on {Phrase.Share(row.ValidShare ?? 0, row.Interval)} of {Phrase.Count(row.Records, "record")}"
            + (row.ArrShare is { } arr ? $" and {Phrase.Share(arr)} of ARR" : string.Empty)
            + $": {CompletenessScorecard.Say(row.Verdict)}"
            + (invalid > 0 ? $"; {Phrase.Count(invalid, "value")} not valid." : ".");
        return context.About(
            export,
            $"completeness-{Phrase.Slug(role)}",
            $"{Phrase.Name(export.Kind)}: {row.Column}",
            SeverityRule.OfCompleteness(row.Verdict, row.IsNeeded),
            message,
            FieldValidity.RowsOf(validity.Unusable),
            row.Records,
            CompletenessLimit.Say(row.Verdict, export.Kind, context.Limits),
            validity.Invalid.Count > 0 ? [validity.Column] : []) with
        { ArrAtStake = context.Arr.OnlyIn(export, validity.Unusable) };
    }

    private static CompletenessRow Missing(AuditContext context, Export export, AuditedField field) => new(
        export.Kind,
        field.Name,
        null,
        field.IsNeeded,
        export.Table.RowCount,
        0,
        0,
        new Interval(0, 1),
        null,
        CompletenessLimit.Target(export.Kind, context.Limits),
        CompletenessVerdict.NoColumn,
        string.Empty);

    private static Finding MissingFinding(AuditContext context, Export export, AuditedField field) => new(
        $"missing-role-{Phrase.Slug(field.Roles[0])}",
        $"{Phrase.Name(export.Kind)}: {field.Name}",
        SeverityRule.OfCompleteness(CompletenessVerdict.NoColumn, field.IsNeeded),
        $"{export.File} has no column for {field.Name}: looked for {export.LookedFor(field.Roles[0])}. Name the column in workspace.yaml, or plan to collect the field.",
        export.Table.RowCount,
        null,
        null,
        $"a framework {(field.IsNeeded ? "needs" : "can use")} {field.Name}",
        OffendingRows.None);
}
