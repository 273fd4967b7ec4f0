using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class WorkspaceFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workspace").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Files, rows, dates and currency as data-samples/README.md states them.
    [Fact]
    public void The_sample_exports_are_recognised_without_a_word()
    {
        var workspace = Workspace.Open(Path.Combine(Repository.Folder, "data-samples"));
        Assert.Equal(
            [
                ("accounts.csv", EntityKind.Accounts, "Salesforce", 2000, 3), ("arr_history.csv", EntityKind.ArrHistory, null, 50859, 0),
                ("contacts.csv", EntityKind.Contacts, "HubSpot", 12000, 8), ("engagement.csv", EntityKind.Engagement, null, 25667, 2),
                ("enrichment_apollo.csv", EntityKind.Enrichment, "Apollo", 708, 0), ("enrichment_clearbit.csv", EntityKind.Enrichment, "Clearbit", 646, 0),
                ("enrichment_zoominfo.csv", EntityKind.Enrichment, "ZoomInfo", 583, 0), ("users.csv", EntityKind.Users, "Salesforce", 48, 0),
            ],
            workspace.Exports.Select(e => (e.File, e.Kind, e.System, e.Table.RowCount, e.Load.RowsAside.RowCount)));
        Assert.Equal((new DateTime(2026, 6, 30), "USD", "column 'ARR' of accounts.csv"), (workspace.AsOf, workspace.Currency, workspace.AccountArrSource));
        Assert.Equal(2000, workspace.AccountArr!.Length);
        Assert.Empty(workspace.Notes);
        Assert.Equal(
            ["accounts", "apollo", "arr_history", "clearbit", "contacts", "engagement", "users", "zoominfo"], workspace.Tables.Keys);
        Assert.Equal("Salesforce Account ID", workspace.Contacts.Find(Role.AccountId)!.Name);
        Assert.EndsWith("(amounts in thousands)", workspace.Exports.Single(e => e.System == "ZoomInfo").Roles.Single(r => r.Role == Role.AnnualRevenue).Reason, StringComparison.Ordinal);
        Assert.Equal(["Account Name", "Website", "Phone", "Billing Street", "CSM__c"], workspace.Accounts.Table.Columns.Where(c => c.IsPersonal).Select(c => c.Name));
    }

    [Fact]
    public void A_proposal_saved_beside_the_exports_gives_the_same_workspace_and_replaces_nothing()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "data-samples"), "*.csv")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var path = Path.Combine(folder, "workspace.yaml");
        var first = Workspace.Open(folder);
        first.SaveProposal(path);
        var second = Workspace.Open(folder);
        Assert.Equal(first.Exports.SelectMany(e => e.Roles.Select(r => (e.File, e.Kind, r.Role, r.Column))), second.Exports.SelectMany(e => e.Roles.Select(r => (e.File, e.Kind, r.Role, r.Column))));
        var error = Assert.Throws<WorkspaceException>(() => second.SaveProposal(path));
        Assert.Equal($"workspace.yaml: the proposal cannot be saved to '{path}'; found a file of that name, expected a name that is free. Save under another name and compare, or pass overwrite: true to replace the file.", error.Message);
        second.SaveProposal(path, overwrite: true);
        Assert.Equal(second.Proposal(), File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused()
    {
        var path = Path.Combine(folder, "nowhere");
        Assert.Equal($"the folder '{path}' does not exist; found nothing there, expected a folder of CSV exports. Pass the folder that holds the exports (on the command line: --data DIR).",
            Assert.Throws<WorkspaceException>(() => Workspace.Open(path)).Message);
        File.WriteAllText(path, "x");
        Assert.Equal("a file", Assert.Throws<WorkspaceException>(() => Workspace.Open(path)).Found);
    }

    [Fact]
    public void A_folder_without_exports_says_what_it_holds()
    {
        Assert.Equal($"the folder '{folder}' holds no exports; found an empty folder, expected at least one file ending in .csv, .tsv or .txt. Export accounts (and contacts, ARR history, engagement, users) as CSV into the folder; sub-folders are not looked at.",
            Assert.Throws<WorkspaceException>(() => Workspace.Open(folder)).Message);
        Directory.CreateDirectory(Path.Combine(folder, "old"));
        Write("old/accounts.csv", "Id,Name\n1,Acme\n");
        Write("accounts.xlsx", "x");
        Assert.Equal("'accounts.xlsx', 'old'", Assert.Throws<WorkspaceException>(() => Workspace.Open(folder)).Found);
    }

    [Fact]
    public void Endings_are_read_in_any_case_and_sub_folders_and_hidden_files_are_not()
    {
        Directory.CreateDirectory(Path.Combine(folder, "old"));
        Write("old/contacts.csv", "x\n1\n");
        Write(".hidden.csv", "x\n1\n");
        Write("A.CSV", "x\n1\n");
        Write("b.tsv", "x\ty\n1\t2\n");
        Write("c.txt", "x;y\n1;2\n");
        Write("notes.md", "x");
        Assert.Equal(["A.CSV", "b.tsv", "c.txt"], Workspace.Open(folder).Exports.Select(e => e.File));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_noted_and_an_error_where_the_settings_name_it()
    {
        Write("accounts.csv", "Account ID,Account Name,Industry\n1,Acme,Retail\n");
        File.CreateSymbolicLink(Path.Combine(folder, "gone.csv"), Path.Combine(folder, "nowhere.csv"));
        var workspace = Workspace.Open(folder);
        Assert.Equal(["accounts.csv"], workspace.Exports.Select(e => e.File));
        Assert.StartsWith("gone.csv cannot be read and is left out: ", Assert.Single(workspace.Notes), StringComparison.Ordinal);
        Write("workspace.yaml", "files:\n  gone.csv:\n    holds: contacts\n");
        Assert.StartsWith("workspace.yaml, line 2, column 3: the file 'gone.csv' cannot be read; found ", Assert.Throws<WorkspaceException>(() => Workspace.Open(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_settings_that_does_not_exist_is_refused_with_its_place()
    {
        Write("accounts.csv", "Account ID,Account Name,Industry\n1,Acme,Retail\n");
        Write("workspace.yaml", "# mine\nfiles:\n  Accounts.csv:\n    holds: accounts\n");
        Assert.Equal("workspace.yaml, line 3, column 3: there is no file 'Accounts.csv' in the folder; found the files 'accounts.csv', expected one of them. Correct the name (case counts), add the file, or remove the entry.",
            Assert.Throws<WorkspaceException>(() => Workspace.Open(folder)).Message);
    }

    [Fact]
    public void Types_and_date_orders_in_the_settings_decide_and_stay_in_the_proposal()
    {
        Write("accounts.csv", "Account ID,Account Name,Industry,Created Date,Code\n1,Acme,Retail,03/04/2026,12\n2,Bolt,Retail,05/06/2026,13\n");
        Write("workspace.yaml", "files:\n  accounts.csv:\n    columns:\n      created date: {date_order: dmy}\n      Code: {type: text}\n");
        var workspace = Workspace.Open(folder);
        Assert.Equal(new DateTime(2026, 4, 3), workspace.Accounts.Table.Date("Created Date")[0]);
        Assert.Equal(ColumnType.Text, workspace.Accounts.Table["Code"].Type);
        Assert.Contains("    columns:\n      Created Date: {type: date, date_order: dmy}\n      Code: {type: text}\n", workspace.Proposal(), StringComparison.Ordinal);
        workspace.SaveProposal(Path.Combine(folder, "workspace.yaml"), overwrite: true);
        Assert.Equal(new DateTime(2026, 4, 3), Workspace.Open(folder).Accounts.Table.Date("Created Date")[0]);
    }

    [Theory]
    [InlineData("2026-06")]
    [InlineData("202606")]
    [InlineData("Jun 2026")]
    public void Months_are_dates_however_the_file_writes_them(string month)
    {
        Write("arr_history.csv", $"account_id,month,arr\nA1,{month},100\nA2,{month},200\n");
        var workspace = Workspace.Open(folder);
        Assert.Equal(new DateTime(2026, 6, 1), ((DateColumn)workspace.Require(EntityKind.ArrHistory).Find(Role.Period)!)[0]);
        Assert.Equal(new DateTime(2026, 6, 30), workspace.AsOf);
    }

    [Fact]
    public void An_empty_file_is_kept_as_Other()
    {
        Write("accounts.csv", string.Empty);
        var export = Assert.Single(Workspace.Open(folder).Exports);
        Assert.Equal((EntityKind.Other, 0), (export.Kind, export.Table.Columns.Length));
        Assert.Equal("no columns", Assert.Throws<WorkspaceException>(() => export.Require(Role.Arr)).Found);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
