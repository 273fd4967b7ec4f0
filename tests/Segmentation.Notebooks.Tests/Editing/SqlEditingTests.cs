using Segmentation.Notebooks.Editing;

namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>SQL at a cursor: what SQLite's documentation allows there, over tables made here.</summary>
public sealed class SqlEditingTests : IAsyncLifetime, IDisposable
{
    private const string Tables = """
        var accounts = new Table("accounts", Column.Of("account_id", ["a", "b", null]), Column.Of("industry", ["Retail", "Retail", null]), Column.Of("arr", [1.5, 2, 3]), Column.Of("closed on", [true, false, null]));
        var contacts = new Table("contacts", Column.Of("email", ["x@y.z"]).AsPersonal(), Column.Of("account_id", ["a"]));
        var minimum = 100; var region = "EMEA"; var nobody = new List<int>();
        """;

    private readonly Editor editor = new();

    public async Task InitializeAsync() => await editor.AfterAsync(Tables);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => editor.Dispose();

    [Theory]
    [InlineData("select * from $$", "accounts")]
    [InlineData("select * from acc$$", "accounts")]
    [InlineData("select * from accounts join $$", "contacts")]
    [InlineData("select ind$$ from accounts", "industry")]
    [InlineData("select $$ from accounts", "arr")]
    [InlineData("select a.$$ from accounts a", "arr")]
    [InlineData("select a.$$\nfrom accounts as a, contacts c", "arr")]
    [InlineData("select c.$$\nfrom accounts as a, contacts c", "email")]
    [InlineData("select accounts.i$$ from accounts", "industry")]
    [InlineData("select 1; select * from contacts where $$", "email")]
    [InlineData("select * from accounts where clo$$", "\"closed on\"")]
    [InlineData("select * from accounts where \"clo$$", "\"closed on\"")]
    [InlineData("sel$$", "select")]
    [InlineData("SEL$$", "SELECT")]
    [InlineData("select * from accounts gro$$", "group by")]
    [InlineData("select cou$$ from accounts", "count")]
    [InlineData("select * from accounts where arr > @$$", "@minimum")]
    [InlineData("select * from accounts where arr > @mi$$", "@minimum")]
    [InlineData("with big as (select * from accounts) select * from $$", "big")]
    [InlineData("select * from accounts a where a$$", "a")]
    public void The_name_or_word_is_offered(string marked, string expected) => Assert.Contains(expected, editor.Names(marked, "sql"));

    [Theory]
    [InlineData("select 'ar$$'")]
    [InlineData("select 'ar$$")]
    [InlineData("-- ar$$")]
    [InlineData("/* ar$$")]
    [InlineData("select 12$$")]
    public void Nothing_is_offered_in_texts_comments_and_numbers(string marked) => Assert.Empty(editor.Names(marked, "sql"));

    [Fact]
    public void Columns_of_the_statement_come_first_and_those_of_others_not_at_all()
    {
        Assert.Equal("account_id", editor.Names("select $$ from accounts", "sql")[0]);
        Assert.DoesNotContain("email", editor.Names("select $$ from accounts", "sql"));
        Assert.Equal(["account_id", "email"], editor.Names("select c.$$ from accounts a join contacts c", "sql"));
    }

    [Fact]
    public void Only_variables_that_a_parameter_can_be_are_offered() =>
        Assert.Equal(["@minimum", "@region"], editor.Names("select @$$", "sql"));

    [Fact]
    public async Task Tables_that_SQL_made_are_known_with_their_columns()
    {
        await editor.AfterAsync("#!sql\ncreate table mine as select industry, sum(arr) total from accounts group by 1; create view yours as select total from mine");
        Assert.Contains("mine", editor.Names("select * from $$", "sql"));
        Assert.Equal(["industry", "total"], editor.Names("select m.$$ from mine m", "sql"));
        Assert.Empty(editor.Problems("select industry, total from mine; select total from yours", "sql"));
    }

    [Fact]
    public async Task Tables_of_a_workspace_are_known()
    {
        using var real = await new Editor().AfterAsync($"var exports = Workspace.Open(@\"{Editor.Samples}\");");
        Assert.Contains("accounts", real.Names("select * from $$", "sql"));
        Assert.Contains("industry", real.Names("select a.$$ from accounts a", "sql"), StringComparer.OrdinalIgnoreCase);
        Assert.StartsWith("table accounts: ", real.Inspect("select * from acc$$ounts", "sql")!.Signature, StringComparison.Ordinal);
        Assert.Empty(real.Problems("select industry, count(*) accounts, sum(arr) arr\nfrom accounts\ngroup by 1\norder by 3 desc", "sql"));
    }

