using Segmentation.Criteria;
using Segmentation.Distribute;
using Segmentation.Tables;
using Segmentation.Tests.Clean;

namespace Segmentation.Tests.Distribute;

public sealed class SavedViewsTests
{
    private const string AtRisk = "My at-risk SMB accounts";

    // Health is below 50 for R001, R002, R005; blank for R003; R004 is Enterprise; R006 is well; R007 belongs to nobody.
    private static SmallAssignment Views => SmallAssignment.Accounts
        .Dimension("tier", ["Enterprise", "SMB"], "SMB", "SMB", "SMB", "Enterprise", "SMB", "SMB", "SMB")
        .Field("health_score", FieldType.Number, Column.Of("health_score", [10, 20, (double?)null, 5, 30, 50, 49]))
        .Arr(100, 300, 50, 900, null, 10, 70).Owners("Ben", "Ben", "Ana", "Ana", "Ben", "Ana", null)
        .View(AtRisk, "tier", "SMB", "health_score < 50").View("My Enterprise accounts", "tier", "Enterprise", null).View("Everyone", null, null, null);

    [Fact]
    public void A_view_lists_the_records_of_its_segment_by_owner_then_by_falling_arr()
    {
        var view = SavedViews.Of(Views.Run(), "MY AT-RISK SMB ACCOUNTS");
        // 50 is not below 50; an unknown ARR comes last; who belongs to nobody comes last of all.
        Assert.Equal(["R002", "R001", "R005", "R007"], Ids(view.Records));
        Assert.Equal(["owner", "id", "name", "ARR", "health_score"], view.Records.Columns.Select(c => c.Name));
        Assert.Equal([20, 10, 30, 49], view.Records.Number("health_score").Values.ToArray());
        Assert.Equal((470.0, "tier: SMB and health_score < 50"), (view.Arr, view.Rule));
    }

    [Fact]
    public void Records_that_a_blank_leaves_open_are_listed_apart_and_counted()
    {
        var view = SavedViews.Of(Views.Run(), AtRisk);
        Assert.Equal(["R003"], Ids(view.Unknown));
        Assert.Contains("My at-risk SMB accounts (tier: SMB and health_score < 50): 4 accounts; a blank leaves 1 open, which are listed apart.", view.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Excluded_records_are_in_no_view_and_a_mask_hides_owners_and_names()
    {
        var all = SavedViews.Of(Views.Exclude("Healthy", "health_score >= 50").Run(), "Everyone");
        Assert.Equal(6, all.Records.RowCount);
        var masked = all.ToString(RenderOptions.Default with { Mask = true });
        Assert.DoesNotContain("Ben", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("Name 1", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_view_of_the_framework_is_a_row()
    {
        var table = SavedViews.Of(Views.Run()).ToTable();
        Assert.Equal([4, 1, 7], table.Number("records").Values.ToArray());
        Assert.Equal([1, 1, 2], table.Number("owners").Values.ToArray());
        Assert.Equal([1, 0, 0], table.Number("open for a blank").Values.ToArray());
        Assert.Equal("all accounts", table.Text("who is in it")[2]);
    }

    [Fact]
    public void An_unknown_view_or_dimension_is_an_error_that_lists_what_there_is()
    {
        Assert.Equal("The framework has no view 'x'. It has: 'My at-risk SMB accounts', 'My Enterprise accounts', 'Everyone'.",
            Assert.Throws<KeyNotFoundException>(() => SavedViews.Of(Views.Run(), "x")).Message);
        Assert.Equal("The view 'Odd' asks for the dimension 'size' of accounts, which was not assigned. There are: 'tier'.",
            Assert.Throws<KeyNotFoundException>(() => SavedViews.Of(Views.View("Odd", "size", "SMB", null).Run())).Message);
    }

    [Fact]
    public void A_view_of_records_that_were_not_assigned_is_empty()
    {
        var assignment = Views.Run();
        Assert.All(SavedViews.Of(assignment with { Accounts = null }).Items, v => Assert.Equal((0, 0, null), (v.Records.RowCount, v.Unknown.RowCount, v.Arr)));
    }

    [Fact]
    public void Csv_files_are_named_safely_and_hold_no_formula()
    {
        using var folder = new TemporaryFolder();
        var files = SavedViews.Of(SmallAssignment.Accounts.Dimension("tier", ["SMB"], "SMB", "SMB").Owners("=cmd|'/c calc'!A1", "Ana")
            .View("../../etc/Pass wd", null, null, null).View("CON", null, null, null).View("a b", null, null, null).View("A-B", null, null, null).View("…", null, null, null).Run()).WriteCsv(folder["views"]);
        Assert.Equal(["etc-pass-wd.csv", "view-con.csv", "a-b.csv", "a-b-2.csv", "view.csv"], files.Files.Select(f => f.File));
        Assert.Equal(files.Files.Select(f => f.File).Order(StringComparer.Ordinal), Directory.EnumerateFileSystemEntries(folder["views"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("owner,id,name\n'=cmd|'/c calc'!A1,R001,Name 1\nAna,R002,Name 2\n", File.ReadAllText(folder["views", "view.csv"]));
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(folder["views", "view.csv"])[..3]);
        Assert.Contains("Written to", files.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_again_replaces_the_views_and_leaves_other_files_alone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["views"]);
        File.WriteAllText(folder["views", "mine.csv"], "kept");
        var views = SavedViews.Of(Views.Run());
        views.WriteCsv(folder["views"]);
        var before = folder.Files("views");
        views.WriteCsv(folder["views"]);
        Assert.Equal(before, folder.Files("views"));
        Assert.Equal("kept", File.ReadAllText(folder["views", "mine.csv"]));
    }

    private static string[] Ids(Table table) => [.. Enumerable.Range(0, table.RowCount).Select(row => table.Text("id")[row]!)];
}
