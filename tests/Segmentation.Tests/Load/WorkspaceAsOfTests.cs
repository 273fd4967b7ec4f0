using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class WorkspaceAsOfTests
{
    private static readonly DateTime June = new(2026, 6, 30);

    [Fact]
    public void What_workspace_yaml_says_is_the_as_of_date()
    {
        var workspace = InMemory.Open("as_of: 2025-01-15", [History(3, 100)]);
        Assert.Equal((new DateTime(2025, 1, 15), "workspace.yaml says so"), (workspace.AsOf, workspace.AsOfReason));
    }

    [Fact]
    public void The_month_end_of_the_latest_whole_snapshot_is_the_as_of_date()
    {
        var workspace = InMemory.Open(History(3, 100));
        Assert.Equal(June, workspace.AsOf);
        Assert.Equal("month end of the latest whole month in arr_history.csv (at least 50% of the median month's rows)", workspace.AsOfReason);
    }

    [Fact]
    public void A_few_rows_of_later_months_are_left_out()
    {
        var workspace = InMemory.Open(History(3, 100, (new DateTime(2026, 7, 1), 49), (new DateTime(2099, 12, 1), 1)));
        Assert.Equal(June, workspace.AsOf);
        Assert.EndsWith("; 50 rows of later months left out as implausible", workspace.AsOfReason, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 7, 31), InMemory.Open(History(3, 100, (new DateTime(2026, 7, 1), 50))).AsOf);
    }

    [Fact]
    public void Record_dates_shortly_after_the_snapshot_do_not_move_it_and_much_later_ones_do()
    {
        Assert.Equal(June, InMemory.Open(Modified(June.AddDays(31), 40), History(3, 100)).AsOf);
        var later = InMemory.Open(Modified(June.AddDays(32), 40), History(3, 100));
        Assert.Equal(June.AddDays(32), later.AsOf);
        Assert.EndsWith("; the last snapshot, 2026-06-30, is more than 31 days older", later.AsOfReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_snapshots_the_latest_record_date_counts()
    {
        var workspace = InMemory.Open(Modified(June, 40));
        Assert.Equal((June, "latest plausible date on which a record was active, modified or created (Last Modified Date of accounts.csv)"), (workspace.AsOf, workspace.AsOfReason));
    }

    [Fact]
    public void Dates_in_the_far_future_are_left_out_and_counted()
    {
        var workspace = InMemory.Open(Modified(June, 40, new DateTime(2099, 1, 1), new DateTime(9999, 12, 31)));
        Assert.Equal(June, workspace.AsOf);
        Assert.EndsWith("; 2 later dates left out as implausible", workspace.AsOfReason, StringComparison.Ordinal);
    }

    // One record a day up to 30 June; after it 2 of 402 (under 2%) in 200 days, a hundredth of the rate.
    [Fact]
    public void A_scatter_of_near_future_dates_is_left_out() =>
        Assert.Equal(June, InMemory.Open(Modified(June, 400, June.AddDays(60), June.AddDays(200))).AsOf);

    [Fact]
    public void A_quiet_week_at_the_end_belongs_to_the_data() =>
        Assert.Equal(June.AddDays(7), InMemory.Open(Modified(June, 400, June.AddDays(7))).AsOf);

    // 10 of 410 dates are 2.4%: too many to be errors.
    [Fact]
    public void Many_late_dates_are_the_data_itself() =>
        Assert.Equal(June.AddDays(300), InMemory.Open(Modified(June, 400, [.. Enumerable.Range(1, 10).Select(i => June.AddDays(30 * i))])).AsOf);

    [Fact]
    public void Old_gaps_do_not_cut_off_the_present() =>
        Assert.Equal(June, InMemory.Open(Modified(June, 40, new DateTime(1999, 1, 1), new DateTime(1900, 1, 1))).AsOf);

    [Fact]
    public void Dates_that_are_no_record_dates_count_only_where_there_is_nothing_else()
    {
        var ids = Enumerable.Range(0, 9).Select(i => $"A{i}").ToArray();
        var accounts = InMemory.Of("accounts.csv", Column.Of("Account ID", ids), Column.Of("Account Name", ids), Column.Of("Industry", ids), Column.Of("Renewal Date", ids.Select((_, i) => (DateTime?)June.AddDays(-i))));
        var workspace = InMemory.Open(accounts);
        Assert.Equal(June, workspace.AsOf);
        Assert.Contains("better: write as_of in workspace.yaml", workspace.AsOfReason, StringComparison.Ordinal);
    }

    private static LoadedTable Modified(DateTime last, int days, params DateTime[] more)
    {
        var dates = Enumerable.Range(0, days).Select(i => last.AddDays(-i)).Concat(more).ToArray();
        var ids = dates.Select((_, i) => $"A{i}").ToArray();
        return InMemory.Of("accounts.csv", Column.Of("Account ID", ids), Column.Of("Account Name", ids), Column.Of("Industry", ids), Column.Of("Last Modified Date", dates.Select(d => (DateTime?)d)));
    }

    private static LoadedTable History(int months, int accounts, params (DateTime Month, int Rows)[] more)
    {
        var rows = Enumerable.Range(0, months).Select(m => (Month: new DateTime(2026, 6, 1).AddMonths(-m), Rows: accounts)).Concat(more).ToArray();
        return InMemory.Of("arr_history.csv",
            Column.Of("account_id", rows.SelectMany(r => Enumerable.Range(0, r.Rows).Select(i => $"A{i}"))),
            Column.Of("month", rows.SelectMany(r => Enumerable.Repeat((DateTime?)r.Month, r.Rows))),
            Column.Of("arr", rows.SelectMany(r => Enumerable.Repeat(100.0, r.Rows))));
    }
}
