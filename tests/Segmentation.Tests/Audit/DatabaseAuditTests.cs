using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Audit;

public sealed class DatabaseAuditTests
{
    private static readonly Role[] Numbers = [Role.Employees, Role.Arr, Role.AnnualRevenue];
    private static readonly Role[] Dates = [Role.CreatedDate, Role.ModifiedDate, Role.LastActivityDate, Role.StartDate, Role.EndDate, Role.RenewalDate];
    private static readonly Role[] Texts = [Role.AccountId, Role.AccountName, Role.Website, Role.Industry, Role.Country, Role.Segment, Role.OwnerId];
    private static readonly Role[] ContactTexts = [Role.ContactId, Role.AccountId, Role.Email, Role.Title, Role.Department, Role.CompanyName, Role.LastName, Role.Bounced];

    /// <summary>Accounts and contacts with every kind of column and the given number of rows, all null or all equal.</summary>
    private static Workspace Uniform(int rows, bool filled)
    {
        (Role, Column) Text(Role role) => (role, Column.Of(role.ToString(), Enumerable.Repeat(filled ? "x" : null, rows)));
        (Role, Column)[] numbers = [.. Numbers.Select(r => (r, (Column)Column.Of(r.ToString(), Enumerable.Repeat(filled ? 5d : (double?)null, rows))))];
        (Role, Column)[] dates = [.. Dates.Select(r => (r, (Column)Column.Of(r.ToString(), Enumerable.Repeat(filled ? new DateTime(2024, 2, 29) : (DateTime?)null, rows))))];
        return AuditWorkspace.Of(
            AuditWorkspace.Export(EntityKind.Accounts, [.. Texts.Select(Text), .. numbers, .. dates]),
            AuditWorkspace.Export(EntityKind.Contacts, [.. ContactTexts.Select(Text), .. dates.Take(3)]));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(70, false)]
    [InlineData(70, true)]
    public void Empty_single_all_null_and_all_equal_exports_are_audited_and_drawn(int rows, bool filled)
    {
        var audit = DatabaseAudit.Run(Uniform(rows, filled));
        foreach (var result in Results(audit))
        {
            Assert.NotEmpty(result.ToHtml(new RenderOptions(Mask: true)));
            Assert.NotEmpty(result.ToString());
        }

        Assert.Equal(rows, audit.Summary.Accounts);
        if (rows == 0) Assert.Contains(audit.Findings.Items, f => f is { Check: "no-records", Severity: Severity.Critical });
    }

    [Fact]
    public void A_workspace_without_any_export_says_so_and_does_not_fail()
    {
        var audit = DatabaseAudit.Run(AuditWorkspace.Of());
        var finding = audit.Findings.Items.First(f => f.Check == "missing-export-accounts");
        Assert.Equal(Severity.Critical, finding.Severity);
        Assert.Equal("No file holds accounts: found no files. Add the export to the folder, or say in workspace.yaml which file it is.", finding.Message);
        Assert.All(Results(audit), r => Assert.NotEmpty(r.ToHtml()));
    }

    [Fact]
    public void Columns_without_any_role_are_audited()
    {
        var accounts = AuditWorkspace.Export(EntityKind.Accounts) with { Table = new Table("accounts", Column.Of("a", ["1", null]), Column.Of("b", new bool?[] { true, null })) };
        var audit = DatabaseAudit.Run(AuditWorkspace.Of(accounts));
        Assert.Equal(["a", "b"], audit.Inventory.Fields.Select(f => f.Summary.Column));
        Assert.Contains(audit.Findings.Items, f => f.Check == "missing-role-industry");
    }

    [Fact]
    public void Findings_are_sorted_by_severity_and_then_by_arr_with_unknown_last()
    {
        static Finding Make(string check, Severity severity, double? arr) => new(check, "x", severity, check, 10, null, arr, null, OffendingRows.None);
        var section = new ReadinessResult
        {
            Tables = [],
            Findings = [Make("a", Severity.Info, 9), Make("b", Severity.Error, null), Make("c", Severity.Error, 5), Make("d", Severity.Error, 7), Make("e", Severity.Critical, 0), Make("f", Severity.Error, 5)],
        };
        var findings = AuditFindings.Of([section]);
        Assert.Equal("e d c f b a", string.Join(' ', findings.Items.Select(f => f.Check)));
        Assert.Equal("Critical 1, Error 4, Warn 0, Info 1", string.Join(", ", findings.CountBySeverity.Select(c => $"{c.Severity} {c.Count}")));
        Assert.Single(findings.Of(Severity.Critical).Items);
        Assert.Single(findings.Of("d").Items);
    }

