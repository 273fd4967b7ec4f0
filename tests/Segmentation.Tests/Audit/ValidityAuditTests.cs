using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Audit;

public sealed class ValidityAuditTests
{
    private static ValidityCheck Check(string check, Workspace workspace, AuditOptions? options = null) => ValidityAudit.Run(workspace, options).Checks.Single(c => c.Check == check);

    private static ValidityCheck OnAccounts(string check, params (Role, Column)[] columns) => Check(check, AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Accounts, columns)));

    private static double[] RowsOf(ValidityCheck check) => check.Finding.Rows.Number("row").Values.ToArray();

    [Fact]
    public void Malformed_emails_are_counted_of_those_that_are_there()
    {
        var contacts = AuditWorkspace.Export(EntityKind.Contacts, (Role.Email, Column.Of("Email", ["jo@acme.com", "jo@", null, "acme.com", "@acme.com"]).AsPersonal()));
        var check = Check("malformed-email", AuditWorkspace.Of(contacts));
        Assert.Equal((4, 3), (check.Checked, check.Finding.Count));
        Assert.Equal([2d, 4, 5], RowsOf(check));
        Assert.True(check.Finding.Rows["Email"].IsPersonal);
        Assert.Equal("3 of 4 contacts have a malformed email address.", check.Finding.Message);
    }

    [Fact]
    public void A_check_that_found_nothing_is_a_row_and_no_finding()
    {
        var validity = ValidityAudit.Run(AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Contacts, (Role.Email, Column.Of("Email", ["jo@acme.com"])))));
        Assert.Contains(validity.Checks, c => c.Check == "malformed-email" && c.Finding.Count == 0);
        Assert.Empty(validity.Findings);
    }

    [Theory]
    [InlineData("negative-arr", -1, true)]
    [InlineData("negative-arr", 0, false)]
    [InlineData("negative-arr", double.NaN, false)]
    public void Amounts_below_zero_are_wrong_and_zero_is_not(string check, double amount, bool wrong) =>
        Assert.Equal(wrong ? 1 : 0, OnAccounts(check, (Role.Arr, Column.Of("ARR", new[] { amount }))).Finding.Count);

    [Theory]
    [InlineData("negative-employees", -3)]
    [InlineData("zero-employees", 0)]
    [InlineData("implausible-employees", 5_000_001)]
    public void Each_impossible_number_of_employees_has_its_own_check(string check, double employees)
    {
        var found = OnAccounts(check, (Role.Employees, Column.Of("Employees", new double?[] { employees, 5_000_000, 1, null })));
        Assert.Equal((3, 1), (found.Checked, found.Finding.Count));
    }

    [Fact]
    public void A_date_on_the_as_of_day_is_not_in_the_future()
    {
        var dates = Column.Of("Created", new DateTime?[] { new(2026, 6, 30, 23, 0, 0), new(2026, 7, 1), null });
        Assert.Equal([2d], RowsOf(OnAccounts("future-created-date", (Role.CreatedDate, dates))));
    }

    [Fact]
    public void A_contract_may_end_on_the_day_it_starts()
    {
        var start = Column.Of("Start", new DateTime?[] { new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 1), null });
        var end = Column.Of("End", new DateTime?[] { new(2026, 1, 1), new(2026, 1, 1), null, new(2026, 1, 1) });
        var check = OnAccounts("end-before-start", (Role.StartDate, start), (Role.EndDate, end));
        Assert.Equal((2, 1), (check.Checked, check.Finding.Count));
        Assert.Equal(["row", "Start", "End"], check.Finding.Rows.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Created_after_modified_compares_days_not_times()
    {
        var created = Column.Of("Created", new DateTime?[] { new(2026, 1, 2, 12, 0, 0), new(2026, 1, 3) });
        var modified = Column.Of("Modified", new DateTime?[] { new(2026, 1, 2, 8, 0, 0), new(2026, 1, 2, 8, 0, 0) });
        Assert.Equal([2d], RowsOf(OnAccounts("created-after-modified", (Role.CreatedDate, created), (Role.ModifiedDate, modified))));
    }

    [Fact]
    public void Placeholder_dates_are_found_in_columns_without_a_role_too()
    {
        var accounts = AuditWorkspace.Export(EntityKind.Accounts, (Role.AccountId, Column.Of("Id", ["A1", "A2", "A3"])));
        accounts = accounts with { Table = accounts.Table.With(Column.Of("Kickoff", new DateTime?[] { new(1900, 1, 1), new(9999, 12, 31), new(2026, 1, 1) })) };
        Assert.Equal([1d, 2], RowsOf(Check("placeholder-date", AuditWorkspace.Of(accounts))));
    }

    // OWASP, "CSV injection": =, +, - and @ start a formula. A phone number, a signed number and a dash do not.
    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("  =cmd|' /C calc'!A0", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("+SUM(A1)", true)]
    [InlineData("-2+3+cmd|' /C calc'!A0", true)]
    [InlineData("+49 (0)30 555-0100", false)]
    [InlineData("-12.5%", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("a=b", false)]
    public void Formula_like_text_is_what_a_spreadsheet_would_run(string text, bool formula) => Assert.Equal(formula, HostileTextChecks.IsFormulaLike(text));

    [Theory]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("Acme <b>GmbH", true)]
    [InlineData("a < b > c", false)]
    [InlineData("<- left", false)]
    [InlineData("<!-- x -->", true)]
    [InlineData("", false)]
    public void Markup_is_an_element_and_not_a_comparison(string text, bool markup) => Assert.Equal(markup, HostileTextChecks.IsMarkup(text));

    [Fact]
    public void Hostile_text_lists_each_cell_with_its_column_and_hides_it_where_the_column_is_personal()
    {
        var accounts = AuditWorkspace.Export(
            EntityKind.Accounts,
            (Role.AccountName, Column.Of("Name", ["=1+1", "Acme"]).AsPersonal()),
            (Role.Industry, Column.Of("Industry", ["@x", "Retail"])));
        var check = Check("formula-like-text", AuditWorkspace.Of(accounts));
        Assert.Equal((1, 2), (check.Finding.Count, check.Finding.Rows.RowCount));
        Assert.Equal(["Name", "Industry"], Enumerable.Range(0, 2).Select(r => check.Finding.Rows.Text("found in")[r]));
        Assert.True(check.Finding.Rows["text found"].IsPersonal);
    }

    // RFC 2606 reserves .test, .invalid, .localhost and example.com. "Contest" and "Demopolis" are not tests.
    [Fact]
    public void Test_records_are_told_by_a_word_of_their_own_or_a_reserved_domain()
    {
        var contacts = AuditWorkspace.Export(
            EntityKind.Contacts,
            (Role.LastName, Column.Of("Last", ["Test", "Contest", "Ng", "Ng", "Ng", "Ng", null])),
            (Role.CompanyName, Column.Of("Company", ["Acme", "Demopolis", "DEMO 2", "Acme", "Acme", "Acme", null])),
            (Role.Email, Column.Of("Email", ["a@acme.com", "b@acme.com", "c@acme.com", "d@mail.example.com", "test1@acme.com", "latest@acme.com", null])));
        Assert.Equal([1d, 3, 4, 5], RowsOf(Check("test-records", AuditWorkspace.Of(contacts))));
    }

    [Fact]
    public void The_domain_that_most_users_have_is_the_vendors_own()
    {
        var users = AuditWorkspace.Export(EntityKind.Users, (Role.Email, Column.Of("Email", ["a@vendor.io", "b@vendor.io", "c@gmail.com"])));
        var accounts = AuditWorkspace.Export(EntityKind.Accounts, (Role.Website, Column.Of("Website", ["https://www.vendor.io/x", "notvendor.io", "acme.com", null])));
        var workspace = AuditWorkspace.Of(users, accounts);
        Assert.Equal([1d], RowsOf(Check("internal-records", workspace)));
        Assert.Equal([3d], RowsOf(Check("internal-records", workspace, AuditOptions.Default with { InternalDomains = ["acme.com"] })));

        var half = AuditWorkspace.Export(EntityKind.Users, (Role.Email, Column.Of("Email", ["a@vendor.io", "c@other.com"])));
        Assert.DoesNotContain(ValidityAudit.Run(AuditWorkspace.Of(half, accounts)).Checks, c => c.Check == "internal-records");
    }

    [Fact]
    public void A_bounce_is_a_flag_a_count_a_date_or_a_reason()
    {
        int Bounced(Column column) => Check("bounced", AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Contacts, (Role.Bounced, column)))).Finding.Count;
        Assert.Equal(1, Bounced(Column.Of("Bounced", new bool?[] { true, false, null })));
        Assert.Equal(1, Bounced(Column.Of("Bounces", new double?[] { 2, 0, null })));
        Assert.Equal(1, Bounced(Column.Of("Bounced on", new DateTime?[] { new(2026, 1, 1), null })));
        Assert.Equal(2, Bounced(Column.Of("Reason", ["Mailbox full", "No", "unknown user", null])));
    }

    // The audit's own rule: 1% of records warns, 5% is an error; each limit belongs to the upper band.
    [Theory]
    [InlineData(0, 1000, Severity.Info)]
    [InlineData(9, 1000, Severity.Info)]
    [InlineData(10, 1000, Severity.Warn)]
    [InlineData(49, 1000, Severity.Warn)]
    [InlineData(50, 1000, Severity.Error)]
    public void Severity_follows_the_share_with_each_limit_in_the_upper_band(int wrong, int records, Severity severity)
    {
        var contacts = AuditWorkspace.Export(EntityKind.Contacts, (Role.Email, Column.Of("Email", Enumerable.Range(0, records).Select(i => i < wrong ? "bad" : "jo@acme.com"))));
        Assert.Equal(severity, Check("malformed-email", AuditWorkspace.Of(contacts)).Finding.Severity);
    }

    // By hand: 1 of 1,000 accounts, but half of the ARR.
    [Fact]
    public void One_account_with_half_of_the_arr_is_an_error()
    {
        var accounts = AuditWorkspace.Export(
            EntityKind.Accounts,
            (Role.AccountId, Column.Of("Id", Enumerable.Range(0, 1000).Select(i => $"A{i:0000}"))),
            (Role.Arr, Column.Of("ARR", Enumerable.Range(0, 1000).Select(i => i == 0 ? 999d : 1d))),
            (Role.Employees, Column.Of("Employees", Enumerable.Range(0, 1000).Select(i => i == 0 ? 0d : 10d))));
        Assert.Equal(Severity.Error, Check("zero-employees", AuditWorkspace.Of(accounts)).Finding.Severity);
    }

    [Fact]
    public void What_the_reader_kept_aside_is_a_warning_with_the_rows()
    {
        var accounts = AuditWorkspace.Export(EntityKind.Accounts, (Role.AccountId, Column.Of("Id", Enumerable.Range(0, 999).Select(i => $"A{i}"))));
        accounts = accounts with { Load = accounts.Load with { RowsAside = new Table("aside", Column.Of("line", [7d])) } };
        var check = Check("rows-kept-aside", AuditWorkspace.Of(accounts));
        Assert.Equal((1000, 1, Severity.Warn), (check.Checked, check.Finding.Count, check.Finding.Severity));
        Assert.Equal("1 of 1,000 rows in accounts.csv did not have the columns of the header and were kept aside.", check.Finding.Message);
        Assert.Equal(7, check.Finding.Rows.Number("line")[0]);
    }
}
