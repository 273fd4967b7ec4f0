using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Assign;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Framework;

/// <summary>Small exports written by hand, looked at on 30 June 2026; what is expected is reckoned beside it.</summary>
public sealed class FrameworkRecordsTests
{
    private const string AsOf = "as_of: 2026-06-30";

    [Fact]
    public void A_field_is_a_column_named_a_role_or_a_column_called_so()
    {
        var records = Take("employees: whole, customer_tier: text, platform: text", w => w, f => f.Name == "platform" ? f with { Column = "Primary_Platform__c" } : f);
        Assert.Equal([100d, 2000, null], Numbers(records, "employees"));
        Assert.Equal(["SMB", "Enterprise", null], Values(records, "customer_tier"));
        Assert.Equal(["ERP", null, "ERP"], Values(records, "platform"));
        Assert.Equal(["column 'Employees' of accounts.csv", "column 'Customer_Tier__c' of accounts.csv", "column 'Primary_Platform__c' of accounts.csv"], records.Sources.AsEnumerable());
        Assert.Equal(["a1", "a2", "a3"], Enumerable.Range(0, 3).Select(r => records.Ids[r]));
        Assert.True(records.Names!.IsPersonal);
    }

    [Fact]
    public void The_success_manager_looks_after_an_account_and_its_owner_where_there_is_none()
    {
        var records = Take("employees: whole");
        Assert.Equal(["Manager One", "User Two", "u9"], Enumerable.Range(0, 3).Select(r => records.Owners![r]));
        Assert.True(records.Owners!.IsPersonal);
    }

    [Fact]
    public void Derived_fields_count_from_the_date()
    {
        var records = Take("arr: number, tenure_months: whole, days_since_activity: whole, days_to_renewal: whole, contacts: whole");
        Assert.Equal([1200d, 500_000, null], Numbers(records, "arr"));
        // 15 January 2024 to 30 June 2026 is 29 months and 15 days; blank, so the creation on 30 June 2025 counts: 12 months; the third begins later.
        Assert.Equal([29d, 12, null], Numbers(records, "tenure_months"));
        // June has 30 days; 30 June itself is 0 days ago; after the date nothing is known.
        Assert.Equal([29d, 0, null], Numbers(records, "days_since_activity"));
        // 15 July is in 15 days; blank, so the end on 31 May counts, 30 days ago.
        Assert.Equal([15d, -30, null], Numbers(records, "days_to_renewal"));
        Assert.Equal([2d, 0, 0], Numbers(records, "contacts"));
        Assert.Contains(records.Notes, n => n == "tenure_months is blank for 1 record whose start lies after 2026-06-30.");
    }

    [Fact]
    public void Usage_is_the_mean_of_the_last_three_full_months()
    {
        // a1: April 10, May 20, June 60 of 100 licences each; a2 only in June; a3 never.
        var records = Take("usage: number, active_share: number, adoption: number, nps: number");
        Assert.Equal([30d, 5, null], Numbers(records, "usage"));
        Assert.Equal([0.3, 0.5, null], Numbers(records, "active_share"));
        Assert.Equal([0.5, 0.9, null], Numbers(records, "adoption"));
        Assert.Equal([9d, null, null], Numbers(records, "nps"));
        // On 29 June the month is not full: March (100), April, May; the rows of June do not count, their answers do not either.
        var before = Take("usage: number, nps: number", asOf: new DateTime(2026, 5, 31));
        Assert.Equal([(100d + 10 + 20) / 3, null], Numbers(before, "usage"));
        Assert.Equal([7d, null], Numbers(before, "nps"));
        Assert.Equal([(100d + 10 + 20) / 3, null], Numbers(Take("usage: number", asOf: new DateTime(2026, 6, 29)), "usage"));
    }

    [Fact]
    public void On_an_earlier_date_ARR_comes_from_the_history_and_what_was_created_later_is_not_there()
    {
        var records = Take("arr: number, employees: whole, days_to_renewal: whole", asOf: new DateTime(2025, 6, 15));
        // a2 was created on 30 June 2025 but paid in June 2025 already: it was there. a3 came later.
        Assert.Equal(["a1", "a2"], Enumerable.Range(0, records.Count).Select(r => records.Ids[r]));
        Assert.Equal([1000d, 400_000], Numbers(records, "arr"));
        Assert.Equal([1000d, 400_000], Enumerable.Range(0, 2).Select(r => records.Arr![r]!.Value));
        Assert.Equal([100d, 2000], Numbers(records, "employees"));
        // 15 July 2025 is in 30 days, 15 July 2026 a year later.
        Assert.Equal(395d, Numbers(records, "days_to_renewal")[0]);
        Assert.Equal(1, records.NotYet);
        Assert.Contains(records.Notes, n => n.StartsWith("1 record created after 2025-06-15", StringComparison.Ordinal));
        Assert.Contains(records.Notes, n => n.StartsWith("Values of 2025-06-15", StringComparison.Ordinal));
    }