    [Fact]
    public void Under_a_mask_a_sentence_about_few_records_loses_its_figures()
    {
        var contacts = AuditWorkspace.Export(EntityKind.Contacts, (Role.Email, Column.Of("Email", ["bad", "jo@acme.com", "a@acme.com"])));
        var audit = DatabaseAudit.Run(AuditWorkspace.Of(contacts));
        Assert.Contains("1 of 3 contacts have a malformed email address", audit.Findings.ToString(new RenderOptions(50)).Replace("…", string.Empty, StringComparison.Ordinal) + audit.Findings.Of("malformed-email").Items[0].Message, StringComparison.Ordinal);
        var masked = audit.Findings.ToHtml(new RenderOptions(50, Mask: true));
        Assert.DoesNotContain("1 of 3", masked, StringComparison.Ordinal);
        Assert.Contains("fewer than 5 records under malformed-email", masked, StringComparison.Ordinal);
    }

    // By hand: 3 contacts on 2 accounts, one without a contact; the orphan is left out of the mean.
    [Fact]
    public void The_summary_counts_records_arr_and_contacts_per_account()
    {
        var accounts = AuditWorkspace.Export(
            EntityKind.Accounts,
            (Role.AccountId, Column.Of("Id", ["A1", "A2", "A3", "A4"])),
            (Role.Arr, Column.Of("ARR", new double?[] { 100, 0, null, 20 })));
        var contacts = AuditWorkspace.Export(EntityKind.Contacts, (Role.AccountId, Column.Of("Account", ["A1", "A1", "A2", null])));
        var summary = DatabaseAudit.Run(AuditWorkspace.Of(accounts, contacts)).Summary;
        Assert.Equal((4, 4, 2, 120.0), (summary.Accounts, summary.Contacts, summary.ActiveAccounts, summary.TotalArr!.Value));
        Assert.Equal((.75, 2), (summary.ContactsPerAccount!.Value, summary.AccountsWithoutContact!.Value));
        Assert.Equal("ARR above 0", summary.ActiveRule);
    }

    [Fact]
    public void Active_accounts_fall_back_to_the_flag_the_churn_date_and_every_account()
    {
        static ActiveAccounts Active(params (Role, Column)[] columns) => ActiveAccounts.Of(AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Accounts, columns)));
        Assert.Equal(1, Active((Role.IsActive, Column.Of("Active", new bool?[] { true, false, null }))).Count);
        Assert.Equal(2, Active((Role.ChurnDate, Column.Of("Churned", new DateTime?[] { AuditWorkspace.AsOf, AuditWorkspace.AsOf.AddDays(1), null }))).Count);
        Assert.Equal(3, Active((Role.AccountId, Column.Of("Id", ["A1", "A2", "A3"]))).Count);
    }

    [Fact]
    public void The_inventory_tells_empty_constant_unique_and_disguised_nulls()
    {
        var accounts = AuditWorkspace.Export(
            EntityKind.Accounts,
            (Role.AccountId, Column.Of("Id", ["A1", "A2"])),
            (Role.Currency, Column.Of("Currency", ["USD", "USD"])),
            (Role.City, Column.Of("City", new string?[] { null, null })),
            (Role.AccountName, Column.Of("Name", ["Acme", "Acme"]).AsPersonal()));
        var decision = new ColumnDecision("City", "City", ColumnType.Text, "text", null, false, false, 0, 0, ImmutableSortedDictionary<string, int>.Empty.Add("N/A", 2), 0);
        accounts = accounts with { Load = accounts.Load with { Columns = [decision] } };
        var inventory = FieldInventoryAudit.Run(AuditWorkspace.Of(accounts));
        Assert.Equal(["unique", "constant", "empty", "constant"], inventory.Fields.Select(f => f.Note));
        var table = inventory.ToTable();
        Assert.Equal("N/A ×2", table.Text("disguised nulls")[2]);
        Assert.Null(table.Text("most frequent")[3]);
        Assert.Equal("Acme ×2", table.Text("most frequent (personal)")[3]);
        Assert.True(table["most frequent (personal)"].IsPersonal);
        Assert.Equal(["empty-fields", "constant-fields", "disguised-nulls"], inventory.Findings.Select(f => f.Check));
    }

    private static IEnumerable<Result> Results(AuditResult audit) =>
    [
        audit, audit.Summary, audit.Findings, audit.Inventory, audit.Scorecard, audit.CompletenessBySegment, audit.CompletenessByOwner, audit.CompletenessByMonth,
        audit.Readiness, audit.Freshness, audit.Validity, audit.Duplicates, audit.Orphans, audit.Variants, audit.ExistingSegmentation,
    ];
}
