using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

/// <summary>Histories of a few rows, each with one trap. What is expected is reckoned by hand from the rows beside it.</summary>
public sealed class RevenueHistoryTests
{
    // A: 0 in June. B: gone from May on. C: comes in May.
    [Fact]
    public void Snapshots_are_laid_out_by_month_and_nothing_said_stays_apart_from_zero()
    {
        var history = Read(Snapshots(("A", "2026-04-01", 100), ("B", "2026-04-01", 50), ("A", "2026-05-01", 100), ("C", "2026-05-01", 30), ("A", "2026-06-01", 0), ("C", "2026-06-01", 40)));
        Assert.Equal(Days("2026-04-30", "2026-05-31", "2026-06-30"), history.Months);
        Assert.Equal(["A", "B", "C"], history.Ids.AsEnumerable());
        Assert.Equal([100.0, 100, 0], history.Of(0).ToArray());
        Assert.Equal([50.0, 0, 0], history.Of(1).ToArray());
        Assert.Equal([0.0, 30, 40], history.Of(2).ToArray());
        Assert.Equal([0.0, double.NaN, double.NaN], [history.Said(0, 2), history.Said(1, 1), history.Said(2, 0)]);
        Assert.False(history.HasDays);
        Assert.Empty(history.Findings);
        Assert.Equal((-1, 0, 0, 2), (history.MonthAt(Day("2026-04-29")), history.MonthAt(Day("2026-04-30")), history.MonthAt(Day("2026-05-30")), history.MonthAt(Day("2030-01-01"))));
        Assert.Equal((Day("2026-06-30"), Day("2026-05-31")), (history.LeftOn(0, 2), history.LeftOn(1, 1)));
        Assert.Equal((null, null, Day("2026-05-31")), (history.CameOn(0), history.CameOn(1), history.CameOn(2)));
    }

    [Fact]
    public void Products_of_one_account_add_up_and_a_row_exported_twice_counts_once()
    {
        var table = InMemory.Of("arr_history.csv",
            Column.Of("Account ID", ["A", "A", "A", "A", "B", "B"]), Dates("Month", "2026-06-01", "2026-06-01", "2026-06-01", "2026-06-01", "2026-06-01", "2026-06-01"),
            Column.Of("Product", ["x", "y", "y", "z", "x", "x"]), Column.Of("ARR", [10.0, 10, 10, 5, 7, 8]));
        var history = Read(table);

        // A: x 10, y 10 (its second row is the first again), z 5. B: two amounts of one product are two rows.
        Assert.Equal([25.0, 15], [history.Of(0)[0], history.Of(1)[0]]);
        Assert.Equal((1, 1, 10.0), Figures(history, RevenueCheck.ExportedTwice));
        Assert.Equal((3, 2, 23.0), Figures(history, RevenueCheck.AddedUp));
        Assert.Equal("1 row repeats an earlier one in every column. Counted once.", history.Finding(RevenueCheck.ExportedTwice)!.Sentence);
        Assert.Equal(3, history.Finding(RevenueCheck.ExportedTwice)!.Records.Number("row")[0]);
    }

    // The whole book is exported on two days of June; B left between them.
    [Fact]
    public void Of_two_whole_snapshots_in_one_month_the_last_is_the_months()
    {
        var history = Read(Snapshots(("A", "2026-05-01", 10), ("B", "2026-05-01", 20), ("A", "2026-06-01", 10), ("B", "2026-06-01", 20), ("A", "2026-06-15", 12)));
        Assert.Equal([10.0, 12], history.Of(0).ToArray());
        Assert.Equal([20.0, 0], history.Of(1).ToArray());
        Assert.Equal("1 month has more than one whole snapshot. The last one of a month is the month's.", history.Finding(RevenueCheck.SeveralInMonth)!.Sentence);
    }

