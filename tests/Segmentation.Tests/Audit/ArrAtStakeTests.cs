using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Audit;

public sealed class ArrAtStakeTests
{
    private static readonly Export Accounts = AuditWorkspace.Export(
        EntityKind.Accounts,
        (Role.AccountId, Column.Of("Id", ["A1", "A2", "A3"])),
        (Role.AccountName, Column.Of("Name", ["Acme", "Borealis", "Cygnus"]).AsPersonal()),
        (Role.Arr, Column.Of("ARR", new double?[] { 100, null, 40 }, NumberFormat.Money)));

    private static readonly Export Contacts = AuditWorkspace.Export(
        EntityKind.Contacts,
        (Role.ContactId, Column.Of("Id", ["C1", "C2", "C3", "C4", "C5"])),
        (Role.AccountId, Column.Of("Account", ["A3", "A1", "A1", null, "gone"])));

    [Fact]
    public void Accounts_count_their_own_arr_and_a_missing_amount_adds_nothing()
    {
        var arr = ArrAtStake.Of(AuditWorkspace.Of(Accounts));
        Assert.Equal(140, arr.Total);
        Assert.Equal(100, arr.Of(Accounts, [0, 1]));
        Assert.Equal(0, arr.Of(Accounts, []));
    }

    [Fact]
    public void Two_contacts_of_one_account_put_its_arr_at_stake_once()
    {
        var arr = ArrAtStake.Of(AuditWorkspace.Of(Accounts, Contacts));
        Assert.Equal(140, arr.Of(Contacts, [0, 1, 2]));
        Assert.Equal(0, arr.Of(Contacts, [3, 4]));
        Assert.Equal([2, 0, 0, -1, -1], arr.AccountOfRow(Contacts)!);
    }

    [Fact]
    public void Arr_is_unknown_without_amounts_without_accounts_and_without_an_account_column()
    {
        var bare = AuditWorkspace.Export(EntityKind.Contacts, (Role.ContactId, Column.Of("Id", ["C1"])));
        Assert.Null(ArrAtStake.Of(AuditWorkspace.Of(Contacts)).Of(Contacts, [0]));
        Assert.Null(ArrAtStake.Of(AuditWorkspace.Of(Accounts, bare)).Of(bare, [0]));
        Assert.Null(ArrAtStake.Of(AuditWorkspace.Of(Accounts) with { AccountArr = null }).Of(Accounts, [0]));
    }

    [Fact]
    public void Number_identifiers_match_text_identifiers()
    {
        var index = AccountIndex.Of(Column.Of("Id", new double?[] { 9007199254740991, 42, null, 42 }));
        Assert.Equal([1, 0, -1, -1], index.RowsOf(Column.Of("key", ["42", "9007199254740991", null, "7"])));
    }

    [Fact]
    public void Offending_rows_say_where_they_stand_who_they_are_and_keep_the_personal_mark()
    {
        var workspace = AuditWorkspace.Of(Accounts, Contacts);
        var rows = OffendingRows.Of(Contacts, "wrong", [1, 4], ArrAtStake.Of(workspace), Contacts.Find(Role.AccountId), null);
        Assert.Equal(["row", "Id", "Account", "account ARR"], rows.Columns.Select(c => c.Name));
        Assert.Equal([2d, 5d], rows.Number("row").Values.ToArray());
        Assert.Equal(100, rows.Number("account ARR")[0]);
        Assert.Null(rows.Number("account ARR")[1]);

        var accounts = OffendingRows.Of(Accounts, "wrong", [2], null);
        Assert.Equal(["row", "Id", "Name"], accounts.Columns.Select(c => c.Name));
        Assert.True(accounts["Name"].IsPersonal);
    }

    [Fact]
    public void Ten_thousand_accounts_are_all_found_again()
    {
        // Known construction: each identifier is its own row.
        var ids = Column.Of("Id", Enumerable.Range(0, 10_000).Select(i => $"001{i:x8}"));
        Assert.Equal(Enumerable.Range(0, 10_000), AccountIndex.Of(ids).RowsOf(ids));
    }
}
