using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tables;
using Segmentation.Tests.Assign;
using Segmentation.Tests.Load;
using static Segmentation.Tests.Outcome.SmallOutcome;

namespace Segmentation.Tests.Outcome;

/// <summary>The book of <see cref="SmallOutcome"/>; what is expected is read off its rows.</summary>
public sealed class OutcomeCohortTests
{
    private static readonly string[] Cohort = ["stays", "zero", "vanishes", "returns", "shrinks", "late"];

    [Fact]
    public void Accounts_that_paid_on_the_eve_of_the_launch_are_followed_for_three_month_ends()
    {
        var cohort = OutcomeCohort.Take(Open(), Tier);
        Assert.Equal((Day("2025-09-30"), Day("2025-12-31"), true), (cohort.Start, cohort.End, cohort.IsClosed));
        Assert.Equal(Cohort, Ids(cohort));
        Assert.Equal([100.0, 200, 300, 400, 900, 60], cohort.ArrAtStart.AsEnumerable());
        Assert.Equal([120.0, 0, 0, 350, 90, 60], cohort.ArrAtEnd.AsEnumerable());
        Assert.Equal([false, true, true, true, false, false], cohort.Churned.AsEnumerable());

        // From 30 September: to 30 November, to 31 December, to 31 October; the others to the end of the window.
        Assert.Equal([92.0, 61, 92, 31, 92, 92], cohort.Days.AsEnumerable());
        Assert.Equal((2, 5), (cohort.StartMonth, cohort.EndMonth));
        Assert.Contains("90 days are taken as 3 month ends, 92 days.", cohort.Notes);
        Assert.Contains("Only month ends are known", cohort.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_accounts_are_a_table_whose_core_is_there_without_a_cohort_too()
    {
        string[] core = ["account_id", "account_name", "arr_at_start", "arr_at_end", "churned", "days", "tenure_days", "up_for_renewal"];
        var table = OutcomeCohort.Take(Open(), Tier).AccountsTable;
        Assert.Equal([.. core, "tier"], table.Columns.Select(c => c.Name));
        Assert.Equal(Cohort, Enumerable.Range(0, table.RowCount).Select(r => table.Text("account_id")[r]!));
        Assert.Equal(["Small", "Small", "Small", "Large", "Large", "Large"], Enumerable.Range(0, table.RowCount).Select(r => table.Text("tier")[r]!));
        Assert.Equal(120, table.Number("arr_at_end")[0]);

        var none = OutcomeCohort.Take(InMemory.Open("as_of: 2025-12-31", [Accounts()]), Tier);
        Assert.NotNull(none.Reason);
        Assert.Equal(core, none.AccountsTable.Columns.Select(c => c.Name));
        Assert.Equal(0, none.AccountsTable.RowCount);
    }

    [Fact]
    public void What_begins_or_comes_back_after_the_start_is_counted_apart()
    {
        var cohort = OutcomeCohort.Take(Open(), Tier);
        Assert.Equal(["new"], cohort.New.Select(h => cohort.History!.Ids[h]));
        Assert.Equal(["again"], cohort.Returned.Select(h => cohort.History!.Ids[h]));
        Assert.Contains("Counted apart: 1 account that first paid after the start.", cohort.Notes);
        Assert.Contains("Counted apart: fewer than 5 account", cohort.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
    }

    // Month ends nearest to 30, 60 and 90 days; without a window to the end of the history.
    [Theory]
    [InlineData(30, "2025-10-31", 1)]
    [InlineData(60, "2025-11-30", 2)]
    [InlineData(90, "2025-12-31", 3)]
    [InlineData(null, "2025-12-31", 3)]
    public void Windows_end_with_a_month_and_count_who_left_until_then(int? days, string end, int churned)
    {
        var cohort = OutcomeCohort.Take(Open(), Tier, OutcomeOptions.Default with { WindowDays = days });
        Assert.Equal((Day(end), churned, true), (cohort.End, cohort.Churned.Count(c => c), cohort.IsClosed));
    }

    [Fact]
    public void A_window_that_the_history_does_not_reach_is_open_and_says_when_it_closes()
    {
        var cohort = OutcomeCohort.Take(Open("2025-11-30"), Tier);
        Assert.Equal((false, Day("2025-12-31"), Day("2025-11-30")), (cohort.IsClosed, cohort.End, cohort.FollowedTo));
        Assert.Equal([61.0, 61, 61, 31, 61, 61], cohort.Days.AsEnumerable());
        Assert.Contains(cohort.Notes, n => n.StartsWith("The window is open: it closes on 2025-12-31 and the history ends on 2025-11-30.", StringComparison.Ordinal));

        // Exports of the middle of a month do not close it.
        Assert.False(OutcomeCohort.Take(Open("2025-12-15"), Tier).IsClosed);
        Assert.All(SegmentBias.Of(cohort, "Tier").Segments, s => Assert.Null(s.Then.Rate));
    }

    [Fact]
    public void A_start_within_a_month_is_the_month_end_before_it()
    {
        var cohort = OutcomeCohort.Take(Open(), Tier, OutcomeOptions.Default with { Start = Day("2025-10-20"), WindowDays = 30 });
        Assert.Equal((Day("2025-09-30"), Day("2025-10-31")), (cohort.Start, cohort.End));
        Assert.Contains("The history is kept by the month: the cohort starts on 2025-09-30, the month end before 2025-10-20.", cohort.Notes);
    }

    [Fact]
    public void Without_a_launch_the_latest_window_that_has_closed_is_taken()
    {
        var cohort = OutcomeCohort.Take(InMemory.Open("as_of: 2025-12-31", [Accounts(), History()]), Tier, OutcomeOptions.Default with { WindowDays = 60 });
        Assert.Equal((Day("2025-10-31"), Day("2025-12-31"), true), (cohort.Start, cohort.End, cohort.IsClosed));
    }

    [Fact]
    public void Where_nothing_can_be_followed_the_reason_is_said_and_every_result_is_empty()
    {
        Assert.Equal("the exports hold no accounts.", Of(InMemory.Open("as_of: 2025-12-31", [History()])));
        Assert.Equal("the exports hold no history of ARR and no churn dates. Add one: account, month, ARR.", Of(InMemory.Open("as_of: 2025-12-31", [Accounts()])));
        Assert.Equal("the history of ARR begins on 2025-07-31, after 2025-06-30, the start of the cohort. Choose a later start.", Of(Open(), Day("2025-06-30")));
        Assert.Equal("the history of ARR ends on 2025-12-31, before 2026-01-31, the start of the cohort. Export the later months, or choose an earlier start.", Of(Open(), Day("2026-01-31")));
        var strangers = InMemory.Of("arr_history.csv", Column.Of("Account ID", ["x"]), Dates("Month", "2025-09-01"), Column.Of("ARR", [5.0]));
        Assert.StartsWith("no account paid on 2025-09-30. 1 id of the history is not among the accounts", Of(InMemory.Open("as_of: 2025-12-31\nlaunch: 2025-10-01", [Accounts(), strangers])), StringComparison.Ordinal);
        var none = OutcomeCohort.Take(InMemory.Open("as_of: 2025-12-31", [Accounts()]), Tier);
        Assert.Contains("No cohort: the exports hold no history", none.ToString(), StringComparison.Ordinal);
        Assert.Contains("the exports hold no history", OutcomeExposure.Of(none, "Tier").ToString(), StringComparison.Ordinal);
        Assert.Contains("the exports hold no history", SegmentBias.Of(none, "Tier").ToString(), StringComparison.Ordinal);

        static string? Of(Workspace workspace, DateTime? start = null) => OutcomeCohort.Take(workspace, Tier, OutcomeOptions.Default with { Start = start }).Reason;
    }

    [Fact]
    public void A_gap_within_the_grace_is_no_churn()
    {
        var cohort = OutcomeCohort.Take(Open(), Tier, OutcomeOptions.Default with { GraceMonths = 1 });
        Assert.Equal([false, true, true, false, false, false], cohort.Churned.AsEnumerable());
        Assert.Contains(cohort.Notes, n => n.StartsWith("An account churned when it pays nothing at more than 1 month ends in a row", StringComparison.Ordinal));
    }

    // Who left is a former customer today: that exclusion would take out exactly the leavers. The one by name, which does not change, holds.
    [Fact]
    public void Exclusions_known_as_of_today_only_are_not_applied_and_said_and_others_are()
    {
        var fields = Rules.Fields(EntityKind.Accounts, "employees: whole, account_name: text, account_type: text");
        var framework = Rules.Of(fields, Rules.Dimension("Tier", fields, "Small: employees < 100", "Large: employees >= 100")) with
        {
            Exclusions = [new Exclusion("Not a customer", EntityKind.Accounts, Rules.Criterion(EntityKind.Accounts, fields, "account_type = Former")), new Exclusion("Ours", EntityKind.Accounts, Rules.Criterion(EntityKind.Accounts, fields, "account_name contains shrinks"))],
        };
        var cohort = OutcomeCohort.Take(Open(Column.Of("Account Type", Book.Select(a => a.Id is "zero" or "vanishes" ? "Former" : "Customer"))), framework);
        Assert.Equal(["Not a customer"], cohort.ExclusionsLeftOut.AsEnumerable());
        Assert.Equal([AssignmentState.Matched, AssignmentState.Matched, AssignmentState.Matched, AssignmentState.Matched, AssignmentState.Excluded, AssignmentState.Matched], cohort.In("tier").State.AsEnumerable());
        Assert.Equal(AssignmentState.Excluded, cohort.AssignedToday!.Dimensions[0].State[1]);
        Assert.Contains(cohort.Notes, n => n.StartsWith("Not applied: the exclusion 'Not a customer'", StringComparison.Ordinal));

        // By today's list both that left stand under Excluded, so that nobody of a segment has left but the one that came back.
        var bias = SegmentBias.Of(cohort, "Tier");
        Assert.Equal((2, 500.0, 2), (bias.Moved, bias.MovedArr, bias.MovedChurned));
        Assert.Equal((3, 2, 1, 0), (bias.Segments[0].Then.Accounts, bias.Segments[0].Then.Churned, bias.Segments[0].Today.Accounts, bias.Segments[0].Today.Churned));
        Assert.Equal(-2 / 3.0, bias.Segments[0].Bias!.Value, 12);
        Assert.Equal(((120 + 0 + 0) / 600.0, 1.2), (bias.Segments[0].Then.Retention!.Value, bias.Segments[0].Today.Retention!.Value));
        Assert.Contains("3 of them stand under Excluded today, 2 of the 3 that churned", bias.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_whose_fields_are_known_as_of_today_only_is_labelled()
    {
        var fields = Rules.Fields(EntityKind.Accounts, "employees: whole, health_score: number, arr: number value");
        var framework = Rules.Of(fields, Rules.Dimension("Tier", fields, "Small: employees < 100", "Large: arr >= 100"), Rules.Dimension("Health", fields, "Red: health_score < 50", "Green: health_score >= 50"));
        var workspace = Open(Column.Of("Health Score", Book.Select((_, i) => i * 10.0)));
        var cohort = OutcomeCohort.Take(workspace, framework);
        Assert.Empty(cohort.KnownTodayOnly("Tier"));
        Assert.Equal(["health_score"], cohort.KnownTodayOnly("health").AsEnumerable());
        var todays = OutcomeCohort.Take(workspace, framework, OutcomeOptions.Default with { Segments = SegmentSource.Today });
        Assert.Equal(["employees", "arr"], todays.KnownTodayOnly("Tier").AsEnumerable());
        Assert.Contains(todays.Notes, n => n.StartsWith("Segments are today's", StringComparison.Ordinal));
        Assert.Contains("'Tier', 'Health'", Assert.Throws<ArgumentException>(() => cohort.In("Region")).Message, StringComparison.Ordinal);
    }

    // ARR of the start decides: shrinks was Big then and is Small now.
    [Fact]
    public void Segments_are_those_of_the_start()
    {
        var framework = Rules.Tier("arr: number value", "Small: arr < 350", "Big: arr >= 350");
        var cohort = OutcomeCohort.Take(Open(), framework);
        Assert.Equal([0, 0, 0, 1, 1, 0], cohort.In("Tier").Segment.AsEnumerable());
        Assert.Equal((SegmentSource.Replayed, 0), (cohort.Source, cohort.AssignedToday!.Dimensions[0].Segment[4]));
        Assert.Contains(cohort.Notes, n => n.StartsWith("Segments are replayed: v0 on the ARR, usage and dates of 2025-09-30", StringComparison.Ordinal));
    }

    // The snapshot of 15 September turns the tiers round, knows 'left the CRM', which is no longer exported, and does not know 'late'.
    [Fact]
    public void A_snapshot_kept_before_the_start_says_the_segments_also_of_accounts_that_are_no_longer_exported()
    {
        var folder = Directory.CreateTempSubdirectory("cohort-").FullName;
        try
        {
            var snapshots = Snapshots.Open(Path.Combine(folder, "snapshots.sqlite"));
            string[] ids = ["stays", "zero", "vanishes", "returns", "shrinks", "left the CRM"];
            var before = InMemory.Open("as_of: 2025-09-15", [InMemory.Of("accounts.csv", Column.Of("Account ID", ids), Column.Of("Account Name", ids), Column.Of("Employees", [400.0, 400, 400, 10, 10, 10]))]);
            snapshots.Save(Assignment.Run(before, Tier));
            var history = History().Table;
            var more = InMemory.Of("arr_history.csv", Column.Of("Account ID", history.Text("Account ID").Codes.ToArray().Select(c => (string?)history.Text("Account ID").Dictionary[c]).Append("left the CRM")),
                Column.Of("Month", ((DateColumn)history["Month"]).Values.ToArray().Select(d => (DateTime?)d).Append(Day("2025-09-01"))), Column.Of("ARR", history.Number("ARR").Values.ToArray().Append(55)));
            var workspace = InMemory.Open("as_of: 2025-12-31\nlaunch: 2025-10-01", [Accounts(), more]);
            var cohort = OutcomeCohort.Take(workspace, Tier, null, snapshots);
            Assert.Equal(ids, Ids(cohort));
            Assert.Equal([1, 1, 1, 0, 0, 0], cohort.In("Tier").Segment.AsEnumerable());
            Assert.Equal((SegmentSource.Snapshot, true, -1), (cohort.Source, cohort.Churned[5], cohort.AssignedToday!.Dimensions[0].Segment[5]));
            Assert.Equal("Segments are those of the snapshot of 2025-09-15 (v0), the latest before the start.", cohort.Notes[0]);
            Assert.Contains("Left out: 1 account that paid 60 at the start and that the snapshot does not hold.", cohort.Notes);
            Assert.Empty(cohort.KnownTodayOnly("Tier"));

            // Asked to replay, the snapshot is not looked at; without a snapshot so early the segments are replayed too.
            Assert.Equal(SegmentSource.Replayed, OutcomeCohort.Take(workspace, Tier, OutcomeOptions.Default with { Segments = SegmentSource.Replayed }, snapshots).Source);
            Assert.Equal(SegmentSource.Replayed, OutcomeCohort.Take(workspace, Tier, OutcomeOptions.Default with { Start = Day("2025-08-31") }, snapshots).Source);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // stays began on 29 February 2024; shrinks says 1 August 2025 and paid in July: its start was moved, and the history begins with it, so nobody knows; late came at the end of August.
    [Fact]
    public void Tenure_counts_from_the_contract_else_from_the_first_day_that_the_history_knows()
    {
        var cohort = OutcomeCohort.Take(Open(Dates("Contract Start Date", "2024-02-29", null, null, "2025-07-15", "2025-08-01", null, null, null, null)), Tier, OutcomeOptions.Default with { Clock = OutcomeClock.Tenure });
        Assert.Equal([579.0, double.NaN, double.NaN, 77, double.NaN, 30], cohort.TenureDays.AsEnumerable());
        Assert.Contains("Tenure is not known for 3 accounts (1 paid before their contract's start, so that a renewal has moved it).", cohort.Notes);
        var times = cohort.Times(out var rows);
        Assert.Equal([0, 3, 5], rows.AsEnumerable());
        Assert.Equal([579.0, 77, 30], times.Entry.AsEnumerable());
        Assert.Equal([671.0, 108, 122], times.Exit.AsEnumerable());
        Assert.Equal([false, true, false], times.HasEvent.AsEnumerable());
    }

    // Subscriptions know the days: both ends included, A paid until 14 October and left on the 15th.
    [Fact]
    public void Subscriptions_give_the_exact_day_and_their_ends_are_the_renewals()
    {
        var subscriptions = InMemory.Of("subscriptions.csv", Column.Of("Account ID", ["stays", "zero", "vanishes", "returns"]), Dates("Start Date", "2024-10-15", "2025-01-01", "2025-09-30", "2025-10-01"), Dates("End Date", "2025-10-14", "2026-01-31", null, "2026-09-30"), Column.Of("ARR", [1.0, 2, 3, 4]));
        var cohort = OutcomeCohort.Take(InMemory.Open("as_of: 2025-12-31\nlaunch: 2025-10-01", [Accounts(), subscriptions]), Tier);
        Assert.Equal(["stays", "zero", "vanishes"], Ids(cohort));
        Assert.Equal([15.0, 92, 92], cohort.Days.AsEnumerable());
        Assert.Equal([true, false, null], cohort.UpForRenewal.AsEnumerable());
        Assert.Equal([350.0, 272, 0], cohort.TenureDays.AsEnumerable());
        Assert.Equal(["returns"], cohort.New.Select(h => cohort.History!.Ids[h]));
    }

    [Fact]
    public void An_empty_segment_is_a_row_and_the_figures_of_a_dimension_add_up()
    {
        var table = OutcomeCohort.Take(Open(), Tier).ToTable();
        Assert.Equal(["Small", "Large", "Giant"], Enumerable.Range(0, 3).Select(r => table.Text("segment")[r]));
        Assert.Equal([3.0, 3, 0], table.Number("accounts").Values.ToArray());
        Assert.Equal([2.0, 1, 0], table.Number("churned").Values.ToArray());
        Assert.Equal(1960, table.Number("ARR at the start").Values.ToArray().Sum());
    }

    private static string[] Ids(OutcomeCohort cohort) => [.. Enumerable.Range(0, cohort.Count).Select(r => cohort.Assigned!.Records.Ids[r]!)];
}