    [Fact]
    public void A_table_is_told_by_its_size_and_columns()
    {
        var told = editor.Inspect("select * from acc$$ounts", "sql")!;
        Assert.Equal((14, 22, "table accounts: 3 rows × 4 columns"), (told.Start, told.End, told.Signature));
        Assert.Contains("\nindustry: Text, 2 of 3 filled, 1 different at most\n", told.Summary!, StringComparison.Ordinal);
        Assert.Equal(told.Signature, editor.Inspect("select a$$.arr from accounts a", "sql")!.Signature);
    }

    [Fact]
    public void A_column_is_told_by_its_type_and_how_much_of_it_is_filled()
    {
        Assert.Equal(("column arr of accounts", "Number, 3 of 3 filled"), (editor.Inspect("select ar$$r from accounts", "sql")!.Signature, editor.Inspect("select ar$$r from accounts", "sql")!.Summary));
        Assert.Equal("Text, 1 of 1 filled, 1 different at most, personal", editor.Inspect("select c.ema$$il from contacts c", "sql")!.Summary);
    }

    [Fact]
    public void A_function_and_a_parameter_are_told()
    {
        Assert.Equal("avg(x)", editor.Inspect("select av$$g(arr) from accounts", "sql")!.Signature);
        Assert.Equal("100", editor.Inspect("select @mini$$mum", "sql")!.Value);
        Assert.Null(editor.Inspect("sel$$ect 1", "sql"));
    }

    [Theory]
    [InlineData("select * from acounts", 14, 21, "no such table: acounts. Tables: accounts, contacts")]
    [InlineData("select nope from accounts", 7, 11, "no such column: nope. accounts has: account_id, industry, arr, closed on")]
    [InlineData("#!sql\nselect a.nope from accounts a", 15, 19, "no such column: a.nope. accounts has: account_id, industry, arr, closed on")]
    [InlineData("select from accounts", 7, 11, "near \"from\": syntax error")]
    [InlineData("select (1", 8, 9, "incomplete input")]
    [InlineData("select 1;\nselect arr form accounts", 26, 34, "near \"accounts\": syntax error")]
    [InlineData("select @nope", 7, 12, "There is no C# variable 'nope' for '@nope': run the cell that declares it first")]
    public void A_statement_that_SQLite_would_refuse_is_told(string source, int start, int end, string message)
    {
        var problem = Assert.Single(editor.Problems(source, "sql"));
        Assert.Equal((start, end, "SQL", message, true), (problem.Start, problem.End, problem.Code, problem.Message, problem.IsError));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-- nothing")]
    [InlineData("select industry, count(*) from accounts where arr > @minimum group by 1;")]
    [InlineData("create table t as select * from accounts; select arr from t; drop table t")]
    [InlineData("#!csharp\nvar fresh = accounts;\nvar limit = 3;\n#!sql\nselect * from fresh where arr > @limit")]
    [InlineData("attach ':memory:' as other; select * from other.t")]
    public void What_would_run_has_no_problem(string source) => Assert.Empty(editor.Problems(source, "sql"));

    [Fact]
    public void A_statement_that_never_ends_is_not_waited_for() =>
        Assert.Empty(editor.Problems("create table t as with recursive c as (select 1 x union all select x + 1 from c) select * from c", "sql"));

    [Theory]
    [InlineData("select 1", CellCompleteness.Complete)]
    [InlineData("select 1 -- open", CellCompleteness.Complete)]
    [InlineData("select 'it''s'", CellCompleteness.Complete)]
    [InlineData("select (1", CellCompleteness.Incomplete)]
    [InlineData("select 'open", CellCompleteness.Incomplete)]
    [InlineData("select \"open", CellCompleteness.Incomplete)]
    [InlineData("select 1 /* open", CellCompleteness.Incomplete)]
    [InlineData("select 1)", CellCompleteness.Invalid)]
    public void Quotes_comments_and_parentheses_must_be_closed(string source, CellCompleteness expected) => Assert.Equal(expected, editor.Session.Editing.IsComplete(source, "sql"));
}
