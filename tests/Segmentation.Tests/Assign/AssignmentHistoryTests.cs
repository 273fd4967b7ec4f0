using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Assign;

public sealed class AssignmentHistoryTests
{
    private static SegmentationFramework Industries => new()
    {
        Version = "v1",
        Fields = [new(EntityKind.Accounts, Industry)],
        Dimensions = [new("Focus", DimensionKind.Firmographic, EntityKind.Accounts, [new("Tech", Criterion.Parse("industry = Technology", [Industry])), new("Rest", Criterion.Parse("otherwise", [Industry]))])],
    };

    private static FieldDefinition Industry { get; } = new("industry", FieldType.Text);

    private static Workspace Workspace(string asOf) => InMemory.Open($"as_of: {asOf}", [InMemory.File("accounts.csv", "Account ID, Account Name, Industry, ARR, Created Date", "A-#, Company #, Technology, 100, 2024-01-05")]);

    [Fact]
    public void Month_ends_up_to_the_as_of_date_are_replayed_in_order()
    {
        // 30 June is a month's end and counts; 29 June is not, and the last is 31 May.
        Assert.Equal([new(2026, 4, 30), new(2026, 5, 31), new DateTime(2026, 6, 30)], AssignmentHistory.Replay(Workspace("2026-06-30"), Industries, 3).Snapshots.Select(s => s.AsOf));
        Assert.Equal([new(2026, 4, 30), new DateTime(2026, 5, 31)], AssignmentHistory.Replay(Workspace("2026-06-29"), Industries, 2).Snapshots.Select(s => s.AsOf));
        Assert.Equal(12, AssignmentHistory.Replay(Workspace("2026-06-30"), Industries).Snapshots.Length);
    }

    [Fact]
    public void A_replayed_history_says_so()
    {
        var history = AssignmentHistory.Replay(Workspace("2026-06-30"), Industries, 2);
        Assert.True(history.IsReplayed);
        Assert.Contains("replayed with framework v1 from today's exports: ARR and usage as of each month's end, every other field as it is today", history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_place_has_a_row_on_every_date()
    {
        // Two dates, Tech, Rest, Unassigned and Excluded: 8 rows; 40 accounts of Technology on each date.
        var table = AssignmentHistory.Replay(Workspace("2026-06-30"), Industries, 2).ToTable();
        Assert.Equal([40.0, 0, 0, 0, 40, 0, 0, 0], table.Number("records").Values.ToArray());
    }

    [Fact]
    public void The_assignment_before_a_date_is_the_last_of_an_earlier_day()
    {
        var history = AssignmentHistory.Replay(Workspace("2026-06-30"), Industries, 3);
        Assert.Equal(new DateTime(2026, 5, 31), history.Before(new DateTime(2026, 6, 30))!.AsOf);
        Assert.Equal(new DateTime(2026, 6, 30), history.Before(new DateTime(2026, 7, 1))!.AsOf);
        Assert.Null(history.Before(new DateTime(2026, 4, 30)));
        Assert.Equal(new DateTime(2026, 6, 30), history.Latest!.AsOf);
    }

    [Fact]
    public void Every_month_of_a_replay_takes_its_ARR_from_the_history_the_last_too()
    {
        // The accounts say 100, the history says 700 in May and in June: a change of source is no movement.
        var workspace = InMemory.Open("as_of: 2026-06-30",
        [
            InMemory.File("accounts.csv", "Account ID, Account Name, Industry, ARR, Created Date", "A-#, Company #, Technology, 100, 2024-01-05"),
            InMemory.Of("arr_history.csv",
                Column.Of("account_id", Enumerable.Range(0, 80).Select(i => (string?)$"A-{(i % 40) + 1}")),
                Column.Of("month", Enumerable.Range(0, 80).Select(i => (DateTime?)new DateTime(2026, i < 40 ? 5 : 6, 1))),
                Column.Of("arr", Enumerable.Repeat(700.0, 80))),
        ]);
        Assert.Equal(100, Assignment.Run(workspace, Industries).Accounts!.Records.Arr![0]);
        Assert.All(AssignmentHistory.Replay(workspace, Industries, 2).Snapshots, s => Assert.Equal(700, s.Accounts!.Records.Arr![0]));
    }

    [Fact]
    public void Less_than_one_month_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => AssignmentHistory.Replay(Workspace("2026-06-30"), Industries, 0));
}
