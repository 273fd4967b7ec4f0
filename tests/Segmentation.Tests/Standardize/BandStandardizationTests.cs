using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Standardize;

public sealed class BandStandardizationTests
{
    private static IEnumerable<string?> Values(Workspace workspace, string column) => Enumerable.Range(0, workspace.Accounts.Table.RowCount).Select(r => workspace.Accounts.Table.Text(column)[r]);

    [Fact]
    public void Null_zero_and_negative_are_in_no_band_and_counted()
    {
        var result = BandStandardization.Apply(Of(Accounts(
            Texts(Role.AccountId, "a", "b", "c", "d", "e", "f"), Numbers(Role.Employees, 99, 100, 1000, 0, -3, double.NaN), Numbers(Role.Arr, 49_999, 50_000, 500_000, 0, -10, double.NaN))));
        Assert.Equal(["SMB", "Mid-Market", "Enterprise", null, null, null], Values(result.Workspace, "size_tier"));
        Assert.Equal(["51-200", "51-200", "201-1000", null, null, null], Values(result.Workspace, "size_band"));
        Assert.Equal(["Below 50K", "50K to below 500K", "500K or more", null, null, null], Values(result.Workspace, "arr_tier"));
        Assert.Equal([("no value", 1), ("zero", 1), ("negative", 1), ("no number, or a range of several bands", 0)],
            result.Rows.Where(r => r.Column == "size_tier" && r.Band is null).Select(r => (r.Meaning, r.Records)));
        Assert.Equal(49_999, result.Rows.Single(r => r is { Column: "size_tier", Band: "SMB" }).Arr);
        Assert.Equal<IEnumerable<string>>(["size_tier", "size_band", "arr_tier"], Assert.Single(result.Changes).AddedColumns);
    }

    [Fact]
    public void Text_ranges_belong_to_the_band_that_holds_them_whole()
    {
        var result = BandStandardization.Apply(Of(Accounts(Texts(Role.Employees, "1-50", "51-200", "201-1000", "1000+", "50+", "many", null))));
        Assert.Equal(["SMB", null, null, "Enterprise", null, null, null], Values(result.Workspace, "size_tier"));
        Assert.Equal(["1-50", "51-200", "201-1000", null, null, null, null], Values(result.Workspace, "size_band"));
        Assert.Equal([1, 0, 0, 3], result.Rows.Where(r => r.Column == "size_band" && r.Band is null).Select(r => r.Records));
    }

    [Fact]
    public void A_band_without_accounts_is_still_a_row_also_where_there_are_no_accounts()
    {
        var result = BandStandardization.Apply(Of(Accounts(Numbers(Role.Employees))));
        Assert.Equal(3 + 4 + 3 + (3 * 4), result.Rows.Length);
        Assert.All(result.Rows, row => Assert.Equal(0, row.Records));
        Assert.Contains("no column plays arr", result.Rows.Last().From, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_export_says_is_never_overwritten_and_a_second_run_changes_nothing()
    {
        var workspace = Of(Accounts(Numbers(Role.Employees, 10, 10), Column.Of("size_tier", ["Enterprise", null])));
        var result = BandStandardization.Apply(workspace);
        Assert.Equal(["Enterprise", "SMB"], Values(result.Workspace, "size_tier"));
        Assert.Empty(BandStandardization.Apply(result.Workspace).Changes);
        Assert.Equal(workspace.Accounts.Table.ToCsv(), result.Changes[0].Undo(result.Workspace.Accounts.Table).ToCsv());
    }
}
