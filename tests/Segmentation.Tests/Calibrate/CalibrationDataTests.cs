using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Assign;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Calibrate;

/// <summary>Small exports written by hand, looked at on 30 June 2026; the outcome is watched for six months, from 30 December 2025. What is expected is reckoned beside it.</summary>
public sealed class CalibrationDataTests
{
    private static readonly CalibrationOptions HalfYear = CalibrationOptions.Default with { WindowMonths = 6 };

    // Months of the snapshots: December 2025 to June 2026. NaN: the account is not in that month's snapshot.
    private static readonly (string Id, double[] Arr)[] Snapshots =
    [
        ("stays", [100, 100, 100, 100, 100, 100, 120]),
        ("zero", [200, 200, 200, 0, 0, 0, 0]),
        ("vanishes", [300, 300, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN]),
        ("returns", [400, 0, 0, 400, 400, 400, 300]),
        ("mistake", [500, 500, -500, 500, 500, 500, 500]),
        ("not-yet", [0, 0, 50, 50, 50, 50, 50]),
        ("below", [-70, 70, 70, 70, 70, 70, 70]),
        ("nobody", [900, 900, 900, 900, 900, 900, 900]),
    ];

    [Fact]
    public void Only_those_that_paid_at_the_start_are_watched()
    {
        var window = Take().Window!;
        Assert.Equal(["stays", "zero", "vanishes", "returns", "mistake"], Enumerable.Range(0, window.Records.Count).Select(r => window.Records.Ids[r]));
        Assert.Equal((new DateTime(2025, 12, 30), new DateTime(2026, 6, 30)), (window.From, window.To));
    }

    // zero: the third snapshot after the start, March, is the first without ARR; vanishes: the second; returns left after one month and came back, which is a churn all the same. An amount below 0 is none.
    [Fact]
    public void Churn_is_the_first_month_end_without_ARR_by_zero_or_by_vanishing()
    {
        var window = Take().Window!;
        Assert.Equal([false, true, true, true, false], window.Churned.AsEnumerable());
        Assert.Equal([6, 3, 2, 1, 6], window.MonthsToChurn.AsEnumerable());
        Assert.Equal([120.0, 0, 0, 300, 500], window.ArrAtEnd.AsEnumerable());
        Assert.Contains("1 of those that churned vanished from the history; the rest stand in it with 0.", window.Notes);
    }

    [Fact]
    public void What_takes_no_part_is_counted_and_said()
    {
        var notes = Take().Window!.Notes;
        Assert.Contains(notes, n => n == "Left out: 1 account with an ARR below 0 at the start, which is a mistake.");
        Assert.Contains(notes, n => n.StartsWith("1 account with a month of ARR below 0 in the window", StringComparison.Ordinal));
        Assert.Contains(notes, n => n == "Left out: 1 id of the history that paid 900 at the start and is not among the accounts.");
    }

    // stays 120 of 100 grew; returns 300 of 400 shrank; mistake 500 of 500.
    [Fact]
    public void Each_measure_is_a_target_of_the_same_accounts()
    {
        var window = Take().Window!;
        Assert.Equal([true, false, false, false, false], ((BinaryTarget)window.Target(OutcomeMeasure.Expanded)).Event.AsEnumerable());
        Assert.Equal([1.2, 0, 0, 0.75, 1], ((ContinuousTarget)window.Target(OutcomeMeasure.NetRetention)).Value.AsEnumerable());
        Assert.Equal([6.0, 3, 2, 1, 6], ((CensoredTarget)window.Target(OutcomeMeasure.TimeToChurn)).Time.AsEnumerable());
    }

    [Fact]
    public void Subscriptions_tell_the_same_as_snapshots()
    {
        var subscriptions = InMemory.Of(
            "subscriptions.csv",
            Column.Of("Account ID", ["stays", "zero", "vanishes"]),
            Column.Of("Start Date", [Day(2024, 1, 1), Day(2024, 1, 1), Day(2024, 1, 1)]),
            Column.Of("End Date", [null, Day(2026, 3, 15), Day(2026, 2, 1)]),
            Column.Of("ARR", [100d, 200, 300]));
        var window = Take(subscriptions).Window!;

        // Month ends 30 January, 28 February, 30 March: zero ends on 15 March, vanishes on 1 February.
        Assert.Equal([false, true, true], window.Churned.AsEnumerable());
        Assert.Equal([6, 3, 2], window.MonthsToChurn.AsEnumerable());
    }

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, "the history of ARR does not reach back 7 months, to 2025-11-30. Choose a shorter window.")]
    public void A_window_longer_than_the_history_is_refused_with_the_date(int months, string? why) =>
        Assert.Equal(why, CalibrationData.Take(Exports(History()), Rules.Of("employees: whole"), HalfYear with { WindowMonths = months }).NoWindow);

    [Fact]
    public void Without_history_or_accounts_there_is_no_outcome_and_the_reason_is_said()
    {
        Assert.Equal("the exports hold no history of ARR. Add one: account, month, ARR.", CalibrationData.Take(InMemory.Open("as_of: 2026-06-30", [Accounts()]), Rules.Of("employees: whole")).NoWindow);
        var nobody = CalibrationData.Take(InMemory.Open("as_of: 2026-06-30", [History()]), Rules.Of("employees: whole"));
        Assert.Equal(("the exports hold no accounts.", 0), (nobody.NoWindow, nobody.Today.Count));
        Assert.Contains("No cut is supported", Calibration.Propose(nobody, "employees").ToString(), StringComparison.Ordinal);
    }

    private static CalibrationData Take(LoadedTable? history = null) => CalibrationData.Take(Exports(history ?? History()), Rules.Of("employees: whole"), HalfYear);

    private static Workspace Exports(LoadedTable history) => InMemory.Open("as_of: 2026-06-30", [Accounts(), history]);

    private static LoadedTable Accounts()
    {
        string[] ids = [.. Snapshots.Select(s => s.Id).Where(id => id != "nobody")];
        return InMemory.Of("accounts.csv", Column.Of("Account ID", ids), Column.Of("Account Name", ids.Select(id => $"Company {id}")), Column.Of("Employees", ids.Select((_, i) => (double?)(i * 10))));
    }

    private static LoadedTable History()
    {
        var rows = Snapshots.SelectMany(s => s.Arr.Select((arr, month) => (s.Id, Month: Day(2025, 12, 1)!.Value.AddMonths(month), Arr: arr))).Where(r => !double.IsNaN(r.Arr)).ToArray();
        return InMemory.Of("arr_history.csv", Column.Of("Account ID", rows.Select(r => r.Id)), Column.Of("Month", rows.Select(r => (DateTime?)r.Month)), Column.Of("ARR", rows.Select(r => (double?)r.Arr)));
    }

    private static DateTime? Day(int year, int month, int day) => new DateTime(year, month, day);
}