    // Billed on different days of the month: nobody left. C was billed twice: the later amount counts.
    [Fact]
    public void Rows_dated_by_account_are_one_snapshot_of_the_month()
    {
        var history = Read(Snapshots(("A", "2026-05-03", 10), ("B", "2026-05-17", 20), ("C", "2026-05-21", 30), ("D", "2026-05-28", 40), ("A", "2026-06-03", 10), ("B", "2026-06-17", 20), ("C", "2026-06-02", 30), ("C", "2026-06-21", 33), ("D", "2026-06-28", 40)));
        Assert.Equal([10.0, 10], history.Of(0).ToArray());
        Assert.Equal([20.0, 20], history.Of(1).ToArray());
        Assert.Equal([30.0, 33], history.Of(2).ToArray());
        Assert.Equal((1, 1, 30.0), Figures(history, RevenueCheck.EarlierInMonth));
        Assert.Null(history.Finding(RevenueCheck.SeveralInMonth));
    }

    // In a zone ahead of UTC the first row's day is 1 April; it counts as it is written. The second, at noon of a day in mid-month, is in no doubt.
    [Fact]
    public void A_time_of_day_near_the_turn_of_the_month_is_said_and_the_day_counts_as_written()
    {
        var history = Read(Snapshots(("A", "2026-03-31T23:30", 10), ("A", "2026-04-15T12:00", 11), ("A", "2026-05-31", 12)));
        Assert.Equal(Days("2026-03-31", "2026-04-30", "2026-05-31"), history.Months);
        Assert.Equal([10.0, 11, 12], history.Of(0).ToArray());
        Assert.Equal("2 rows have dates with a time of day, 1 row so near a month's turn that another time zone has another month. The day counts as it is written, in UTC where an offset is given.", history.Finding(RevenueCheck.TimeOfDay)!.Sentence);
    }

    // 2024 is a leap year. A ends on 29 February and pays that day; B ends on 28 February; C, from 31 January, is in force on the shorter months' ends.
    [Fact]
    public void Leap_days_and_month_ends_belong_to_the_subscription_and_the_day_after_is_the_day_of_churn()
    {
        var history = Read("2024-04-30", Subscriptions(("A", "2024-01-01", "2024-02-29", 10), ("B", "2024-01-01", "2024-02-28", 20), ("C", "2024-01-31", "2024-04-29", 30)));
        Assert.Equal(Days("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"), history.Months);
        Assert.Equal([10.0, 10, 0, 0], history.Of(0).ToArray());
        Assert.Equal([20.0, 0, 0, 0], history.Of(1).ToArray());
        Assert.Equal([30.0, 30, 30, 0], history.Of(2).ToArray());
        Assert.Equal((Day("2024-03-01"), Day("2024-02-29"), Day("2024-04-30")), (history.LeftOn(0, 2), history.LeftOn(1, 1), history.LeftOn(2, 3)));
        Assert.Equal((Day("2024-01-01"), Day("2024-01-31")), (history.CameOn(0), history.CameOn(2)));
        Assert.True(history.HasDays);
    }

    // Renewed two weeks late within one month: no month end passes unpaid.
    [Fact]
    public void A_renewal_signed_late_within_the_month_is_no_churn_and_subscriptions_overlapping_add_up()
    {
        var history = Read("2026-06-30", Subscriptions(("A", "2025-07-01", "2026-05-05", 10), ("A", "2026-05-19", "2027-05-18", 12), ("A", "2026-06-01", null, 5)));
        Assert.Equal([10.0, 12, 17], history.Of(0)[^3..].ToArray());
        Assert.Null(history.Finding(RevenueCheck.Gap));
    }

    [Fact]
    public void Subscriptions_that_end_before_they_start_begin_after_the_exports_or_have_no_dates_are_findings()
    {
        var history = Read("2026-06-30", Subscriptions(("A", "2026-05-01", "2026-01-01", 10), ("B", "2026-07-01", "2027-06-30", 20), ("C", null, null, 30), ("D", "2026-04-01", null, 40)));
        Assert.Equal((1, 1, 10.0), Figures(history, RevenueCheck.EndBeforeStart));
        Assert.Equal((1, 1, 20.0), Figures(history, RevenueCheck.AfterExports));
        Assert.Equal((1, 1, 30.0), Figures(history, RevenueCheck.BlankDate));
        Assert.Equal("1 subscription ends before its start. Left out.", history.Finding(RevenueCheck.EndBeforeStart)!.Sentence);
        Assert.Equal([0.0, 0, 30, 40], Enumerable.Range(0, 4).Select(a => history.Of(a)[^1]));
        Assert.Null(history.CameOn(2));
    }

