using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class WorkspaceWithTests
{
    private static readonly Workspace Raw = InMemory.Open(
        InMemory.File("accounts.csv", "Account ID, Account Name, Website, Industry, Employees, ARR", "a#, Name #, www.n#.example, Tech, 10, 100", rows: 4),
        InMemory.File("arr_history.csv", "account_id, month, arr", "a#, 2026-06-01, 7", rows: 4));

    private static Table Accounts => Raw.Accounts.Table;

    [Fact]
    public void A_changed_table_takes_the_place_of_the_exports_own()
    {
        var clean = Raw.With(Raw.Accounts, Accounts.With(Column.Of("Industry", ["A", "B", "C", "D"])));
        Assert.Equal("B", clean.Accounts.Table.Text("Industry")[1]);
        Assert.Equal("B", clean.Tables["accounts"].Text("industry")[1]);
        Assert.Equal("Tech", Raw.Tables["accounts"].Text("industry")[1]);
        Assert.Equal(Raw.Accounts.Roles.AsEnumerable(), clean.Accounts.Roles);
        Assert.Same(Raw.Exports[1], clean.Exports[1]);
    }

    [Fact]
    public void Arr_is_taken_anew()
    {
        // 4 accounts of 100; without the last, 300; with the column emptied, 4 times 7 from the history.
        Assert.Equal(400, Sum(Raw));
        Assert.Equal(300, Sum(Raw.With(Raw.Accounts, Accounts.Head(3))));
        var emptied = Raw.With(Raw.Accounts, Accounts.With(Column.Of("ARR", new double?[4])));
        Assert.Equal(28, Sum(emptied));
        Assert.Equal("snapshot of 2026-06-01 in arr_history.csv", emptied.AccountArrSource);
        Assert.Equal(4, emptied.AccountArr!.Length);
    }

    [Fact]
    public void A_role_moves_to_the_column_that_plays_it_now()
    {
        var table = Accounts.With(Column.Of("Industry (clean)", ["A", "B", "C", "D"])).With(Column.Of("Level", ["1", "2", "3", "4"]));
        var clean = Raw.With(Raw.Accounts, table, (Role.Industry, "industry (CLEAN)"), (Role.Level, "Level"));
        Assert.Equal("Industry (clean)", clean.Accounts.Require(Role.Industry).Name);
        Assert.Equal("Level", clean.Accounts.Require(Role.Level).Name);
        Assert.Single(clean.Accounts.Roles, r => r.Role == Role.Industry);
        Assert.Equal(clean.Accounts.Roles.Select(r => table.Columns.IndexOf(table[r.Column])).Order(), clean.Accounts.Roles.Select(r => table.Columns.IndexOf(table[r.Column])));
    }

    [Fact]
    public void A_column_that_takes_another_role_gives_its_own_up()
    {
        var clean = Raw.With(Raw.Accounts, Accounts, (Role.Segment, "Industry"));
        Assert.Null(clean.Accounts.Find(Role.Industry));
        Assert.Equal("Industry", clean.Accounts.Require(Role.Segment).Name);
    }

    [Fact]
    public void A_role_that_nothing_was_to_play_is_played_once_a_step_makes_the_column()
    {
        var file = InMemory.File("accounts.csv", "Account ID, Account Name, Website, ARR", "a#, Name #, www.n#.example, 100", rows: 4);
        var raw = InMemory.Open("files: {accounts.csv: {roles: {region: ~}}}", [file]);
        var clean = raw.With(raw.Accounts, raw.Accounts.Table.With(Column.Of("Region", ["A", "B", "C", "D"])), (Role.Region, "Region"));
        Assert.Contains("region: Region", clean.Proposal(), StringComparison.Ordinal);
        Assert.DoesNotContain("region: ~", clean.Proposal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_keep_their_order_spelling_format_and_marking()
    {
        var careless = new Table("other", Accounts.Columns.Reverse().Select(c => c.Rename(c.Name.ToUpperInvariant()).AsPersonal(false)).Select(c => c is NumberColumn n ? n.WithFormat(NumberFormat.Score) : c));
        var clean = Raw.With(Raw.Accounts, careless).Accounts.Table;
        Assert.Equal(Accounts.Name, clean.Name);
        Assert.Equal(Accounts.Columns.Select(c => (c.Name, c.IsPersonal, (c as NumberColumn)?.Format)), clean.Columns.Select(c => (c.Name, c.IsPersonal, (c as NumberColumn)?.Format)));
    }

    [Fact]
    public void A_column_that_is_gone_is_refused() => Assert.StartsWith(
        "The new table of accounts.csv has no column 'Industry', which its table has; keep it.",
        Assert.Throws<ArgumentException>(() => Raw.With(Raw.Accounts, Accounts.Select("Account ID", "Account Name", "Website", "Employees", "ARR"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_of_another_type_is_refused() => Assert.StartsWith(
        "The new table of accounts.csv holds Text in column 'Employees', which held Number; add a column instead.",
        Assert.Throws<ArgumentException>(() => Raw.With(Raw.Accounts, Accounts.With(Column.Of("Employees", ["1", "2", "3", "4"])))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_role_for_a_column_that_is_not_there_is_refused() => Assert.StartsWith(
        "The new table of accounts.csv has no column 'Area' to play the role region; it has: Account ID, Account Name,",
        Assert.Throws<ArgumentException>(() => Raw.With(Raw.Accounts, Accounts, (Role.Region, "Area"))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_export_of_another_workspace_is_refused()
    {
        var clean = Raw.With(Raw.Accounts, Accounts.Head(2));
        Assert.StartsWith("The workspace has no such export ('accounts.csv')", Assert.Throws<ArgumentException>(() => clean.With(Raw.Accounts, Accounts)).Message, StringComparison.Ordinal);
    }

    private static double Sum(Workspace workspace) => Enumerable.Range(0, workspace.AccountArr!.Length).Sum(r => workspace.AccountArr[r] ?? 0);
}
