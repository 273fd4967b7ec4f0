using Segmentation.Notebooks.Editing;

namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>Questions that nobody would ask on purpose, and questions at a bad moment.</summary>
public sealed class RobustnessTests : IDisposable
{
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(2);

    private readonly Editor editor = new();

    public void Dispose() => editor.Dispose();

    [Theory]
    [InlineData("abc", -1)]
    [InlineData("abc", 4)]
    [InlineData("", 1)]
    [InlineData("😀", 3)]
    public void A_cursor_outside_the_cell_is_refused_with_what_was_expected(string source, int position)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => editor.Session.Editing.Complete(source, position));
        Assert.StartsWith($"The cursor is at {position}, but the cell has {source.Length} characters: expected 0 to {source.Length}, counted in UTF-16.", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => editor.Session.Editing.Inspect(source, position));
    }

    /// <summary>Every question, at every offset of text of every kind: none throws.</summary>
    [Theory]
    [InlineData("var x = $\"{new { A = \"}\" }.A:N0} {{ \" + @\"a\"\"b\" + \"\"\"c\"\"\" + 'd' /* e */ + 1.5m; // f")]
    [InlineData("((([[[{{{<<<\"'`$\"@\"#!#r \"#load \"/*")]
    [InlineData("😀.x😀(\"😀\").$😀\ud83d")]
    [InlineData("#!sql --name x\nselect [a \"b 'c @ . .a from , where (((\n#!csharp\nx.")]
    [InlineData("select a.\"b\" from \"\" as . join ; ;; with as ( @@ @")]
    [InlineData("using ; using . ; using static ; new ; new { ; is { : } ; x is { A: } ; a?. ; ?. ; => ; from x in ;")]
    [InlineData("#r \"\n#r\n#load\n#load \"\n#if x\nhidden.\n#endif\n#region y")]
    [InlineData("\0\u0001\r\r\n\u2028class class class . . . => => in out ref this base value field")]
    public void No_text_makes_a_question_throw(string source)
    {
        foreach (var language in new[] { null, "sql", "html", "nobody knows" })
        {
            for (var at = 0; at <= source.Length; at++)
            {
                var found = editor.Session.Editing.Complete(source, at, language);
                Assert.True(found.Start <= at && at <= found.End && found.End <= source.Length, $"{found.Start}..{found.End} at {at}");
                editor.Session.Editing.Inspect(source, at, language);
            }

            Assert.All(editor.Problems(source, language), p => Assert.True(p.Start >= 0 && p.Start <= p.End && p.End <= source.Length));
            editor.Session.Editing.IsComplete(source, language);
        }
    }

    [Theory]
    [InlineData('(')]
    [InlineData('<')]
    [InlineData('{')]
    [InlineData('!')]
    [InlineData('"')]
    [InlineData('a')]
    [InlineData(';')]
    public void A_cell_of_a_megabyte_is_answered(char of)
    {
        foreach (var length in new[] { 1_000_000, EditingOptions.Default.LongestCell / 10 })
        {
            var source = new string(of, length);
            foreach (var language in new[] { null, "sql" })
            {
                editor.Session.Editing.Complete(source, length / 2, language);
                editor.Session.Editing.Inspect(source, length / 2, language);
                editor.Session.Editing.Diagnose(source, language);
                editor.Session.Editing.IsComplete(source, language);
            }
        }
    }

    [Theory]
    [InlineData("a?.", 5_000)]
    [InlineData("a + ", 5_000)]
    [InlineData("a.b().", 5_000)]
    [InlineData("if (a) b; else ", 5_000)]
    [InlineData("x => ", 5_000)]
    [InlineData("a ? ", 500)]
    [InlineData("a ?? ", 5_000)]
    [InlineData("int?[]", 5_000)]
    [InlineData("new A { B = ", 5_000)]
    [InlineData("$\"{", 5_000)]
    [InlineData("A.", 20_000)]
    [InlineData("await ", 5_000)]
    [InlineData("lock (a) ", 5_000)]
    [InlineData("x is not ", 5_000)]
    [InlineData("A<", 5_000)]
    [InlineData("a: ", 5_000)]
    [InlineData("from x in ", 5_000)]
    public void Deep_nesting_does_not_end_the_process(string of, int times)
    {
        var source = string.Concat(Enumerable.Repeat(of, times)) + "a";
        editor.Session.Editing.Complete(source, source.Length);
        editor.Session.Editing.Inspect(source, source.Length);
        editor.Session.Editing.Diagnose(source);
        editor.Session.Editing.IsComplete(source);
    }

    [Fact]
    public void A_long_cell_of_ordinary_statements_is_still_completed()
    {
        var source = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"var v{i} = {i};\n"));
        Assert.Contains("v1999", editor.Names(source + "v199$$"));
    }

    [Fact]
    public async Task Questions_are_answered_while_a_cell_runs()
    {
        await editor.AfterAsync("var tier = 1; var gate = new System.Threading.ManualResetEventSlim(); var entered = new System.Threading.ManualResetEventSlim();");
        var running = editor.Probe.RunAsync("entered.Set(); gate.Wait(); tier = 2;");
        Assert.True(((ManualResetEventSlim)editor.Session.Variable("entered")!).Wait(Hanging));
        Assert.Contains("tier", editor.Names("ti$$"));
        Assert.Equal("1", editor.Inspect("ti$$er")!.Value);
        Assert.Empty(editor.Problems("tier"));
        ((ManualResetEventSlim)editor.Session.Variable("gate")!).Set();
        Assert.Null((await running.WaitAsync(Hanging)).Error);
        Assert.Equal("2", editor.Inspect("ti$$er")!.Value);
    }

    [Fact]
    public async Task Questions_from_many_threads_while_cells_come_and_go_are_all_answered()
    {
        using var done = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var asked = 0;
            for (; !done.IsCancellationRequested || asked == 0; asked++)
            {
                Assert.Contains("Histogram", editor.Names("Chart.$$"));
                Assert.NotNull(editor.Inspect("Cha$$rt"));
                Assert.Empty(editor.Problems("Chart.Histogram(null!)"));
                Assert.Empty(editor.Problems("select 1", "sql"));
                editor.Names("select * from $$", "sql");
            }
        })).ToArray();
        for (var i = 0; i < 20; i++)
        {
            await editor.AfterAsync($"var v{i} = {i}; record R{i}(int A);");
            await editor.AfterAsync($"#!sql --name q{i}\ncreate table t{i} (a); select {i} a");
        }

        await done.CancelAsync();
        await Task.WhenAll(asking).WaitAsync(Hanging);
        Assert.Contains("v19", editor.Names("v1$$"));
        Assert.Contains("t19", editor.Names("select * from t1$$", "sql"));
    }

    [Fact]
    public async Task After_two_hundred_cells_the_last_and_the_first_are_known()
    {
        for (var i = 0; i < 200; i++) await editor.AfterAsync($"var item{i} = new[] {{ {i} }}; record Row{i}(int Value);");
        Assert.Contains("item0", editor.Names("item$$"));
        Assert.Contains("item199", editor.Names("item1$$"));
        Assert.Contains("Row0", editor.Names("new Row$$"));
        Assert.Contains("Value", editor.Names("new Row0(1).$$"));
        Assert.Equal("Int32[], 1 item: [7]", editor.Inspect("item$$7")!.Value);
        Assert.Empty(editor.Problems("item0[0] + item199[0]"));
    }

    [Fact]
    public async Task The_present_declaration_of_a_name_hides_earlier_ones()
    {
        await editor.AfterAsync("var x = 1;", "var x = \"text\";");
        Assert.Contains("Length", editor.Names("x.$$"));
        Assert.Equal("string x", editor.Find("x$$", "x")!.Signature);
        Assert.Equal(("string x", "text"), (editor.Inspect("x$$")!.Signature, editor.Inspect("x$$")!.Value));
    }

    [Fact]
    public void Asking_changes_nothing()
    {
        editor.Session.Editing.Warm();
        editor.Problems("var x = 1;");
        Assert.Empty(editor.Session.VariableNames);
        Assert.Equal("CS0103", Assert.Single(editor.Problems("x")).Code);
    }

    [Fact]
    public void A_question_that_is_no_longer_asked_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => editor.Session.Editing.Diagnose("var x = 1;", cancellation: cancelled.Token));
    }
}