    // No snapshot of May at all: as in April. A is missing in June only, between two paid months.
    [Fact]
    public void A_month_missing_for_everybody_is_as_the_one_before_and_one_missing_for_an_account_is_a_gap()
    {
        var history = Read("2026-07-31", Snapshots(("A", "2026-04-01", 10), ("B", "2026-04-01", 20), ("B", "2026-06-01", 21), ("A", "2026-07-01", 10), ("B", "2026-07-01", 22)));
        Assert.Equal([10.0, 10, 0, 10], history.Of(0).ToArray());
        Assert.Equal([20.0, 20, 21, 22], history.Of(1).ToArray());
        Assert.Equal("There is no snapshot of 2026-05. The month is as the one before it.", history.Finding(RevenueCheck.MonthMissing)!.Sentence);
        Assert.StartsWith("1 account pays nothing at 1 to 1 month ends (median 1) and comes back.", history.Finding(RevenueCheck.Gap)!.Sentence, StringComparison.Ordinal);
        Assert.Equal((null, 1, 10.0), Figures(history, RevenueCheck.Gap));
    }

    [Fact]
    public void A_month_that_names_less_than_half_of_the_accounts_is_said()
    {
        string[] ids = [.. Enumerable.Range(0, 10).Select(i => $"A{i}")];
        var history = Read("2026-06-30", Snapshots([.. ids.Select(i => (i, "2026-05-01", (double?)1)), .. ids.Take(4).Select(i => (i, "2026-06-01", (double?)1))]));
        Assert.StartsWith("The snapshot of 2026-06 names fewer than half", history.Finding(RevenueCheck.MonthIncomplete)!.Sentence, StringComparison.Ordinal);
        Assert.Null(Read("2026-06-30", Snapshots([.. ids.Select(i => (i, "2026-05-01", (double?)1)), .. ids.Take(5).Select(i => (i, "2026-06-01", (double?)1))])).Finding(RevenueCheck.MonthIncomplete));
    }

    [Fact]
    public void An_amount_below_zero_is_a_mistake_the_one_before_holds_and_what_was_said_can_be_asked()
    {
        var history = Read(Snapshots(("A", "2026-04-01", -5), ("A", "2026-05-01", 10), ("A", "2026-06-01", -10)));
        Assert.Equal([0.0, 10, 10], history.Of(0).ToArray());
        Assert.Equal([-5.0, 10, -10], Enumerable.Range(0, 3).Select(m => history.Said(0, m)));
        Assert.Equal((null, 1, -15.0), Figures(history, RevenueCheck.BelowZero));
    }

    [Fact]
    public void Rows_without_id_date_or_amount_are_counted_with_what_they_hold()
    {
        var table = InMemory.Of("arr_history.csv", Column.Of("Account ID", ["A", null, " ", "B", "C"]), Dates("Month", "2026-06-01", "2026-06-01", "2026-06-01", null, "2026-06-01"), Column.Of("ARR", [1.0, 2, 3, 4, null]));
        var history = Read(table);
        Assert.Equal((2, 1, 5.0), Figures(history, RevenueCheck.BlankId) with { Item2 = 1 });
        Assert.Equal((1, 1, 4.0), Figures(history, RevenueCheck.BlankDate));
        Assert.Equal((1, 1, 0.0), Figures(history, RevenueCheck.BlankAmount));
        Assert.Equal([1.0, 0, 0], Enumerable.Range(0, 3).Select(a => history.Of(a)[0]));
    }

    [Fact]
    public void Several_currencies_are_counted_each_and_added_up_as_they_stand()
    {
        var table = InMemory.Of("arr_history.csv", Column.Of("Account ID", ["A", "B", "C", "A"]), Dates("Month", "2026-05-01", "2026-06-01", "2026-06-01", "2026-06-01"), Column.Of("ARR", [9.0, 20, 30, 10]), Column.Of("Currency", ["USD", "usd ", "EUR", "USD"]));
        var history = Read(table);
        Assert.Equal(60, Enumerable.Range(0, 3).Sum(a => history.Of(a)[1]));
        Assert.Equal("Amounts are in 2 currencies: USD (2 accounts, 3 rows, 30 at the end), EUR (1 account, 1 row, 30 at the end). Added up as they stand, not converted.", history.Finding(RevenueCheck.Currencies)!.Sentence);
    }

