using Segmentation.Notebooks.Session;
using Segmentation.Notebooks.Tests.Session;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Sql;

/// <summary>SQL over the session's tables and back. What SQL means is SQLite's documentation's word.</summary>
public sealed class SqlCellsTests : IDisposable
{
    private const string Accounts = """
        var accounts = new Table("accounts",
            Column.Of("id", ["a", "b", "c"]),
            Column.Of("name", ["Ann Ltd", "Bob Inc", "Cid AG"]).AsPersonal(),
            Column.Of("arr", [100.0, 40.0, null], NumberFormat.Money),
            Column.Of("seats", [10, 3, 1]),
            Column.Of("since", new DateTime?[] { new(2024, 1, 31), null, new(2025, 6, 30, 12, 0, 0) }),
            Column.Of("active", new bool?[] { true, false, null }));
        """;

    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task A_result_comes_back_with_the_types_it_left_with()
    {
        await probe.RunAsync(Accounts);
        await probe.RunAsync("#!sql --name q\nselect * from accounts order by id");
        var (sent, back) = ((Table)probe.Session.Variable("accounts")!, (Table)probe.Session.Variable("q")!);
        Assert.Equal(sent.Columns.Select(c => (c.Name, c.Type, c.IsPersonal)), back.Columns.Select(c => (c.Name, c.Type, c.IsPersonal)));
        Assert.Equal(sent.ToCsv(), back.ToCsv());
        Assert.Equal([NumberFormat.Money, NumberFormat.Count], back.Columns.OfType<NumberColumn>().Select(c => c.Format));
    }