    [Fact]
    public void The_change_of_ARR_compares_with_twelve_months_before()
    {
        // a1: 1,200 after 1,000; a2: 500,000 after 400,000; a3 had none.
        Assert.Equal([0.2, 0.25, null], Numbers(Take("arr_change_12m: number"), "arr_change_12m").Select(v => v is null ? v : Math.Round(v.Value, 12)));
    }

    [Fact]
    public void Contacts_look_through_to_their_account_and_orphans_are_blank()
    {
        var records = Take("account.employees: whole, account.arr: number, days_since_activity: whole", of: EntityKind.Contacts);
        Assert.Equal([100d, 100, null], Numbers(records, "account.employees"));
        Assert.Equal([1200d, 1200, null], Numbers(records, "account.arr"));
        Assert.Equal([1200d, 1200, null], Enumerable.Range(0, 3).Select(r => records.Arr![r]));
        Assert.Equal([1d, null, 2], Numbers(records, "days_since_activity"));
        Assert.Equal(["Ada One", "Bea", null], Enumerable.Range(0, 3).Select(r => records.Names![r]));
        Assert.Equal(["Manager One", "Manager One", null], Enumerable.Range(0, 3).Select(r => records.Owners![r]));
    }

    [Fact]
    public void A_field_without_a_column_names_the_nearest()
    {
        var error = Assert.Throws<WorkspaceException>(() => Take("employes: whole"));
        Assert.Equal("accounts.csv", error.File);
        // One letter too few: the role and the column are at distance 1.
        Assert.StartsWith("accounts.csv: the framework's field 'employes' has no column; found the nearest names 'employees', ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Name the column in framework.yaml: fields: {accounts: {employes: {column: <column>}}}, or remove the field and the rules that use it.", error.Message, StringComparison.Ordinal);
        Assert.Contains("the column 'Tier' of the framework's field 'tier' is not there", Assert.Throws<WorkspaceException>(() => Take("tier: text", w => w, f => f with { Column = "Tier" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_field_without_its_export_says_what_it_needs()
    {
        var workspace = InMemory.Open(AsOf, [Accounts()]);
        var error = Assert.Throws<WorkspaceException>(() => FrameworkRecords.Take(workspace, Rules.Of("usage: number"), EntityKind.Accounts));
        Assert.Contains("the framework's field 'usage' cannot be reckoned", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected an engagement export with account, period and usage", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_of_another_type_than_its_column_is_refused()
    {
        var error = Assert.Throws<WorkspaceException>(() => Take("customer_tier: number"));
        Assert.Equal(
            "accounts.csv: the framework's field 'customer_tier' is declared as number but column 'Customer_Tier__c' holds another type; found text, expected number. Declare the field as the column is, name another column in "
            + "framework.yaml (fields: {accounts: {customer_tier: {column: <column>}}}), or have the column read as number under 'columns' in workspace.yaml.", error.Message);
        Assert.Throws<WorkspaceException>(() => Take("employees: text"));
        Assert.Throws<WorkspaceException>(() => Take("arr: flag"));
    }

    [Fact]
    public void A_column_without_a_value_suits_every_type()
    {
        var workspace = InMemory.Open(AsOf, [InMemory.Of("accounts.csv", Column.Of("Account ID", ["a1"]), Column.Of("Account Name", ["A"]), Column.Of("Employees", new string?[1]))]);
        Assert.Equal([null], Numbers(FrameworkRecords.Take(workspace, Rules.Of("employees: whole"), EntityKind.Accounts), "employees"));
    }

    [Fact]
    public void Fractions_in_a_whole_field_are_kept_and_counted()
    {
        var workspace = InMemory.Open(AsOf, [InMemory.Of("accounts.csv", Column.Of("Account ID", ["a1", "a2"]), Column.Of("Account Name", ["A", "B"]), Column.Of("Employees", [1.5, 2]))]);
        var records = FrameworkRecords.Take(workspace, Rules.Of("employees: whole"), EntityKind.Accounts);
        Assert.Equal([1.5, 2d], Numbers(records, "employees"));
        Assert.Equal(1, records.NotWhole["employees"]);
        Assert.Equal(1d, records.ToTable().Number("not whole")[0]);
    }

    [Fact]
    public void Every_derived_field_is_reckoned_where_the_exports_hold_what_it_needs()
    {
        foreach (var field in DerivedField.All) Assert.Single(Take($"{field.Name}: {field.Type}", of: field.Of).Fields.Columns);
        Assert.Equal(DerivedField.All.Length, DerivedField.Catalogue.RowCount);
    }

    private static FrameworkRecords Take(string fields, EntityKind of = EntityKind.Accounts, DateTime? asOf = null) => Take(fields, w => w, f => f, of, asOf);

    private static FrameworkRecords Take(string fields, Func<Workspace, Workspace> change, Func<FieldDefinition, FieldDefinition> field, EntityKind of = EntityKind.Accounts, DateTime? asOf = null) =>
        FrameworkRecords.Take(change(Exports()), Rules.Of([.. Rules.Fields(of, fields).Select(f => f with { Definition = field(f.Definition) })]), of, asOf);

    private static double?[] Numbers(FrameworkRecords records, string field) => [.. Enumerable.Range(0, records.Count).Select(r => records.Fields.Number(field)[r])];

    private static object?[] Values(FrameworkRecords records, string field) => [.. Enumerable.Range(0, records.Count).Select(records.Fields[field].Value)];

    private static Workspace Exports() => InMemory.Open(AsOf, [Accounts(), Contacts(), History(), Engagement(), Users()]);

    private static LoadedTable Accounts() => InMemory.Of(
        "accounts.csv",
        Column.Of("Account ID", ["a1", "a2", "a3"]),
        Column.Of("Account Name", ["Acme", "Bolt", "Cole"]),
        Column.Of("Employees", [100d, 2000, null]),
        Column.Of("ARR", [1200d, 500_000, null]),
        Column.Of("Customer_Tier__c", ["SMB", "Enterprise", null]),
        Column.Of("Primary_Platform__c", ["ERP", null, "ERP"]),
        Column.Of("CSM", ["Manager One", null, null]),
        Column.Of("Owner ID", ["u1", "u2", "u9"]),
        Column.Of("Contract Start Date", [Day("2024-01-15"), null, null]),
        Column.Of("Contract End Date", [Day("2026-07-14"), Day("2026-05-31"), null]),
        Column.Of("Renewal Date", [Day("2026-07-15"), null, null]),
        Column.Of("Created Date", [Day("2023-12-01"), Day("2025-06-30"), Day("2026-07-01")]),
        Column.Of("Last Activity", [Day("2026-06-01"), Day("2026-06-30"), Day("2026-08-01")]));

    private static LoadedTable Contacts() => InMemory.Of(
        "contacts.csv",
        Column.Of("Contact ID", ["c1", "c2", "c3"]),
        Column.Of("First Name", ["Ada", "Bea", null]),
        Column.Of("Last Name", ["One", null, null]),
        Column.Of("Email", ["ada@one.example", "bea@one.example", "c@one.example"]),
        Column.Of("Account ID", ["a1", "a1", "gone"]),
        Column.Of("Last Activity Date", [Day("2026-06-29"), null, Day("2026-06-28")]));

    private static LoadedTable History() => InMemory.Of(
        "arr_history.csv",
        Column.Of("Account ID", ["a1", "a2", "a1", "a2"]),
        Column.Of("Month", [Day("2025-06-01"), Day("2025-06-01"), Day("2026-06-01"), Day("2026-06-01")]),
        Column.Of("ARR", [1000d, 400_000, 1200, 500_000]));

    private static LoadedTable Engagement() => InMemory.Of(
        "engagement.csv",
        Column.Of("Account ID", ["a1", "a1", "a1", "a1", "a2"]),
        Column.Of("Month", [Day("2026-03-01"), Day("2026-04-01"), Day("2026-05-01"), Day("2026-06-01"), Day("2026-06-01")]),
        Column.Of("Active Users", [100d, 10, 20, 60, 5]),
        Column.Of("Licensed Users", [100d, 100, 100, 100, 10]),
        Column.Of("Feature Adoption", [1, 0.25, 0.5, 0.75, 0.9]),
        Column.Of("NPS", [7d, null, null, 9, null]));

    private static LoadedTable Users() => InMemory.Of(
        "users.csv",
        Column.Of("User ID", ["u1", "u2"]),
        Column.Of("Name", ["User One", "User Two"]),
        Column.Of("Email", ["u1@us.example", "u2@us.example"]),
        Column.Of("IsActive", [true, (bool?)true]));

    private static DateTime? Day(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
