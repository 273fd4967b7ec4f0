using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class WorkspaceArrTests
{
    private static readonly string[] Ids = ["A1", "A2", "A2", "A3", "A4"];

    [Fact]
    public void The_accounts_own_ARR_comes_first_and_is_kept_as_it_is()
    {
        var workspace = InMemory.Open(Accounts(Column.Of("ARR", [100.0, -5, null, 0, 7])), Snapshots());
        Assert.Equal([100.0, -5, null, 0, 7], Values(workspace));
        Assert.Equal("column 'ARR' of accounts.csv", workspace.AccountArrSource);
    }

    [Fact]
    public void Twelve_times_MRR_stands_in_for_ARR()
    {
        var workspace = InMemory.Open(Accounts(Column.Of("MRR", [10.0, null, 1, 0, -2])));
        Assert.Equal([120.0, null, 12, 0, -24], Values(workspace));
        Assert.Equal("12 x column 'MRR' of accounts.csv", workspace.AccountArrSource);
    }

    [Fact]
    public void An_ARR_column_without_a_value_gives_way_to_the_history() =>
        Assert.Equal("snapshot of 2026-06-01 in arr_history.csv", InMemory.Open(Accounts(Column.Of("ARR", new double?[5])), Snapshots()).AccountArrSource);

    // By hand: June rows are A1 100, A2 40 + 2, and 9 for an account that does not exist; A3 is only in May, so it pays nothing; A4 is nowhere.
    [Fact]
    public void The_latest_snapshot_counts_each_account_once()
    {
        var workspace = InMemory.Open(Accounts(), Snapshots());
        Assert.Equal([100.0, 42, null, 0, null], Values(workspace));
        Assert.Equal("snapshot of 2026-06-01 in arr_history.csv", workspace.AccountArrSource);
    }

    [Fact]
    public void A_snapshot_after_the_as_of_date_is_not_looked_at()
    {
        var workspace = InMemory.Open("as_of: 2026-05-31", [Accounts(), Snapshots()]);
        Assert.Equal([90.0, 0, null, 30, null], Values(workspace));
        Assert.Null(InMemory.Open("as_of: 2020-01-01", [Accounts(), Snapshots()]).AccountArr);
    }

    // By hand, on 2026-06-30: A1 has one that ends on the day (counts) and one that starts the day after (does not); A2 is open-ended; A3 has ended.
    [Fact]
    public void Active_subscriptions_are_added_up_with_both_ends_included()
    {
        var subscriptions = InMemory.Of("subscriptions.csv",
            Column.Of("Account ID", ["A1", "A1", "A2", "A3"]), Column.Of("ARR", [10.0, 20, 30, 40]),
            Dates("Start Date", "2025-07-01", "2026-07-01", "2026-06-30", "2024-01-01"), Dates("End Date", "2026-06-30", "2027-06-30", null, "2025-12-31"));
        var workspace = InMemory.Open("as_of: 2026-06-30", [Accounts(), subscriptions]);
        Assert.Equal([10.0, 30, null, 0, null], Values(workspace));
        Assert.Equal("subscriptions active on 2026-06-30 in subscriptions.csv", workspace.AccountArrSource);
    }

    [Fact]
    public void A_history_of_MRR_is_multiplied()
    {
        var history = InMemory.Of("mrr.csv", Column.Of("Account ID", ["A1"]), Dates("Month", "2026-06-01"), Column.Of("MRR", [10.0]));
        var workspace = InMemory.Open(Accounts(), history);
        Assert.Equal(120, Values(workspace)[0]);
        Assert.Equal("12 x MRR, snapshot of 2026-06-01 in mrr.csv", workspace.AccountArrSource);
    }

    [Fact]
    public void Without_any_ARR_there_is_none()
    {
        var workspace = InMemory.Open(Accounts());
        Assert.Null(workspace.AccountArr);
        Assert.Null(workspace.AccountArrSource);
    }

    private static double?[] Values(Workspace workspace) => [.. Enumerable.Range(0, workspace.AccountArr!.Length).Select(r => workspace.AccountArr[r])];

    private static LoadedTable Accounts(params Column[] more) => InMemory.Of("accounts.csv",
        [Column.Of("Account ID", Ids), Column.Of("Account Name", Ids.Select(i => $"Acme {i}")), Column.Of("Industry", Ids.Select(_ => "Retail")), Column.Of("Employees", Ids.Select(_ => 5)), .. more]);

    private static LoadedTable Snapshots() => InMemory.Of("arr_history.csv",
        Column.Of("account_id", ["A1", "A3", "A1", "A2", "A2", "A9"]), Dates("month", "2026-05-01", "2026-05-01", "2026-06-01", "2026-06-01", "2026-06-01", "2026-06-01"), Column.Of("arr", [90.0, 30, 100, 40, 2, 9]));

    private static DateColumn Dates(string name, params string?[] days) =>
        Column.Of(name, days.Select(d => d is null ? (DateTime?)null : DateTime.ParseExact(d, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
