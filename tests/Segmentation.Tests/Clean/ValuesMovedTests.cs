using Segmentation.Clean;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Clean;

public sealed class ValuesMovedTests
{
    private static readonly Workspace Raw = BeforeAfterTests.Accounts(["retail", "Retail", null, "Tech", "retail"]);

    private static Table Before => Raw.Accounts.Table;

    [Fact]
    public void A_record_moves_once_from_its_first_value_to_its_last()
    {
        // By hand: row 2 is filled with "retail" and then standardised; row 1 goes away and comes back to what it was; row 3 moves for good.
        var filled = Before.With(Column.Of("Industry", ["retail", "x", "retail", "Tech", "retail"]));
        var standard = filled.With(Column.Of("Industry", ["Retail", "Retail", "Retail", "Technology", "Retail"]));
        var moved = ValuesMoved.Of(Raw, [Change(Before, filled), Change(filled, standard)]);
        Assert.Equal(
            [new("accounts", "Industry", Role.Industry, "retail", "Retail", 2, 600), new("accounts", "Industry", Role.Industry, null, "Retail", 1, 300), new("accounts", "Industry", Role.Industry, "Tech", "Technology", 1, 400)],
            moved.Moves.AsEnumerable());
    }

    [Fact]
    public void A_record_that_is_merged_away_does_not_move_and_those_behind_it_keep_their_first_value()
    {
        // Row 0 is removed in the first step; in the second, row 3 of the table before is row 2.
        var merged = Before.Take([1, 2, 3, 4]);
        var standard = merged.With(Column.Of("Industry", ["Retail", null, "Technology", "Retail"]));
        var moved = ValuesMoved.Of(Raw, [Change(Before, merged, 0), Change(merged, standard)]);
        Assert.Equal([("Tech", "Technology", 1, 400.0), ("retail", "Retail", 1, 500.0)], moved.Moves.Select(m => (m.From, m.To, m.Records, m.Arr!.Value)));
    }

    [Fact]
    public void The_matrix_has_a_row_for_each_value_before_and_a_column_for_each_after()
    {
        var standard = Before.With(Column.Of("Industry", ["Retail", "Retail", "Retail", null, "Retail"]));
        var matrix = ValuesMoved.Of(Raw, [Change(Before, standard)]).Matrix(Role.Industry);
        Assert.Equal(["from", "Retail", "(blank)"], matrix.Columns.Select(c => c.Name));
        Assert.Equal(["retail", "(blank)", "Tech"], Enumerable.Range(0, 3).Select(matrix["from"].Raw));
        Assert.Equal([2.0, 1, 0], matrix.Number("Retail").Values.ToArray());
        Assert.Equal([0.0, 0, 1], matrix.Number("(blank)").Values.ToArray());
    }

    [Fact]
    public void Values_that_differ_in_case_only_have_columns_of_their_own()
    {
        var cased = Before.With(Column.Of("Industry", ["FROM", "tech", "TECH", "Tech", "retail"]));
        Assert.Equal(["from", "FROM (3)", "TECH", "tech (2)"], ValuesMoved.Of(Raw, [Change(Before, cased)]).Matrix(Role.Industry).Columns.Select(c => c.Name).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Fields_that_no_picklist_holds_are_not_followed_unless_asked_for()
    {
        var renamed = Before.With(Column.Of("Account Name", ["x", "Name b", "Name c", "Name d", "Name e"]));
        Assert.Empty(ValuesMoved.Of(Raw, [Change(Before, renamed)]).Moves);
        Assert.Single(ValuesMoved.Of(Raw, [Change(Before, renamed)], Role.AccountName).Moves);
    }

    [Fact]
    public void Nothing_moves_without_a_change() => Assert.Equal(0, ValuesMoved.Of(Raw, []).ToTable().RowCount);

    private static TableChange Change(Table before, Table after, params int[] removed) => TableChange.Between("step", before, after, null, (_, _) => string.Empty, removed);
}
