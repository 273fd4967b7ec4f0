using Segmentation.Distribute;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Tests.Distribute;

public sealed class BookOfBusinessTests
{
    // Ana: two Enterprise (100, 200) and one SMB (1). Ben: one Enterprise (50). Nobody: one SMB (9), one Unassigned (40).
    private static SmallAssignment Books => SmallAssignment.Accounts
        .Dimension("tier", ["Enterprise", "SMB"], "Enterprise", "Enterprise", "SMB", "Enterprise", "SMB", null)
        .Arr(100, 200, 1, 50, 9, 40).Owners("Ana", "Ana", "Ana", "Ben", " ", null);

    [Fact]
    public void Each_owner_is_a_row_and_accounts_of_nobody_come_last()
    {
        var book = BookOfBusiness.Of(Books.Run());
        var owners = book.Owners;
        Assert.Equal(["owner", "accounts", "ARR", "share of ARR", "Enterprise", "SMB", "Unassigned"], owners.Columns.Select(c => c.Name));
        Assert.Equal(["Ana", "Ben", "nobody"], Enumerable.Range(0, 3).Select(i => owners.Text("owner")[i]));
        Assert.Equal([3, 1, 2], Numbers(owners, "accounts"));
        Assert.Equal([301, 50, 49], Numbers(owners, "ARR"));
        Assert.Equal([0.7525, 0.125, 0.1225], Numbers(owners, "share of ARR"));
        Assert.Equal([2, 1, 0], Numbers(owners, "Enterprise"));
        Assert.Equal([1, 0, 1], Numbers(owners, "SMB"));
        Assert.Equal([0, 0, 1], Numbers(owners, "Unassigned"));
    }

    [Fact]
    public void Accounts_a_CSM_are_counted_among_those_who_have_any_of_the_segment()
    {
        var book = BookOfBusiness.Of(Books.Run(), "TIER");
        Assert.Equal(
            [new("Enterprise", 3, 3, 2) { Benchmark = 15 }, new("SMB", 2, 1, 1), new("Unassigned", 1, 0, 0), new(null, 6, 4, 2)],
            book.Ratios.AsEnumerable());
        Assert.Equal([1.5, 1, null, 2], book.Ratios.Select(r => r.AccountsPerOwner));
        Assert.Equal("about 15 (advisory)", book.RatioTable.Text("benchmark, no pass mark")[0]);
    }

    [Fact]
    public void The_benchmark_is_the_frameworks_limit() =>
        Assert.Equal(22, BookOfBusiness.Of(Books.Limits(PlaybookLimits.Default with { EnterpriseAccountsPerCsm = 22 }).Run()).Ratios[0].Benchmark);

    [Fact]
    public void The_spread_is_among_those_who_have_accounts()
    {
        var spread = BookOfBusiness.Of(Books.Run()).Spread;
        Assert.Equal([1, 50], Numbers(spread, "smallest"));
        Assert.Equal([2, 175.5], Numbers(spread, "median"));
        Assert.Equal([3, 301], Numbers(spread, "largest"));
    }

    [Fact]
    public void Excluded_accounts_are_in_no_book_and_a_mask_hides_owners()
    {
        var book = BookOfBusiness.Of(Books.Exclude("Small", "tier = SMB").Run());
        Assert.Equal([2, 1, 1], Numbers(book.Owners, "accounts"));
        Assert.DoesNotContain("Ana", book.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_owners_everything_is_nobodys()
    {
        var book = BookOfBusiness.Of(SmallAssignment.Accounts.Dimension("tier", ["SMB"], "SMB", "SMB").Run());
        Assert.Equal([2], Numbers(book.Owners, "accounts"));
        Assert.Null(book.Ratios[^1].AccountsPerOwner);
        Assert.Equal(0, book.Spread.RowCount);
        Assert.Contains("2 of 2 accounts have no owner: the export says of none who looks after it.", book.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_accounts_the_books_are_empty_and_an_unknown_dimension_is_an_error()
    {
        Assert.Equal(0, BookOfBusiness.Of(SmallAssignment.Contacts.Dimension("level", ["VP"], "VP").Run()).ToTable().RowCount);
        Assert.Equal("No dimension 'size' of accounts was assigned. There are: 'tier'.", Assert.Throws<KeyNotFoundException>(() => BookOfBusiness.Of(Books.Run(), "size")).Message);
    }

    private static double[] Numbers(Table table, string column) => table.Number(column).Values.ToArray();
}
