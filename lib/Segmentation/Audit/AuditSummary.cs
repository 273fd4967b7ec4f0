using System.Collections.Immutable;
using System.Net;
using System.Text;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>The first figures for a kickoff: how many records, how much ARR, and the most severe findings in plain words.</summary>
public sealed record AuditSummary : Result
{
    /// <inheritdoc/>
    public override string ResultName => "audit-summary";

    /// <summary>Gets the date on which the exports are looked at; null where they hold no dates.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Gets where the as-of date comes from.</summary>
    public required string AsOfReason { get; init; }

    /// <summary>Gets the number of account records.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets the number of contact records.</summary>
    public required int Contacts { get; init; }

    /// <summary>Gets the number of active accounts.</summary>
    public required int ActiveAccounts { get; init; }

    /// <summary>Gets the rule by which an account is active.</summary>
    public required string ActiveRule { get; init; }

    /// <summary>Gets the ARR of all accounts; null where the exports hold none.</summary>
    public required double? TotalArr { get; init; }

    /// <summary>Gets where the ARR comes from; null where there is none.</summary>
    public required string? ArrSource { get; init; }

    /// <summary>Gets the currency; null where the exports do not say, or hold several.</summary>
    public required string? Currency { get; init; }

    /// <summary>Gets the mean number of contacts of an account, over all accounts; contacts of no account are left out. Null where they cannot be joined.</summary>
    public required double? ContactsPerAccount { get; init; }

    /// <summary>Gets the number of accounts without any contact; null where they cannot be joined.</summary>
    public required int? AccountsWithoutContact { get; init; }

    /// <summary>Gets the number of findings of each severity, critical first.</summary>
    public required ImmutableArray<SeverityCount> CountBySeverity { get; init; }

    /// <summary>Gets the most severe findings; none that is only information.</summary>
    public required AuditFindings TopFindings { get; init; }

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options)
    {
        var html = new StringBuilder(base.ToHtml(options)).Append("<ol>");
        foreach (var line in Lines(options)) html.Append("<li>").Append(WebUtility.HtmlEncode(line)).Append("</li>");
        return html.Append("</ol>").ToString();
    }

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => base.ToString(options) + string.Concat(Lines(options).Select((l, i) => $"{Phrase.Count(i + 1)}. {l.ReplaceLineEndings(" ")}\n"));

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var lines = new List<(string What, string? Value)>
        {
            ("as of", $"{(AsOf is { } date ? DateColumn.Show(date) : "no date")} ({AsOfReason})"),
            ("accounts", Phrase.Count(Accounts)),
            ("active accounts", $"{Phrase.Count(ActiveAccounts)} ({ActiveRule})"),
            ("total ARR", TotalArr is { } arr ? $"{(Currency is null ? string.Empty : Currency + " ")}{NumberColumn.Show(arr, NumberFormat.Money)}{(ArrSource is null ? string.Empty : $" ({ArrSource})")}" : "the exports hold none"),
            ("contacts", Phrase.Count(Contacts)),
            ("contacts per account", ContactsPerAccount is { } mean ? $"{Math.Round(mean, 1).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}; {Phrase.Count(AccountsWithoutContact ?? 0, "account")} without any" : "contacts do not name their account"),
            ("findings", string.Join(", ", CountBySeverity.Select(c => $"{Phrase.Count(c.Count)} {Phrase.Name(c.Severity)}"))),
        };
        return new Table("first look", Column.Of("what", lines.Select(l => l.What)), Column.Of("value", lines.Select(l => l.Value)));
    }

    internal static AuditSummary Of(AuditContext context, AuditFindings findings)
    {
        var workspace = context.Workspace;
        var active = Audit.ActiveAccounts.Of(workspace);
        var (accounts, contacts) = (workspace.Find(EntityKind.Accounts), workspace.Find(EntityKind.Contacts));
        int[]? accountOf = contacts is null || accounts is null || accounts.Table.RowCount == 0 ? null : context.Arr.AccountOfRow(contacts);
        var reached = accountOf?.Where(a => a >= 0).ToArray();
        return new AuditSummary
        {
            AsOf = workspace.AsOf == DateTime.MinValue ? null : workspace.AsOf,
            AsOfReason = workspace.AsOfReason,
            Accounts = accounts?.Table.RowCount ?? 0,
            Contacts = contacts?.Table.RowCount ?? 0,
            ActiveAccounts = active.Count,
            ActiveRule = active.Rule,
            TotalArr = context.Arr.Total,
            ArrSource = workspace.AccountArrSource,
            Currency = workspace.Currency,
            ContactsPerAccount = reached is null ? null : (double)reached.Length / accounts!.Table.RowCount,
            AccountsWithoutContact = reached is null ? null : accounts!.Table.RowCount - reached.Distinct().Count(),
            CountBySeverity = findings.CountBySeverity,
            TopFindings = findings with { Items = [.. findings.Items.Where(f => f.Severity > Severity.Info).Take(context.Options.SummaryFindings)] },
        };
    }

    private IEnumerable<string> Lines(RenderOptions options) => TopFindings.Under(options).Items.Select(f => $"{Phrase.Name(f.Severity)}: {f.Message}");
}
