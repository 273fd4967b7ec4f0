using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Audit;

// Every expected number is counted by hand from the rows above it.
public sealed class OrphansAuditTests
{
    private static readonly Export TwoAccounts = Accounts(
        Texts(Role.AccountId, "A", "B", "C", "D"),
        Texts(Role.AccountName, "Acme", "Beta", "Gamma", "Gamma Labs"),
        Texts(Role.Website, "acme.com", "beta.com", "gamma.com", "gamma.com"),
        Numbers(Role.Arr, 100, 50, 20, 10));

    [Fact]
    public void Contacts_are_rescued_by_a_domain_that_one_account_has()
    {
        var result = OrphansAudit.Run(Of(TwoAccounts, Contacts(
            Texts(Role.ContactId, "1", "2", "3", "4", "5", "6"),
            Texts(Role.AccountId, "A", null, "Z", null, null, null),
            Texts(Role.Email, "a@acme.com", "b@beta.com", "c@mail.acme.com", "d@gmail.com", "e@gamma.com", "not an email"))));
        Assert.Equal(1 / 6.0, result.ContactsWithCompany);
        Assert.Equal(3 / 6.0, result.ContactsWithCompanyAfterRescue);
        Assert.Equal(["2", "3"], Values(result.Rescue, "contact id"));
        Assert.Equal(["B", "A"], Values(result.Rescue, "account id"));
        Assert.True(result.Rescue["email"].IsPersonal);
        Assert.Equal(["5"], Values(result.Ambiguous, "contact id"));
        Assert.Equal(2, result.Ambiguous.Number("accounts with the domain")[0]);
        Assert.Equal(4, Check(result, "contacts-no-account").Count);
        Assert.Equal(1, Check(result, "contacts-dangling-account").Count);
        Assert.Equal(Severity.Error, result.Findings.Single(f => f.Check == "contacts-without-company").Severity);
        Assert.Equal(3, Check(result, "accounts-without-contacts").Count);
        Assert.Equal(80, Check(result, "accounts-without-contacts").Arr);
    }

    [Theory]
    [InlineData(9, 1, Severity.Error)] // 90% is not above 90%.
    [InlineData(10, 1, Severity.Info)] // 10 of 11 is 90.9%.
    public void A_share_on_the_limit_does_not_meet_it(int with, int without, Severity severity)
    {
        var ids = Enumerable.Repeat<string?>("A", with).Concat(Enumerable.Repeat<string?>(null, without)).ToArray();
        var result = OrphansAudit.Run(Of(TwoAccounts, Contacts(Texts(Role.AccountId, ids))));
        Assert.Equal(severity, result.Findings.Single(f => f.Check == "contacts-without-company").Severity);
    }

