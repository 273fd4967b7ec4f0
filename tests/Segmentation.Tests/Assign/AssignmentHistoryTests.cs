using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
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
    public void Less_than_one_month_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => AssignmentHistory.Replay(Workspace("2026-06-30"), Industries, 0));
}