    [Fact]
    public async Task A_result_without_a_name_is_the_variable_sql_and_can_be_queried_again()
    {
        await probe.RunAsync(Accounts);
        await probe.RunAsync("#!sql\nselect id from accounts where arr > 50");
        Assert.Equal("a", await probe.ShowsAsync("sql.Text(\"id\")[0]"));
        Assert.Contains("1", await probe.ShowsAsync("#!sql\nselect count(*) n from sql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Division_of_numbers_does_not_drop_the_remainder()
    {
        await probe.RunAsync(Accounts);
        await probe.RunAsync("#!sql --name q\nselect arr / 80 as share from accounts where id = 'a'");
        Assert.Equal("1.25", await probe.ShowsAsync("q.Number(\"share\")[0]"));
    }

    [Fact]
    public async Task A_parameter_is_a_variable()
    {
        await probe.RunAsync(Accounts);
        await probe.RunAsync("var least = 50; var day = new DateTime(2024, 1, 31); string? none = null; var yes = true;");
        Assert.Contains("a   Ann Ltd", await probe.ShowsAsync("#!sql\nselect id, name from accounts where arr > @least and since = @day and active = @yes and @none is null"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_is_no_variable_lists_those_there_are()
    {
        await probe.RunAsync("var least = 50; var table = new Table(\"t\", Column.Of(\"x\", [1]));");
        var ran = await probe.RunAsync("#!sql\nselect 1\nwhere 1 > @most");
        Assert.Equal("there is no C# variable 'most' for '@most'; variables: least, table", ran.Error!.Message);
        Assert.Equal(3, ran.Error.Line);
        Assert.Contains("a parameter can be a number, text, date, boolean or null", (await probe.RunAsync("#!sql\nselect @table")).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_given_another_table_is_loaded_again()
    {
        await probe.RunAsync(Accounts);
        Assert.Contains("3", await probe.ShowsAsync("#!sql\nselect count(*) n from accounts"), StringComparison.Ordinal);
        await probe.RunAsync("accounts = accounts.Head(2);");
        Assert.Contains("2", await probe.ShowsAsync("#!sql\nselect count(*) n from accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_of_an_object_are_there_by_name_and_a_variable_wins_over_them()
    {
        await probe.RunAsync("""
            class Space { public IReadOnlyDictionary<string, Table> Tables { get; } = new Dictionary<string, Table> { ["users"] = new("users", Column.Of("u", [1, 2])), ["deals"] = new("deals", Column.Of("d", [1])) }; }
            var space = new Space();
            var deals = new Table("deals", Column.Of("d", [7]));
            """);
        Assert.Contains("2", await probe.ShowsAsync("#!sql\nselect count(*) n from users"), StringComparison.Ordinal);
        Assert.Contains("7", await probe.ShowsAsync("#!sql\nselect d from deals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_an_object_is_asked_for_only_when_a_cell_mentions_it()
    {
        await probe.RunAsync("""
            class Lazy : Dictionary<string, Table>, IReadOnlyDictionary<string, Table>
            {
                public int Asked;
                IEnumerable<string> IReadOnlyDictionary<string, Table>.Keys => ["costly"];
                Table IReadOnlyDictionary<string, Table>.this[string key] { get { Asked++; return new(key, Column.Of("x", [Asked])); } }
            }
            class Space { public Lazy Tables { get; } = new(); }
            var space = new Space();
            """);
        Assert.Null((await probe.RunAsync("#!sql\nselect 1")).Error);
        Assert.Equal("0", await probe.ShowsAsync("space.Tables.Asked"));
        Assert.Contains("1", await probe.ShowsAsync("#!sql\nselect x from costly"), StringComparison.Ordinal);
        Assert.Equal("1", await probe.ShowsAsync("space.Tables.Asked"));
    }

    [Fact]
    public async Task Snapshots_are_open_to_SQL_by_date()
    {
        var folder = Directory.CreateTempSubdirectory("snapshots-").FullName;
        try
        {
            await probe.RunAsync($$"""
                var fields = new[] { new FieldDefinition("size", FieldType.Number) };
                var framework = new SegmentationFramework
                {
                    Version = "v1",
                    Fields = [new FrameworkField(EntityKind.Accounts, fields[0])],
                    Dimensions = [new Dimension("Size", DimensionKind.Firmographic, EntityKind.Accounts, [new Segment("Small", Criterion.Parse("size < 100", fields)), new Segment("Large", Criterion.Parse("size >= 100", fields))])],
                };
                AssignmentResult At(DateTime asOf, params double[] sizes) => new()
                {
                    Framework = framework,
                    AsOf = asOf,
                    Accounts = Assignment.Run(framework, new FrameworkRecords
                    {
                        Of = EntityKind.Accounts, AsOf = asOf, Ids = Column.Of("id", sizes.Select((_, i) => $"a{i}")), Fields = new Table("accounts", Column.Of("size", sizes)),
                    }),
                };
                var snapshots = Snapshots.Open(@"{{Path.Combine(folder, "snapshots.sqlite")}}");
                snapshots.Save(At(new(2026, 5, 31), 5, 500, 700));
                """);
            await probe.RunAsync("#!sql --name q\nselect segment, count(*) n from snapshot_assignments where as_of = '2026-05-31' group by 1 order by 1");
            Assert.Equal("Large 2, Small 1", await probe.ShowsAsync("string.Join(\", \", Enumerable.Range(0, q.RowCount).Select(r => $\"{q.Text(\"segment\")[r]} {q.Number(\"n\")[r]}\"))"));
            await probe.RunAsync("snapshots.Save(At(new(2026, 6, 30), 5));");
            Assert.Contains("4", await probe.ShowsAsync("#!sql\nselect count(*) n from snapshot_assignments"), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Several_statements_show_every_result_and_the_last_is_the_variable()
    {
        await probe.RunAsync(Accounts);
        var ran = await probe.RunAsync("#!sql --name q\ncreate table rich as select id, arr from accounts where arr > 50;\nselect count(*) n from rich; -- one\nselect id from rich;\n-- done\n");
        Assert.Null(ran.Error);
        Assert.Equal(2, ran.Outputs.OfType<CellOutput.Shown>().Count());
        Assert.Equal("a", await probe.ShowsAsync("q.Text(\"id\")[0]"));
    }

    [Fact]
    public async Task An_unknown_column_is_an_error_with_its_line_and_the_columns_there_are()
    {
        await probe.RunAsync(Accounts);
        var ran = await probe.RunAsync("#!sql\nselect id,\n  revenue\nfrom accounts");
        Assert.Equal(("SQL", (int?)3), (ran.Error!.Kind, ran.Error.Line));
        Assert.Equal("no such column: revenue. accounts has: id, name, arr, seats, since, active", ran.Error.Message);
    }

    [Fact]
    public async Task An_unknown_table_is_an_error_with_the_tables_there_are()
    {
        await probe.RunAsync(Accounts);
        var ran = await probe.RunAsync("#!sql\nselect 1;\nselect * from nowhere");
        Assert.Equal(("no such table: nowhere. Tables: accounts", (int?)3), (ran.Error!.Message, ran.Error.Line));
    }

    [Fact]
    public async Task A_syntax_error_names_its_line() => Assert.Equal(3, (await probe.RunAsync("#!sql\nselect 1\nfromm x")).Error!.Line);

    [Theory]
    [InlineData("update accounts set arr = 0")]
    [InlineData("delete from accounts")]
    [InlineData("insert into accounts (id) values ('x')")]
    [InlineData("drop table accounts")]
    [InlineData("alter table accounts add column x")]
    public async Task A_table_of_CSharp_cannot_be_changed_by_SQL(string statement)
    {
        await probe.RunAsync(Accounts);
        var ran = await probe.RunAsync("#!sql\n" + statement);
        Assert.Contains("'accounts' comes from C# and SQL cannot change it", ran.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("3", await probe.ShowsAsync("#!sql\nselect count(*) n from accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_need_quotes_work_quoted_in_every_way_of_SQLite()
    {
        await probe.RunAsync("var t = new Table(\"t\", Column.Of(\"Annual \\\"Rev\\\"\", [1.5]), Column.Of(\"Größe\", [2]));");
        await probe.RunAsync("#!sql --name q\nselect \"Annual \"\"Rev\"\"\" a, `Größe` b, Größe c from [t]");
        Assert.Equal("(1.5, 2, 2)", await probe.ShowsAsync("$\"({q.Number(\"a\")[0]}, {q.Number(\"b\")[0]}, {q.Number(\"c\")[0]})\""));
    }

    [Fact]
    public async Task Columns_of_one_name_get_a_number() => Assert.Contains("x  x 2", await probe.ShowsAsync("#!sql\nselect 1 x, 2 x"), StringComparison.Ordinal);

    [Fact]
    public async Task A_result_without_rows_keeps_its_columns()
    {
        await probe.RunAsync(Accounts);
        await probe.RunAsync("#!sql --name q\nselect id, arr, since from accounts where 1 = 0");
        Assert.Equal([ColumnType.Text, ColumnType.Number, ColumnType.Date], ((Table)probe.Session.Variable("q")!).Columns.Select(c => c.Type));
    }

    [Fact]
    public async Task Text_is_data_whatever_it_says()
    {
        await probe.RunAsync("var t = new Table(\"t\", Column.Of(\"x\", [\"'; drop table t; --\", \"<script>alert(1)</script>\", \"\\0nul\", \"😀\"]));");
        var ran = await probe.RunAsync("#!sql --name q\nselect x from t");
        Assert.DoesNotContain("<script>", ran.Html, StringComparison.Ordinal);
        Assert.Equal("true", await probe.ShowsAsync("q.Text(\"x\")[0] == t.Text(\"x\")[0] && q.Text(\"x\")[3] == \"😀\""));
    }

    [Fact]
    public async Task Only_the_tables_that_are_mentioned_are_loaded()
    {
        await probe.RunAsync("var used = new Table(\"used\", Column.Of(\"x\", [1])); var unused = new Table(\"unused\");");
        // 'unused' has no columns: loading it would fail.
        Assert.Contains("1", await probe.ShowsAsync("#!sql\nselect x from used -- not unused\nwhere 'unused' <> ''"), StringComparison.Ordinal);
        Assert.Contains("has no columns", (await probe.RunAsync("#!sql\nselect * from unused")).Error!.Message, StringComparison.Ordinal);
    }
}
