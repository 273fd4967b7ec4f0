using Segmentation.Tables;

namespace Segmentation.Tests.Tables;

public sealed class TableChangeTests
{
    private static readonly Table Before = new(
        "accounts",
        Column.Of("id", ["a", "b", "c", null]),
        Column.Of("Name", ["Ada", "", null, "Di"]).AsPersonal(),
        Column.Of("size", [1.0, null, 3, 4], NumberFormat.Count));

    private static TableChange Change(Table after, params int[] removed) => TableChange.Between("a step", Before, after, "id", (row, column) => $"{column} {row}", removed);

    [Fact]
    public void Undoing_a_random_change_gives_exactly_the_table_before()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new RandomTables(seed);
            var before = random.Next(rows: seed % 40, columns: seed % 7);
            var (after, removed) = random.Changed(before);
            var change = TableChange.Between("step", before, after, key: null, (_, _) => "because", removed);
            TableEquality.AssertSame(before, change.Undo(after));
        }
    }

    [Fact]
    public void A_changed_cell_keeps_its_record_what_it_held_and_why()
    {
        // By construction: row 1 was empty and row 2 null, which are two things.
        var change = Change(Before.With(Column.Of("Name", ["Ada", null, "", "Di"]).AsPersonal()));
        Assert.Equal([new(1, "b", "Name", "", null, "Name 1"), new(2, "c", "Name", null, "", "Name 2")], change.Cells.AsEnumerable());
    }

    [Fact]
    public void A_record_without_an_id_has_a_row_only() =>
        Assert.Equal([new(3, null, "Name", "Di", "Do", "Name 3")], Change(Before.With(Column.Of("Name", ["Ada", "", null, "Do"]))).Cells.AsEnumerable());

    [Fact]
    public void Removed_rows_are_kept_whole_and_come_back_in_their_places()
    {
        var change = Change(Before.Take([1, 3]), 0, 2);
        TableEquality.AssertSame(Before.Take([0, 2]), change.Removed!);
        Assert.Empty(change.Cells);
        TableEquality.AssertSame(Before, change.Undo(Before.Take([1, 3])));
    }

    [Fact]
    public void Every_row_may_go_and_come_back() => TableEquality.AssertSame(Before, Change(Before.Take([]), 0, 1, 2, 3).Undo(Before.Take([])));

    [Fact]
    public void A_cell_of_a_row_behind_a_removed_one_is_numbered_as_before_the_step()
    {
        var after = Before.Take([0, 2, 3]).With(Column.Of("size", [1.0, 30, 4], NumberFormat.Count));
        var change = Change(after, 1);
        Assert.Equal([new(2, "c", "size", "3", "30", "size 2")], change.Cells.AsEnumerable());
        TableEquality.AssertSame(Before, change.Undo(after));
    }

    [Fact]
    public void Columns_that_nothing_changed_are_shared_not_copied()
    {
        var after = Before.With(Column.Of("Name", ["X", "", null, "Di"])).With(Column.Of("new", [1.0, 2, 3, 4]));
        var change = Change(after);
        Assert.Equal(["new"], change.AddedColumns.AsEnumerable());
        Assert.Same(Before["size"], change.Undo(after)["size"]);
    }

    [Theory]
    [InlineData(new[] { 2, 1 }, "Step 'a step' on 'accounts': removed row 1 at place 1; expected rows from 0 to 3, each once, ascending.")]
    [InlineData(new[] { 1, 1 }, "Step 'a step' on 'accounts': removed row 1 at place 1; expected rows from 0 to 3, each once, ascending.")]
    [InlineData(new[] { 3, 4 }, "Step 'a step' on 'accounts': removed row 4 at place 1; expected rows from 0 to 3, each once, ascending.")]
    [InlineData(new[] { 1 }, "Step 'a step' on 'accounts': 4 rows without the 1 removed are not the 2 rows after it; name every removed row.")]
    public void Rows_that_do_not_add_up_are_refused(int[] removed, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Change(Before.Take([0, 1]), removed)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_that_is_gone_is_refused() => Assert.StartsWith(
        "Step 'a step' on 'accounts': column 'size' is gone; keep it, so that the step can be undone.",
        Assert.Throws<ArgumentException>(() => Change(Before.Select("id", "Name"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_of_another_type_is_refused() => Assert.StartsWith(
        "Step 'a step' on 'accounts': column 'size' held Number and holds Text now; add a column instead.",
        Assert.Throws<ArgumentException>(() => Change(Before.With(Column.Of("size", ["1", null, "3", "4"])))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_step_cannot_be_undone_on_a_table_of_another_length() => Assert.StartsWith(
        "Step 'a step' left 4 rows in 'accounts', but the table to undo it on has 2; undo the later steps first.",
        Assert.Throws<ArgumentException>(() => Change(Before).Undo(Before.Take([0, 1]))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_changed_is_hidden_where_values_are_personal() => Assert.All(
        Change(Before.With(Column.Of("Name", ["X", "", null, "Di"]))).ToTable().Columns.Where(c => c.Name is "before" or "after"), c => Assert.True(c.IsPersonal));
}
