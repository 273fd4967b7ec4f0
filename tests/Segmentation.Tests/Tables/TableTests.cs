using Segmentation.Tables;

namespace Segmentation.Tests.Tables;

public sealed class TableTests
{
    private static readonly Table Accounts = new(
        "accounts",
        Column.Of("name", ["Beta", null, "Acme", "acme"]),
        Column.Of("arr", [(double?)200, 100, null, 100], NumberFormat.Money),
        Column.Of("since", [new DateTime(2024, 1, 2), null, new DateTime(2023, 1, 1), new DateTime(2024, 1, 1)]),
        Column.Of("active", [(bool?)true, false, null, true]));

    private static readonly Table Nothing = new("nothing", Column.Of("name", Array.Empty<string?>()), Column.Of("arr", Array.Empty<double>()));

    [Fact]
    public void Columns_are_found_without_regard_to_case() => Assert.Same(Accounts["ARR"], Accounts["arr"]);

    [Fact]
    public void A_missing_column_names_the_columns_there_are() =>
        Assert.Equal("Table 'accounts' has no column 'mrr'. It has: name, arr, since, active.", Assert.Throws<KeyNotFoundException>(() => Accounts["mrr"]).Message);

    [Fact]
    public void A_column_of_another_type_names_the_remedy() =>
        Assert.StartsWith(
            "Table 'accounts': column 'name' holds Text values, expected Number. Override its type in workspace.yaml under 'columns', or choose another column.",
            Assert.Throws<ArgumentException>(() => Accounts.Number("name")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Columns_must_be_of_one_length_and_of_different_names()
    {
        Assert.Contains("'b' has 2 rows but 'a' has 1", Assert.Throws<ArgumentException>(() => new Table("t", Column.Of("a", [1.0]), Column.Of("b", [1.0, 2]))).Message, StringComparison.Ordinal);
        Assert.Contains("two columns are called 'A'", Assert.Throws<ArgumentException>(() => new Table("t", Column.Of("a", [1.0]), Column.Of("A", [1.0]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_keeps_rows_in_order() => Assert.Equal(["Beta", "acme"], Names(Accounts.Filter(r => Accounts.Boolean("active")[r] == true)));

    [Fact]
    public void Filter_that_keeps_everything_returns_the_same_table() => Assert.Same(Accounts, Accounts.Filter(_ => true));

    [Theory]
    [InlineData("arr", false, "-,acme,Beta,Acme")]
    [InlineData("arr", true, "Beta,-,acme,Acme")]
    [InlineData("name", false, "Acme,Beta,acme,-")]
    [InlineData("name", true, "acme,Beta,Acme,-")]
    [InlineData("since", false, "Acme,acme,Beta,-")]
    [InlineData("since", true, "Beta,acme,Acme,-")]
    [InlineData("active", false, "-,Beta,acme,Acme")]
    [InlineData("active", true, "Beta,acme,-,Acme")]
    public void Sort_puts_nulls_last_in_both_directions_and_keeps_the_order_of_ties(string column, bool descending, string expected) =>
        Assert.Equal(expected, string.Join(',', Names(Accounts.SortBy(column, descending)).Select(n => n ?? "-")));

    [Fact]
    public void Groups_come_in_order_of_first_appearance_and_null_is_a_group()
    {
        var groups = Accounts.GroupBy("arr");
        Assert.Equal([0, 1, 2, 1], groups.GroupOfRow.ToArray());
        Assert.Equal([1, 2, 1], groups.Sizes());
        Assert.Equal([200.0, 200, 0], groups.Sum("arr"));
        Assert.Equal(["200", "100", string.Empty], Enumerable.Range(0, 3).Select(groups.ToTable()["arr"].Display));
        Assert.Equal([1, 3], groups.Rows()[1].ToArray());
    }

    [Fact]
    public void Groups_by_several_columns_are_combinations_that_occur()
    {
        var groups = Accounts.GroupBy("active", "arr");
        Assert.Equal(4, groups.Count);
        Assert.Equal(["active", "arr", "rows"], groups.ToTable().Columns.Select(c => c.Name));
        Assert.Equal(1, Accounts.GroupBy().Count);
        Assert.Equal(0, Nothing.GroupBy("name").Count);
        Assert.Equal(0, Nothing.GroupBy().Count);
    }

    [Fact]
    public void Zero_and_minus_zero_are_one_group() => Assert.Equal(1, new Table("t", Column.Of("x", [0.0, -0.0])).GroupBy("x").Count);

    [Fact]
    public void Join_repeats_a_row_for_each_match_and_keeps_rows_without_one()
    {
        var owners = new Table("owners", Column.Of("account", ["Beta", "Acme", "Beta", null]), Column.Of("owner", ["Kim", "Lee", "Ada", "Nobody"]), Column.Of("ARR", [1.0, 2, 3, 4]));
        var joined = Accounts.Join(owners, "name", "account");
        Assert.Equal(["name", "arr", "since", "active", "owner", "owners.ARR"], joined.Columns.Select(c => c.Name));
        Assert.Equal(["Beta", "Beta", null, "Acme", "acme"], Names(joined));
        Assert.Equal(["Kim", "Ada", null, "Lee", null], Enumerable.Range(0, 5).Select(r => joined.Text("owner")[r]));
        Assert.Equal(0, Nothing.Join(owners, "name", "account").RowCount);
        Assert.Equal(["Beta", null, "Acme", "acme"], Names(Accounts.Join(Nothing.With(Column.Of("key", Array.Empty<string?>())), "name", "key")));
    }

    [Fact]
    public void With_adds_at_the_end_or_replaces_in_place()
    {
        Assert.Equal(["name", "arr", "since", "active", "tier"], Accounts.With(Column.Of("tier", ["a", "b", "c", "d"])).Columns.Select(c => c.Name));
        var replaced = Accounts.With(Column.Of("ARR", [1.0, 2, 3, 4]));
        Assert.Equal(["name", "ARR", "since", "active"], replaced.Columns.Select(c => c.Name));
        Assert.Equal(200, Accounts.Number("arr")[0]);
    }

    [Fact]
    public void Minus_one_takes_a_row_of_nulls_in_every_type()
    {
        var taken = Accounts.Take([2, -1, 0]);
        Assert.All(taken.Columns, c => Assert.True(c.IsNull(1)));
        Assert.All(taken.Columns, c => Assert.Null(c.Value(1)));
        Assert.Equal("Acme", taken.Text("name")[0]);
        Assert.Equal(new DateTime(2024, 1, 2), taken.Date("since")[2]);
    }

    [Fact]
    public void The_mark_of_a_personal_column_survives_every_operation()
    {
        var table = Accounts.With(Accounts["name"].AsPersonal());
        Table[] derived = [table.Take([0, -1]), table.Filter(r => r == 0), table.SortBy("name"), table.Head(1), table.Select("name"), table.GroupBy("name").ToTable(), table.Join(Nothing, "name"), table.Rename("x")];
        Assert.All(derived, t => Assert.True(t["name"].IsPersonal));
        Assert.True(table.Text("name").Map(n => n + "!").IsPersonal);
        Assert.True(table["name"].Rename("n").IsPersonal);
    }

    [Fact]
    public void An_empty_table_renders_and_answers()
    {
        Assert.Equal("nothing\nname  arr\n----  ---\n", Nothing.ToString());
        Assert.Equal("name,arr\n", Nothing.ToCsv());
        Assert.Contains("<caption>nothing</caption>", Nothing.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(0, Nothing.SortBy("name").RowCount);
        Assert.Equal(0, new Table("bare").RowCount);
        Assert.Equal(0, Nothing.Take([]).RowCount);
    }

    [Fact]
    public void Map_looks_at_each_distinct_value_once_and_may_merge_or_drop()
    {
        var calls = 0;
        var column = TextColumn.Create("x", ["a", "A", null, "a", "b"]).Map(v =>
        {
            calls++;
            return v == "b" ? null : v.ToUpperInvariant();
        });
        Assert.Equal(3, calls);
        Assert.Equal(["A"], column.Dictionary.ToArray());
        Assert.Equal([0, 0, -1, 0, -1], column.Codes.ToArray());
    }

    [Fact]
    public void Bytes_and_codes_hold_the_same_column()
    {
        var bytes = TextColumn.FromUtf8("x", [new Utf8Block([(byte)'a', 0xC3, 0xA9], [0, 1, 3]), new Utf8Block([], [0]), new Utf8Block([(byte)'a', (byte)'-'], [0, 1, 2])], NullMask.Where(4, r => r == 3));
        Assert.False(bytes.IsEncoded);
        Assert.Equal(["a", "é", "a", null], Enumerable.Range(0, 4).Select(r => bytes[r]));
        Assert.Equal([0, 1, 0, -1], bytes.Codes.ToArray());
        Assert.Equal(["a", "é"], bytes.Dictionary.ToArray());
        Assert.Equal(["é", null], Enumerable.Range(0, 2).Select(r => ((TextColumn)bytes.Take([1, -1]))[r]));
        Assert.True(bytes.Utf8(3).IsEmpty);
    }

    private static IEnumerable<string?> Names(Table table) => Enumerable.Range(0, table.RowCount).Select(r => table.Text("name")[r]);
}
