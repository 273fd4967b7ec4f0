using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class WorkspaceTests
{
    private static readonly LoadedTable Accounts = InMemory.File("accounts.csv", "Account ID, Account Name, Industry, Employees, Website, ARR__c", "A#, Acme #, Retail, 12#, https://acme#.example, 100#");

    private static readonly LoadedTable Contacts = InMemory.File("people.csv", "Contact ID, First Name, Last Name, Email, belongs to, Job Title, Mobile Phone", "C#, Ada, Example #, ada#@acme.example, A#, CEO, +49 30 23125 692");

    [Fact]
    public void A_column_whose_values_are_account_ids_points_at_the_accounts_whatever_it_is_called()
    {
        var role = InMemory.Open(Accounts, Contacts).Contacts.Roles.Single(r => r.Role == Role.AccountId);
        Assert.Equal("belongs to", role.Column);
        Assert.Equal(0.95, role.Confidence, 6);
        Assert.Equal("40 of 40 values looked at are ids in accounts.csv", role.Reason);
    }

    [Fact]
    public void A_column_named_like_an_account_id_that_matches_no_account_is_doubtful_and_loses_to_one_that_does()
    {
        var contacts = InMemory.File("people.csv", "Contact ID, First Name, Last Name, Email, Account ID, crm key", "C#, Ada, Example #, ada#@acme.example, OLD#, A#");
        var role = InMemory.Open(Accounts, contacts).Contacts.Roles.Single(r => r.Role == Role.AccountId);
        Assert.Equal("crm key", role.Column);
        Assert.EndsWith("; also possible: 'Account ID' (43%)", role.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_in_their_short_form_are_recognised_as_such()
    {
        var numbers = Enumerable.Range(10, 9).ToArray();
        var accounts = InMemory.Of("accounts.csv", Column.Of("Id", numbers.Select(i => $"001Hs00000001{i}AAA")), Column.Of("Name", numbers.Select(i => $"Acme {i}")),
            Column.Of("Industry", numbers.Select(_ => "Retail")), Column.Of("OwnerId", numbers.Select(_ => "005")));
        var contacts = InMemory.Of("people.csv", Column.Of("First Name", numbers.Select(_ => "Ada")), Column.Of("Email", numbers.Select(i => $"a{i}@acme.example")),
            Column.Of("Title", numbers.Select(_ => "CEO")), Column.Of("Account ID", numbers.Select(i => $"001Hs00000001{i}")));
        Assert.EndsWith(", but its values are the first 15 characters of the 18-character ids in accounts.csv: export the long id to link them",
            InMemory.Open(accounts, contacts).Contacts.Roles.Single(r => r.Role == Role.AccountId).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_account_ids_the_one_that_other_files_point_at_is_the_key()
    {
        var accounts = InMemory.File("accounts.csv", "Id, External Id, Account Name, Industry, Employees, OwnerId", "001A#, A#, Acme #, Retail, 12#, 005");
        Assert.Equal("External Id", InMemory.Open(accounts, Contacts).Accounts.Find(Role.AccountId)!.Name);
        Assert.Equal("Id", InMemory.Open(accounts).Accounts.Find(Role.AccountId)!.Name);
    }

    [Fact]
    public void A_copy_of_the_key_is_not_taken_for_the_parent()
    {
        var accounts = InMemory.File("accounts.csv", "Account ID, legacy, Account Name, Industry, Employees", "A#, A#, Acme #, Retail, 12#");
        Assert.Null(InMemory.Open(accounts).Accounts.Find(Role.ParentAccountId));
    }

    [Fact]
    public void A_column_of_other_accounts_ids_is_the_parent_whatever_it_is_called()
    {
        var ids = Enumerable.Range(1, 40).Select(i => $"A{i}").ToArray();
        var accounts = InMemory.Of("accounts.csv", Column.Of("Account ID", ids), Column.Of("Account Name", ids.Select(i => $"Acme {i}")),
            Column.Of("Industry", ids.Select(_ => "Retail")), Column.Of("belongs to", ids.Select((_, i) => i % 4 == 0 ? ids[(i + 5) % 40] : null)));
        Assert.Equal("belongs to", InMemory.Open(accounts).Accounts.Find(Role.ParentAccountId)!.Name);
    }

    [Fact]
    public void Two_columns_that_compete_leave_the_loser_named()
    {
        var accounts = InMemory.File("accounts.csv", "Account ID, Account Name, Industry, Sector", "A#, Acme #, Retail, Shops");
        var role = InMemory.Open(accounts).Accounts.Roles.Single(r => r.Role == Role.Industry);
        Assert.Equal("header 'Industry'; also possible: 'Sector' (80%)", role.Reason);
    }

    [Fact]
    public void A_header_that_the_values_contradict_is_less_sure_and_says_why()
    {
        var accounts = InMemory.File("accounts.csv", "Account ID, Account Name, Industry, ARR", "A#, Acme #, Retail, high");
        var role = InMemory.Open(accounts).Accounts.Roles.Single(r => r.Role == Role.Arr);
        Assert.Equal(0.95 * 0.45, role.Confidence, 6);
        Assert.EndsWith(", but its values are read as text", role.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Emails_and_web_addresses_are_found_by_their_values()
    {
        var contacts = InMemory.File("people.csv", "First Name, Last Name, reach", "Ada, Example #, ada#@acme.example");
        Assert.Equal("reach", InMemory.Open(contacts).Contacts.Find(Role.Email)!.Name);
        var accounts = InMemory.File("accounts.csv", "Account Name, Industry, Employees, net", "Acme #, Retail, 5, acme#.example");
        Assert.Equal("net", InMemory.Open(accounts).Accounts.Find(Role.Domain)!.Name);
    }

    [Fact]
    public void Two_files_of_accounts_leave_the_surer_one_and_a_note()
    {
        var second = InMemory.File("companies.csv", "name, industry, numberofemployees", "Acme #, Retail, 5");
        var workspace = InMemory.Open(Accounts, second);
        Assert.Equal(["accounts.csv", "companies.csv"], workspace.Exports.Select(e => e.File));
        Assert.Equal([EntityKind.Accounts, EntityKind.Other], workspace.Exports.Select(e => e.Kind));
        var note = Assert.Single(workspace.Notes);
        Assert.StartsWith("companies.csv looks like accounts too (", note, StringComparison.Ordinal);
        Assert.EndsWith("but accounts.csv is taken for them; if it should be the other way round, write 'holds: accounts' for companies.csv in workspace.yaml.", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_declared_as_accounts_are_refused()
    {
        var second = InMemory.File("companies.csv", "name, industry", "Acme #, Retail");
        var error = Assert.Throws<WorkspaceException>(() => InMemory.Open("files:\n  accounts.csv:\n    holds: accounts\n  companies.csv:\n    holds: accounts\n", [Accounts, second]));
        Assert.Equal("workspace.yaml, line 5, column 12: two files are said to hold accounts; found accounts.csv and companies.csv, expected one file. Keep one and write 'holds: other' for the other, or merge the two files.", error.Message);
    }

    [Fact]
    public void What_workspace_yaml_says_wins_and_the_rest_stays_recognised()
    {
        var workspace = InMemory.Open("files:\n  accounts.csv:\n    roles:\n      industry: Employees\n      arr: ~\n", [Accounts, Contacts]);
        var export = workspace.Accounts;
        Assert.Equal("Employees", export.Find(Role.Industry)!.Name);
        Assert.Equal(1, export.Roles.Single(r => r.Role == Role.Industry).Confidence);
        Assert.Equal("workspace.yaml says so", export.Roles.Single(r => r.Role == Role.Industry).Reason);
        Assert.Null(export.Find(Role.Arr));
        Assert.Null(export.Find(Role.Employees));
        Assert.Equal("Account Name", export.Find(Role.AccountName)!.Name);
        Assert.Equal("people.csv", workspace.Contacts.File);
    }

    [Fact]
    public void A_column_that_does_not_exist_is_refused_with_its_place()
    {
        var error = Assert.Throws<WorkspaceException>(() => InMemory.Open("files:\n  accounts.csv:\n    roles:\n      arr: Revenue\n", [Accounts]));
        Assert.Equal("workspace.yaml, line 4, column 12: accounts.csv has no column 'Revenue'; found the columns 'Account ID', 'Account Name', 'Industry', 'Employees', 'Website', 'ARR__c', expected one of them. Correct the name, or remove the entry.", error.Message);
    }

    [Fact]
    public void A_role_that_is_missing_says_what_was_looked_for_and_how_to_name_it()
    {
        var error = Assert.Throws<WorkspaceException>(() => InMemory.Open(Accounts).Accounts.Require(Role.ChurnDate));
        Assert.Equal(
            """
            accounts.csv: no column plays the role churn_date; found the columns 'Account ID', 'Account Name', 'Industry', 'Employees', 'Website', 'ARR__c', expected a header such as 'churnedAt', 'Churn Date', 'Churned Date', 'Churned On', 'Cancellation Date', 'Cancelled Date', 'Canceled At', 'Cancelled At', 'Termination Date'. If one of the columns is it, write in workspace.yaml:
            files:
              accounts.csv:
                roles:
                  churn_date: <column>
            """,
            error.Message);
        Assert.Equal("accounts.csv", error.File);
    }

    [Fact]
    public void A_kind_that_is_missing_says_which_files_there_are_and_how_to_name_one()
    {
        var error = Assert.Throws<WorkspaceException>(() => InMemory.Open(InMemory.File("x.csv", "a, b", "1, 2")).Accounts);
        Assert.Equal(
            """
            no file in 'exports' holds accounts; found x.csv (other, 100%), expected a file with columns such as 'Id', 'Account Name', 'Website', 'Industry'. Add the export to the folder. If one of the files is it, write in workspace.yaml:
            files:
              <file>:
                holds: accounts
            """,
            error.Message);
    }

    [Fact]
    public void Missing_roles_are_a_table_with_the_line_that_fixes_each()
    {
        var missing = InMemory.Open(Accounts).MissingRoles;
        Assert.Contains("segment", Enumerable.Range(0, missing.RowCount).Select(r => missing.Text("role")[r]));
        Assert.DoesNotContain("industry", Enumerable.Range(0, missing.RowCount).Select(r => missing.Text("role")[r]));
        var line = missing.Text("workspace.yaml")[0]!;
        Assert.Equal("files: {accounts.csv: {roles: {annual_revenue: <column>}}}", line);
        Assert.Equal("Website", InMemory.Open(line.Replace("<column>", "Website", StringComparison.Ordinal), [Accounts]).Accounts.Find(Role.AnnualRevenue)!.Name);
    }

    [Fact]
    public void A_proposal_loads_back_to_the_same_files_and_roles()
    {
        LoadedTable[] files = [.. SystemExports.All.Concat(SystemExports.Unrelated).Select((e, i) => InMemory.File($"{i:00} {e.File}", e.Headers, e.Values))];
        var first = InMemory.Open([.. files]);
        var second = InMemory.Open(first.Proposal(), [.. files]);
        Assert.Equal(first.Exports.Select(e => (e.File, e.Kind, e.System)), second.Exports.Select(e => (e.File, e.Kind, e.System)));
        foreach (var (before, after) in first.Exports.Zip(second.Exports))
            Assert.Equal(before.Roles.Select(r => (r.Role, r.Column)), after.Roles.Select(r => (r.Role, r.Column)));
        Assert.All(second.Exports, e => Assert.Equal(1, e.Confidence));
        Assert.Equal(first.AsOf, second.AsOf);
        Assert.Equal(second.Proposal(), InMemory.Open(second.Proposal(), [.. files]).Proposal());
    }

    [Fact]
    public void A_proposal_keeps_hostile_names_limits_picklists_and_roles_that_nothing_plays()
    {
        var hostile = InMemory.Of("a: \"b\" #c.csv", Column.Of("Account ID", ["1", "2"]), Column.Of("Account\nName: \"x\\y\" # z", ["a", "b"]), Column.Of("null", ["a", "b"]), Column.Of("- Ünï\u2028\t", ["Retail", "Retail"]));
        var yaml = """
            files:
              "a: \"b\" #c.csv":
                holds: accounts
                roles:
                  account_name: "Account\nName: \"x\\y\" # z"
                  industry: "null"
                  segment: "- Ünï\u2028\t"
                  arr: ~
            limits:
              stale_months: 6
            picklists:
              industry: ["a, b", "- c"]
            """;
        var first = InMemory.Open(yaml, [hostile]);
        var second = InMemory.Open(first.Proposal(), [hostile]);
        Assert.Equal(first.Accounts.Roles.Select(r => (r.Role, r.Column)), second.Accounts.Roles.Select(r => (r.Role, r.Column)));
        Assert.Contains((Role.Segment, "- Ünï\u2028\t"), second.Accounts.Roles.Select(r => (r.Role, r.Column)));
        Assert.Equal(6, second.Limits.StaleMonths);
        Assert.Equal(["a, b", "- c"], second.Picklists[Role.Industry].AsEnumerable());
        Assert.Contains("arr: ~", second.Proposal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_point_at_people_and_customers_are_marked()
    {
        var contacts = InMemory.Open(Accounts, Contacts).Contacts.Table;
        Assert.Equal(["First Name", "Last Name", "Email", "Mobile Phone"], contacts.Columns.Where(c => c.IsPersonal).Select(c => c.Name));
        var accounts = InMemory.Open(Accounts).Accounts.Table;
        Assert.Equal(["Account Name", "Website"], accounts.Columns.Where(c => c.IsPersonal).Select(c => c.Name));
        var free = InMemory.File("notes.csv", "memo, City, Postcode, contacted, dial, day", "call back, Berlin, 10115, ada#@acme.example, +1 212 555 0100, 2026-06-01");
        Assert.Equal(["contacted", "dial"], InMemory.Open(free).Exports[0].Table.Columns.Where(c => c.IsPersonal).Select(c => c.Name));
    }

    [Fact]
    public void A_second_email_and_the_owner_s_name_are_marked_though_another_column_plays_the_role()
    {
        var contacts = InMemory.File("people.csv", "First Name, Email, Work Email, Contact Owner, Parent Account, Department", "Ada, ada#@acme.example, _, Bo, Acme, Sales");
        Assert.Equal(["First Name", "Email", "Work Email", "Contact Owner", "Parent Account"], InMemory.Open(contacts).Contacts.Table.Columns.Where(c => c.IsPersonal).Select(c => c.Name));
    }

    [Fact]
    public void A_query_over_accounts_finds_its_columns_whatever_the_exports_hold()
    {
        var without = InMemory.Open(InMemory.File("weather.csv", "date, temperature", "2024-01-01, 12")).Tables["accounts"];
        Assert.Equal(0, without.RowCount);
        Assert.Equal(["account_id", "account_name", "industry", "country", "segment", "employees", "arr"], without.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Tables_have_their_own_columns_and_one_more_a_role()
    {
        var workspace = InMemory.Open(
            Accounts, Contacts, InMemory.File("Web Traffic (1).csv", "day, hits", "2026-06-01, 5"), InMemory.File("zi.csv", SystemExports.All[15].Headers, SystemExports.All[15].Values));
        Assert.Equal(["accounts", "contacts", "web_traffic_1", "zoominfo"], workspace.Tables.Keys);
        var accounts = workspace.Tables["accounts"];
        Assert.Same(accounts, workspace.Tables["accounts"]);
        Assert.Equal("accounts", accounts.Name);
        Assert.Equal(["Account ID", "Account Name", "Industry", "Employees", "Website", "ARR__c", "account_id", "account_name", "arr", "country", "segment"], accounts.Columns.Select(c => c.Name));
        Assert.True(accounts["account_name"].IsPersonal);
        Assert.Equal(accounts.Number("ARR__c")[3], accounts.Number("arr")[3]);
    }

    [Fact]
    public void The_accounts_table_has_arr_also_where_it_comes_from_the_history()
    {
        var accounts = InMemory.File("accounts.csv", "Account ID, Account Name, Industry", "A#, Acme #, Retail");
        var history = InMemory.File("arr_history.csv", "account_id, month, arr", "A#, 2026-06-01, 12#");
        Assert.Equal(123, InMemory.Open(accounts, history).Tables["accounts"].Number("arr")[2]);
    }

    [Fact]
    public void Months_written_as_text_become_dates()
    {
        var history = InMemory.File("arr_history.csv", "account_id, Month, arr", "A#, Jun 2026, 12#");
        var workspace = InMemory.Open(Accounts, history);
        Assert.Equal(new DateTime(2026, 6, 1), ((DateColumn)workspace.Find(EntityKind.ArrHistory)!.Find(Role.Period)!)[0]);
        Assert.Equal(new DateTime(2026, 6, 30), workspace.AsOf);
    }

    [Fact]
    public void Currency_comes_from_the_rows_or_the_header_and_several_are_noted()
    {
        static Workspace With(string headers, string values) => InMemory.Open(InMemory.File("accounts.csv", $"Account ID, Account Name, Industry, {headers}", $"A#, Acme #, Retail, {values}"));
        Assert.Equal("EUR", With("CurrencyIsoCode, ARR", "EUR, 5").Currency);
        Assert.Equal("GBP", With("ARR (GBP)", "5").Currency);
        Assert.Null(With("ARR", "5").Currency);
        var ids = Enumerable.Range(0, 4).Select(i => $"A{i}").ToArray();
        var mixed = InMemory.Open(InMemory.Of("accounts.csv", Column.Of("Account ID", ids), Column.Of("Account Name", ids), Column.Of("Industry", ids), Column.Of("Currency", ["EUR", "USD", "EUR", "eur "])));
        Assert.Null(mixed.Currency);
        Assert.Equal("Amounts are in 2 currencies (EUR 3 rows, USD 1 rows); they are added up as they stand, not converted.", Assert.Single(mixed.Notes));
    }

    [Fact]
    public void It_shows_files_dates_and_notes_with_every_value_encoded()
    {
        var workspace = InMemory.Open(InMemory.File("accounts<b>.csv", "Account ID, Account Name, Industry", "A#, <script>, Retail"));
        var html = workspace.ToHtml();
        Assert.Contains("accounts&lt;b&gt;.csv", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("As of no date: the exports hold no dates, so nothing has an age; write as_of in workspace.yaml.", html, StringComparison.Ordinal);
        Assert.Contains("ARR: none in the exports.", workspace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_without_rows_columns_or_values_are_kept()
    {
        var empty = InMemory.Of("empty.csv");
        var header = InMemory.Of("accounts.csv", Column.Of("Account ID", Array.Empty<string>()), Column.Of("Account Name", Array.Empty<string>()), Column.Of("Industry", Array.Empty<string>()), Column.Of("ARR", Array.Empty<string>()));
        var blank = InMemory.Of("people.csv", Column.Of("First Name", new string?[] { null, null }), Column.Of("Last Name", new string?[] { null, null }), Column.Of("Email", new string?[] { null, null }), Column.Of("Title", new string?[] { null, null }));
        var workspace = InMemory.Open(empty, header, blank);
        Assert.Equal([EntityKind.Other, EntityKind.Accounts, EntityKind.Contacts], workspace.Exports.Select(e => e.Kind));
        Assert.Equal(3, workspace.Tables.Count);
        Assert.NotNull(workspace.ToHtml());
    }
}