    [Fact]
    public void Where_the_history_has_no_currency_the_accounts_say_it()
    {
        var accounts = InMemory.Of("accounts.csv", Column.Of("Account ID", ["A", "B"]), Column.Of("Account Name", ["Acme A", "Acme B"]), Column.Of("Employees", [1.0, 2]), Column.Of("Currency", ["USD", "EUR"]));
        var history = RevenueHistory.Read(InMemory.Open("as_of: 2026-06-30", [accounts, Snapshots(("A", "2026-06-01", 10), ("B", "2026-06-01", 20))]))!;
        Assert.StartsWith("Amounts are in 2 currencies: EUR (1 account, 1 row, 20 at the end), USD (1 account, 1 row, 10 at the end).", history.Finding(RevenueCheck.Currencies)!.Sentence, StringComparison.Ordinal);
    }

    // Numbers as ids, as some systems have them, in the accounts and in the history.
    [Fact]
    public void Ids_that_are_numbers_find_their_accounts()
    {
        var accounts = InMemory.Of("accounts.csv", Column.Of("Account ID", [7.0, 8]), Column.Of("Account Name", ["Acme A", "Acme B"]), Column.Of("Employees", [1.0, 2]));
        var history = RevenueHistory.Read(InMemory.Open("as_of: 2026-06-30", [accounts, InMemory.Of("arr_history.csv", Column.Of("Account ID", [8.0, 7]), Dates("Month", "2026-06-01", "2026-06-01"), Column.Of("ARR", [80.0, 70]))]))!;
        Assert.Equal((70.0, 80.0), (history.Of(history.Find("7"))[0], history.Of(history.Find("8"))[0]));
        Assert.Null(history.Finding(RevenueCheck.UnknownAccount));
    }

    [Fact]
    public void Dates_after_the_exports_and_long_before_the_rest_are_left_out_and_an_early_end_is_said()
    {
        var history = Read("2026-06-30", Snapshots(("A", "1999-01-01", 1), ("A", "2026-03-01", 10), ("A", "2026-04-01", 11), ("A", "2026-05-01", 12), ("A", "2026-08-01", 99)));
        Assert.Equal(Days("2026-03-31", "2026-04-30", "2026-05-31"), history.Months);
        Assert.Equal((1, 1, 99.0), Figures(history, RevenueCheck.AfterExports));
        Assert.Equal((1, 1, 1.0), Figures(history, RevenueCheck.LongBefore));
        Assert.Equal("The history ends on 2026-05-31, before the exports, which are of 2026-06-30. Windows close with the history.", history.Finding(RevenueCheck.EndsEarly)!.Sentence);
    }