    [Fact]
    public void Arr_of_missing_accounts_is_that_of_their_latest_month()
    {
        var jan = new DateTime(2026, 1, 1);
        var result = OrphansAudit.Run(Of(TwoAccounts, Export(
            EntityKind.ArrHistory,
            Texts(Role.AccountId, "A", "Y", "Y", "Z", null),
            Column.Of(nameof(Role.Period), new DateTime?[] { jan, jan, jan.AddMonths(-1), jan, jan }),
            Numbers(Role.Arr, 100, 30, 99, 12, 7))));
        Assert.Equal(3, Check(result, "arr-without-account").Count);
        Assert.Equal(42, Check(result, "arr-without-account").Arr);
        Assert.Equal(1, Check(result, "arr-without-account-none").Count);
        Assert.Contains("2 accounts", result.Findings.Single(f => f.Check == "arr-without-account").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_subscriptions_those_that_run_on_the_date_count_and_monthly_amounts_are_taken_twelve_times()
    {
        // As of 2026-01-31: the first runs, the second has ended, the third has not begun, the fourth ends on the day and still runs.
        var asOf = new DateTime(2026, 1, 31);
        var result = OrphansAudit.Run(Of(TwoAccounts, Export(
            EntityKind.ArrHistory,
            Texts(Role.AccountId, "Y", "Y", "Y", "Z"),
            Column.Of(nameof(Role.StartDate), new DateTime?[] { asOf.AddDays(-9), null, asOf.AddDays(1), asOf }),
            Column.Of(nameof(Role.EndDate), new DateTime?[] { null, asOf.AddDays(-1), null, asOf }),
            Numbers(Role.Mrr, 1, 10, 100, 1000))));
        Assert.Equal(1001 * 12, Check(result, "arr-without-account").Arr);
    }

    [Fact]
    public void Engagement_without_an_account_column_is_compared_with_contacts()
    {
        var result = OrphansAudit.Run(Of(TwoAccounts, Contacts(Texts(Role.ContactId, "1")), Export(EntityKind.Engagement, Texts(Role.ContactId, "1", "2"))));
        Assert.Equal(1, Check(result, "engagement-without-account").Count);
        Assert.Null(Check(result, "engagement-without-account").Arr);
    }

    [Fact]
    public void Parents_that_are_missing_own_or_circular_are_found_once()
    {
        // 1 → 2 → 3 → 1 is a circle; 4 leads into it and is not in it; 5 is its own; 6 points nowhere; 7 has none.
        var result = OrphansAudit.Run(Of(Accounts(
            Texts(Role.AccountId, "1", "2", "3", "4", "5", "6", "7"),
            Texts(Role.ParentAccountId, "2", "3", "1", "1", "5", "99", null),
            Numbers(Role.Arr, 1, 2, 4, 8, 16, 32, 64))));
        Assert.Equal(["1 → 2 → 3 → 1"], Values(result.ParentCycles, "path"));
        Assert.Equal(7, result.ParentCycles.Number("ARR")[0]);
        Assert.Equal(3, Check(result, "parent-cycle").Count);
        Assert.Equal(1, Check(result, "parent-self").Count);
        Assert.Equal(16, Check(result, "parent-self").Arr);
        Assert.Equal(1, Check(result, "parent-missing").Count);
        Assert.Equal(6, Check(result, "parent-missing").Checked);
    }

    [Fact]
    public void A_long_cycle_is_listed_in_part()
    {
        var ids = Enumerable.Range(0, 1000).Select(i => $"{i}").ToArray();
        var result = OrphansAudit.Run(Of(Accounts(Texts(Role.AccountId, ids), Texts(Role.ParentAccountId, [.. ids.Skip(1), ids[0]]))));
        Assert.Equal("0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → and 990 more → 0", result.ParentCycles.Text("path")[0]);
    }

    [Fact]
    public void Owners_are_compared_with_users()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A", "B", "C", "D"), Texts(Role.OwnerId, "u1", "u2", "u9", null), Numbers(Role.Arr, 1, 2, 4, 8));
        foreach (var active in new Column[]
        {
            Column.Of(nameof(Role.IsActive), new bool?[] { true, false }),
            Texts(Role.IsActive, "Active", "Inactive"),
            Numbers(Role.IsActive, 1, 0),
        })
        {
            var result = OrphansAudit.Run(Of(accounts, Export(EntityKind.Users, Texts(Role.UserId, "u1", "u2"), active)));
            Assert.Equal((1, 2.0), (Check(result, "owner-inactive").Count, Check(result, "owner-inactive").Arr));
            Assert.Equal((1, 4.0), (Check(result, "owner-missing").Count, Check(result, "owner-missing").Arr));
            Assert.Equal((1, 8.0), (Check(result, "owner-none").Count, Check(result, "owner-none").Arr));
        }
    }

    [Fact]
    public void Missing_exports_and_columns_are_findings()
    {
        foreach (var workspace in new[] { Of(), Of(Accounts(Column.Of("colour", ["red"])), Contacts(Column.Of("colour", ["red"]))) })
        {
            var result = OrphansAudit.Run(workspace);
            Assert.Equal(["contacts-without-company", "arr-without-account", "engagement-without-account", "parents", "owners"], result.Findings.Select(f => f.Check));
            Assert.Null(result.ContactsWithCompany);
            Assert.NotEmpty(result.ToHtml());
        }
    }

    [Fact]
    public void Empty_and_all_null_tables_work()
    {
        var empty = OrphansAudit.Run(Of(Accounts(Texts(Role.AccountId), Texts(Role.ParentAccountId), Texts(Role.OwnerId)), Contacts(Texts(Role.AccountId)), Export(EntityKind.Users, Texts(Role.UserId), Texts(Role.IsActive))));
        Assert.All(empty.Checks, c => Assert.Null(c.Share));
        var nothing = OrphansAudit.Run(Of(Accounts(Texts(Role.AccountId, [null])), Contacts(Texts(Role.AccountId, [null]))));
        Assert.Equal(0, nothing.ContactsWithCompany);
    }

    private static OrphanCheck Check(OrphansResult result, string check) => result.Checks.Single(c => c.Check == check);

    private static string[] Values(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(row => table[column].Display(row))];
}
