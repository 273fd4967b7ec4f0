using System.Collections.Concurrent;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>What the sections of one audit share, so that none is computed twice: the validity of each field and the ARR behind each record.</summary>
internal sealed class AuditContext(Workspace workspace, AuditOptions? options)
{
    private readonly ConcurrentDictionary<Column, Lazy<FieldValidity>> validity = new(ReferenceEqualityComparer.Instance);

    public Workspace Workspace { get; } = workspace ?? throw new ArgumentNullException(nameof(workspace));

    public AuditOptions Options { get; } = options ?? AuditOptions.Default;

    public ArrAtStake Arr { get; } = ArrAtStake.Of(workspace);

    public PlaybookLimits Limits => Workspace.Limits;

    /// <summary>Gets the accounts and the contacts, where the workspace has them.</summary>
    public IEnumerable<Export> People => new[] { EntityKind.Accounts, EntityKind.Contacts }.Select(Workspace.Find).OfType<Export>();

    /// <summary>Returns which values of a column of an export are valid.</summary>
    public FieldValidity Validity(Export export, Column column) =>
        validity.GetOrAdd(column, c => new Lazy<FieldValidity>(() => FieldValidity.Of(Workspace, export, c, Options))).Value;

    /// <summary>Returns the fields that a framework uses on an export.</summary>
    public IEnumerable<AuditedField> FieldsOf(Export export) => export.Kind == EntityKind.Contacts ? Options.ContactFields : Options.AccountFields;

    /// <summary>Returns the columns of an export that can stand for a field, best first; the account's ARR counts as its ARR column.</summary>
    public IEnumerable<(Role Role, Column Column)> ColumnsOf(Export export, AuditedField field)
    {
        foreach (var role in field.Roles)
        {
            if (export.Find(role) is { } column) yield return (role, column);
            else if (role == Role.Arr && export.Kind == EntityKind.Accounts && Arr.AccountArr is { } arr) yield return (role, arr);
        }
    }

    /// <summary>Returns the share that an amount of ARR is of all ARR; null where either is unknown or there is none.</summary>
    public double? ShareOfArr(double? amount) => Arr.Positive is > 0 and { } total && amount is { } part ? part / total : null;

    /// <summary>Returns a finding about rows of an export: count, share of the rows checked, ARR at stake and the rows themselves.</summary>
    public Finding About(Export export, string check, string subject, Severity severity, string message, int[] rows, int checkedRows, string? limit, params IEnumerable<Column?> show) => new(
        check,
        subject,
        severity,
        message,
        rows.Length,
        checkedRows == 0 ? null : (double)rows.Length / checkedRows,
        Arr.Of(export, rows),
        limit,
        OffendingRows.None)
    {
        RowsOnDemand = () => OffendingRows.Of(export, message, rows, Arr, show),
    };

    /// <summary>Returns a check for rows that cannot be right. Its severity follows the share of records; on accounts and their revenue also that of
    /// ARR (a single bad contact would put its whole account's ARR at stake).</summary>
    /// <param name="export">The export looked at.</param>
    /// <param name="check">Stable name of the check.</param>
    /// <param name="rows">The offending rows, ascending.</param>
    /// <param name="checkedRows">Rows that the check could speak about.</param>
    /// <param name="what">What is wrong with them, after the count: "have a malformed email".</param>
    /// <param name="least">Least severity once a row is found: warn where no such row can be right.</param>
    /// <param name="fields">The columns looked at.</param>
    public ValidityCheck Check(Export export, string check, int[] rows, int checkedRows, string what, Severity least, params Column[] fields)
    {
        var arr = Arr.Of(export, rows);
        var severity = SeverityRule.OfShare(checkedRows == 0 ? null : (double)rows.Length / checkedRows, export.Kind == EntityKind.Contacts ? null : ShareOfArr(arr), Options);
        var names = string.Join(", ", fields.Select(f => f.Name));
        var message = $"{Phrase.Count(rows.Length)} of {Phrase.Count(checkedRows, Phrase.Noun(export.Kind))} {what}{(arr is null or 0 ? string.Empty : $"; {(export.Kind == EntityKind.Accounts ? "they" : "their accounts")} pay {Phrase.Money(arr.Value, Workspace)} a year")}.";
        return new ValidityCheck(export.Kind, check, names, checkedRows, About(
            export,
            check,
            $"{Phrase.Name(export.Kind)}: {names}",
            rows.Length == 0 ? Severity.Info : SeverityRule.AtLeast(severity, least),
            message,
            rows,
            checkedRows,
            SeverityRule.ShareLimit(Options),
            fields));
    }
}