    [Fact]
    public void Ids_that_are_no_accounts_are_listed_with_what_they_paid_last_and_are_personal()
    {
        var history = Read(Snapshots(("A", "2026-05-01", 10), ("ghost", "2026-05-01", 70), ("A", "2026-06-01", 10)), "A", "B");
        var finding = history.Finding(RevenueCheck.UnknownAccount)!;
        Assert.Equal((null, 1, 70.0), Figures(history, RevenueCheck.UnknownAccount));
        Assert.Equal("ghost", finding.Records.Text("id")[0]);
        Assert.True(finding.Records["id"].IsPersonal);
        Assert.DoesNotContain("70", history.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
        Assert.Contains("70", history.FindingsTable.ToString(), StringComparison.Ordinal);
    }

    // A pays nothing at 1 month end, B at 2, C from June on: nobody knows yet whether C comes back.
    [Theory]
    [InlineData(0, new[] { 10.0, 0, 10, 10 }, new[] { 20.0, 0, 0, 25 })]
    [InlineData(1, new[] { 10.0, 10, 10, 10 }, new[] { 20.0, 0, 0, 25 })]
    [InlineData(2, new[] { 10.0, 10, 10, 10 }, new[] { 20.0, 20, 20, 25 })]
    public void A_gap_within_the_grace_is_no_churn_and_an_open_one_is(int grace, double[] a, double[] b)
    {
        var history = Read("2026-06-30", Snapshots(
            ("A", "2026-03-01", 10), ("A", "2026-04-01", 0), ("A", "2026-05-01", 10), ("A", "2026-06-01", 10), ("B", "2026-03-01", 20), ("B", "2026-04-01", 0), ("B", "2026-06-01", 25), ("C", "2026-03-01", 5), ("C", "2026-04-01", 5), ("C", "2026-05-01", 5))).Smoothed(grace);
        Assert.Equal(a, history.Of(0).ToArray());
        Assert.Equal(b, history.Of(1).ToArray());
        Assert.Equal([5.0, 5, 5, 0], history.Of(2).ToArray());
        Assert.Equal(grace, history.GraceMonths);
    }

    [Fact]
    public void Monthly_revenue_counts_twelve_times_and_a_second_history_is_named()
    {
        var monthly = InMemory.Of("mrr.csv", Column.Of("Account ID", ["A"]), Dates("Month", "2026-06-01"), Column.Of("MRR", [10.0]));
        var history = Read("2026-06-30", monthly);
        Assert.Equal((120.0, "12 x MRR, snapshots in mrr.csv"), (history.Of(0)[0], history.Source));
        var both = RevenueHistory.Read(InMemory.Open("as_of: 2026-06-30\nfiles:\n  a.csv: {holds: arr_history}\n  b.csv: {holds: arr_history}", [
            InMemory.Of("a.csv", Column.Of("Account ID", ["A"]), Dates("Month", "2026-06-01"), Column.Of("ARR", [10.0])), InMemory.Of("b.csv", Column.Of("Account ID", ["A"]), Dates("Month", "2026-05-01"), Column.Of("ARR", [11.0]))]))!;
        Assert.Equal("b.csv holds a history too. Only a.csv is read.", both.Finding(RevenueCheck.OtherFiles)!.Sentence);
    }

    // The history sees A leave in May: the account says on the 12th. B's date is in a month in which it pays on: the history holds.
    [Fact]
    public void A_churn_date_gives_the_day_where_the_history_agrees_and_is_said_where_not()
    {
        var accounts = InMemory.Of("accounts.csv", Column.Of("Account ID", ["A", "B"]), Column.Of("Account Name", ["Acme A", "Acme B"]), Column.Of("Employees", [1.0, 2]), Dates("Churn Date", "2026-05-12", "2026-05-20"));
        var history = RevenueHistory.Read(InMemory.Open("as_of: 2026-06-30", [accounts, Snapshots(("A", "2026-04-01", 10), ("B", "2026-04-01", 10), ("B", "2026-05-01", 10), ("B", "2026-06-01", 10))]))!;
        Assert.Equal((Day("2026-05-12"), true), (history.LeftOn(0, 1), history.HasDays));
        Assert.StartsWith("1 account has a churn date in a month in which the history does not end; 1 date agrees with it.", history.Finding(RevenueCheck.ChurnDate)!.Sentence, StringComparison.Ordinal);
        Assert.Equal([10.0, 10, 10], history.Of(1).ToArray());
    }

    // No history at all. A left on 12 May and its ARR is still there; B stays; C left on 1 June, its ARR is gone; D never paid.
    [Fact]
    public void Churn_dates_and_todays_ARR_make_a_history_where_there_is_none()
    {
        var accounts = InMemory.Of("accounts.csv", Column.Of("Account ID", ["A", "B", "C", "D"]), Column.Of("Account Name", ["Acme A", "Acme B", "Acme C", "Acme D"]), Column.Of("ARR", [10.0, 20, 0, null]),
            Dates("Contract Start Date", "2026-02-10", "2026-04-30", null, null), Dates("Churn Date", "2026-05-12", null, "2026-06-01", null));
        var history = RevenueHistory.Read(InMemory.Open("as_of: 2026-06-30", [accounts]))!;
        Assert.Equal(Day("2026-02-28"), history.Months[0]);
        Assert.Equal(["A", "B", "C"], history.Ids.AsEnumerable());
        Assert.Equal([10.0, 10, 10, 0, 0], history.Of(0).ToArray());
        Assert.Equal([0.0, 0, 20, 20, 20], history.Of(1).ToArray());
        Assert.Equal([1.0, 1, 1, 1, 0], history.Of(2).ToArray());
        Assert.Equal((Day("2026-05-12"), Day("2026-06-01")), (history.LeftOn(0, 3), history.LeftOn(2, 4)));
        Assert.Equal("churn dates and today's ARR in accounts.csv", history.Source);
        Assert.Equal(1, history.Finding(RevenueCheck.UnknownAmount)!.Accounts);
        Assert.Equal(1, history.Finding(RevenueCheck.UnknownStart)!.Accounts);
    }

    [Fact]
    public void A_list_of_churn_events_says_what_was_lost()
    {
        var accounts = InMemory.Of("accounts.csv", Column.Of("Account ID", ["A", "B"]), Column.Of("Account Name", ["Acme A", "Acme B"]), Column.Of("Industry", ["x", "y"]), Column.Of("Employees", [1.0, 2]), Column.Of("ARR", [0.0, 20]));
        var events = InMemory.Of("churn.csv", Column.Of("Account ID", ["A"]), Dates("Churn Date", "2026-05-31"), Column.Of("ARR", [33.0]));
        var history = RevenueHistory.Read(InMemory.Open("as_of: 2026-06-30\nfiles:\n  churn.csv: {holds: other, roles: {account_id: Account ID, churn_date: Churn Date, arr: ARR}}", [accounts, events]))!;

        // Gone on 31 May, so that May's end is not paid: the last paid month end is April's.
        Assert.Equal([33.0, 0, 0], history.Of(0).ToArray()[^3..]);
        Assert.Equal(Day("2026-05-31"), history.LeftOn(0, history.Months.Length - 2));
        Assert.Null(history.Finding(RevenueCheck.UnknownAmount));
    }

    [Fact]
    public void Exports_that_end_within_a_month_end_the_last_month_there()
    {
        var history = Read("2026-06-15", Snapshots(("A", "2026-05-01", 10), ("A", "2026-06-01", 11)));
        Assert.Equal(Days("2026-05-31", "2026-06-15"), history.Months);
        Assert.Equal([10.0, 11], history.Of(0).ToArray());
    }

    [Fact]
    public void Without_accounts_amounts_or_dates_there_is_no_history()
    {
        Assert.Null(RevenueHistory.Read(InMemory.Open("as_of: 2026-06-30", [InMemory.Of("accounts.csv", Column.Of("Account ID", ["A"]), Column.Of("Account Name", ["Acme"]), Column.Of("ARR", [1.0]))])));
        Assert.Null(RevenueHistory.Read(InMemory.Open("as_of: 2020-06-30", [Snapshots(("A", "2026-05-01", 10))])));
        var one = Read("2026-06-30", Snapshots(("A", "2026-06-01", 10)));
        Assert.Equal((1, 1, 10.0), (one.Months.Length, one.Ids.Length, one.Of(0)[0]));
    }

    // A messy file, made by a seed: what counts at the months' ends, and what a finding holds, are together all rows.
    [Fact]
    public void Every_row_counts_or_stands_in_a_finding()
    {
        var random = new Segmentation.Statistics.SeededRandom(20260630);
        var (ids, days, amounts) = (new List<string?>(), new List<DateTime?>(), new List<double?>());
        for (var row = 0; row < 2000; row++)
        {
            ids.Add(random.Next(40) == 0 ? null : $"A{random.Next(50)}");
            days.Add(random.Next(40) == 0 ? null : Day("2025-01-01").AddMonths(random.Next(20)).AddDays(random.Next(3)));
            amounts.Add(random.Next(40) == 0 ? null : random.Next(5));
        }

        var history = Read("2026-06-30", InMemory.Of("arr_history.csv", Column.Of("Account ID", ids), Column.Of("Month", days), Column.Of("ARR", amounts)));
        RevenueCheck[] leftOut = [RevenueCheck.BlankId, RevenueCheck.BlankDate, RevenueCheck.ExportedTwice, RevenueCheck.EarlierInMonth, RevenueCheck.AfterExports];
        var aside = leftOut.Sum(c => history.Finding(c)?.Records.Number("ARR").Values.ToArray().Where(a => !double.IsNaN(a)).Sum() ?? 0);
        var counted = Enumerable.Range(0, history.Ids.Length).Sum(a => history.Of(a).ToArray().Sum());
        Assert.Equal(amounts.Sum(a => a ?? 0), counted + aside + Superseded(ids, days, amounts));
        Assert.Equal(ids.Count(i => i is null), history.Finding(RevenueCheck.BlankId)!.Rows);
    }

    /// <summary>Returns what stands in whole snapshots that a later one of the same month replaces: by the rule, dates that name at least half of the month's accounts.</summary>
    private static double Superseded(List<string?> ids, List<DateTime?> days, List<double?> amounts)
    {
        var rows = Enumerable.Range(0, ids.Count).Where(r => ids[r] is not null && days[r] <= Day("2026-06-30")).ToArray();
        var sum = 0.0;
        foreach (var month in rows.GroupBy(r => (days[r]!.Value.Year, days[r]!.Value.Month)))
        {
            var accounts = month.Select(r => ids[r]).Distinct().Count();
            var named = month.GroupBy(r => days[r]!.Value).ToDictionary(g => g.Key, g => g.Select(r => ids[r]).Distinct().Count());
            var whole = named.Where(n => n.Value >= 0.5 * accounts).Select(n => n.Key).Order().ToArray();
            if (whole.Length < 2 || whole.Sum(w => named[w]) < 1.5 * accounts) continue;

            // Each row belongs to the next whole snapshot; within one snapshot the account's latest date counts, each distinct row once.
            foreach (var snapshot in month.GroupBy(r => whole.Any(w => w >= days[r]) ? whole.First(w => w >= days[r]) : whole[^1]).Where(s => s.Key != whole[^1]))
            {
                foreach (var account in snapshot.GroupBy(r => ids[r]))
                {
                    var last = account.Max(r => days[r]);
                    sum += account.Where(r => days[r] == last).Select(r => amounts[r]).Distinct().Sum(a => a ?? 0);
                }
            }
        }

        return sum;
    }

    private static (int? Rows, int? Accounts, double? Arr) Figures(RevenueHistory history, RevenueCheck check) => history.Finding(check) is { } f ? (f.Rows, f.Accounts, f.Arr) : throw new InvalidOperationException($"no finding of {check}");

    private static RevenueHistory Read(LoadedTable table, params string[] accounts) => Read("2026-06-30", table, accounts);

    private static RevenueHistory Read(string asOf, LoadedTable table, params string[] accounts) => RevenueHistory.Read(InMemory.Open($"as_of: {asOf}",
        accounts.Length == 0 ? [table] : [InMemory.Of("accounts.csv", Column.Of("Account ID", accounts), Column.Of("Account Name", accounts.Select(a => $"Acme {a}")), Column.Of("Industry", accounts.Select(_ => "Retail")), Column.Of("Employees", accounts.Select(_ => 5.0))), table]))!;

    private static LoadedTable Snapshots(params (string Id, string Month, double? Arr)[] rows) =>
        InMemory.Of("arr_history.csv", Column.Of("Account ID", rows.Select(r => r.Id)), Dates("Month", [.. rows.Select(r => r.Month)]), Column.Of("ARR", rows.Select(r => r.Arr)));

    private static LoadedTable Subscriptions(params (string Id, string? Start, string? End, double Arr)[] rows) =>
        InMemory.Of("subscriptions.csv", Column.Of("Account ID", rows.Select(r => r.Id)), Dates("Start Date", [.. rows.Select(r => r.Start)]), Dates("End Date", [.. rows.Select(r => r.End)]), Column.Of("ARR", rows.Select(r => r.Arr)));

    private static DateColumn Dates(string name, params string?[] days) => Column.Of(name, days.Select(d => d is null ? (DateTime?)null : Day(d)));

    private static DateTime[] Days(params string[] days) => [.. days.Select(Day)];

    private static DateTime Day(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
