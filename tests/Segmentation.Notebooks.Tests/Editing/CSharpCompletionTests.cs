using Segmentation.Notebooks.Editing;

namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>What C# offers at a cursor: the language reference says what may stand there, the library's source what it holds.</summary>
public sealed class CSharpCompletionTests : IDisposable
{
    private readonly Editor editor = new();

    public void Dispose() => editor.Dispose();

    [Theory]
    [InlineData("Workspace.Open(\"x\").$$", "Tables")]
    [InlineData("Workspace.Open(\"x\").$$\nvar x = 1;", "Tables")]
    [InlineData("Workspace.Open(\"x\").Ta$$", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nw.$$", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nw?.$$", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nw.$$\nw.ToString();", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nif (w.$$", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nConsole.WriteLine(w.$$", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nvar s = $\"{w.$$}\";", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nvar s = $\"{w.$$", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nvar s = $\"a {w.$$ b\";", "Tables")]
    [InlineData("var w = Workspace.Open(\"x\");\nFunc<int> f = () => { return w.$$", "Tables")]
    [InlineData("new[] { Workspace.Open(\"x\") }.Where(w => w.$$)", "Tables")]
    [InlineData("new[] { Workspace.Open(\"x\") }.Where(w => w.$$", "Tables")]
    [InlineData("new[] { Workspace.Open(\"x\") }.Where(w => w.Tables.Count > 1 && w.$$).Select(w => w.Tables)", "Tables")]
    [InlineData("Chart.$$", "Completeness")]
    [InlineData("Chart.C$$", "Completeness")]
    [InlineData("var f = Calibration.$$\nf", "Propose")]
    [InlineData("System.IO.$$", "File")]
    [InlineData("System.$$", "IO")]
    [InlineData("using System.$$", "IO")]
    [InlineData("using System.$$\nvar x = 1;", "IO")]
    [InlineData("using static System.$$", "Math")]
    [InlineData("new List<int>().$$", "Select")]
    [InlineData("new List<int>().$$", "Add")]
    [InlineData("\"text\".$$", "Length")]
    [InlineData("\"text\".ToUpp$$", "ToUpperInvariant")]
    [InlineData("DayOfWeek.$$", "Monday")]
    [InlineData("DayOfWeek d = $$", "DayOfWeek.Monday")]
    [InlineData("DayOfWeek? d = Mon$$", "DayOfWeek.Monday")]
    [InlineData("var b = DateTime.MinValue.DayOfWeek == $$", "DayOfWeek.Monday")]
    [InlineData("switch (DateTime.MinValue.DayOfWeek) { case $$ }", "DayOfWeek.Monday")]
    [InlineData("var n = DateTime.MinValue.DayOfWeek switch { $$ => 1 }", "DayOfWeek.Monday")]
    [InlineData("var b = DateTime.MinValue.DayOfWeek is $$", "DayOfWeek.Monday")]
    [InlineData("new ChartOptions { $$ }", "Log")]
    [InlineData("new ChartOptions { Log = true, $$", "Title")]
    [InlineData("var o = ChartOptions.Default with { $$ }", "Log")]
    [InlineData("ChartOptions o = new() { $$ };", "Log")]
    [InlineData("Chart.Histogram(null!, \"arr\", $$)", "options:")]
    [InlineData("Chart.Histogram(null!, \"arr\", opt$$", "options:")]
    [InlineData("Chart.Histogram(null!, \"arr\", new $$)", "ChartOptions")]
    [InlineData("Chart.Histogram(null!, \"arr\", options: $$)", "ChartOptions.Default")]
    [InlineData("object o = \"\"; if (o is string { $$ }) { }", "Length")]
    [InlineData("object o = \"\"; if (o is Workspa$$", "Workspace")]
    [InlineData("List<Tab$$>", "Table")]
    [InlineData("typeof(Tab$$)", "Table")]
    [InlineData("Tab$$ t = null!;", "Table")]
    [InlineData("record Row(string Name, Tab$$", "Table")]
    [InlineData("class A { pub$$ }", "public")]
    [InlineData("int Twice(int number) => num$$;", "number")]
    [InlineData("int Twice(int number)\n{\n    var other = number;\n    return oth$$\n}", "other")]
    [InlineData("from t in new[] { 1 } where t$$ select t", "t")]
    [InlineData("ret$$", "return")]
    [InlineData("awa$$", "await")]
    [InlineData("var x = ne$$", "new")]
    [InlineData("if (true) { } el$$", "else")]
    [InlineData("try { } fin$$", "finally")]
    [InlineData("while (true) { bre$$ }", "break")]
    [InlineData("var tier = 1;\nvar text = \"😀\" + ti$$", "tier")]
    public void The_member_or_name_is_offered(string marked, string expected) => Assert.Contains(expected, editor.Names(marked));

    [Theory]
    [InlineData("// ti$$")]
    [InlineData("/* ti$$ */")]
    [InlineData("/* ti$$")]
    [InlineData("var x = 1; // ti$$\nvar y = 2;")]
    [InlineData("/// <summary>ti$$")]
    [InlineData("var s = \"ti$$\";")]
    [InlineData("var s = \"ti$$")]
    [InlineData("var s = $\"ti$$\";")]
    [InlineData("var s = $\"{1} ti$$\";")]
    [InlineData("var s = $\"$$\";")]
    [InlineData("var s = \"\"\"\n  ti$$\n  \"\"\";")]
    [InlineData("var s = @\"ti$$")]
    [InlineData("var c = 't$$';")]
    [InlineData("var n = 12$$")]
    [InlineData("var n = 0x1f$$")]
    [InlineData("#if true$$")]
    [InlineData("#region ti$$")]
    [InlineData("var ti$$")]
    [InlineData("string ti$$ = \"\";")]
    [InlineData("foreach (var ti$$ in new[] { 1 }) { }")]
    [InlineData("int Twice(int ti$$) => 1;")]
    [InlineData("unknown.$$")]
    public void Nothing_is_offered_where_no_name_can_be_foreseen(string marked) => Assert.Empty(editor.Names(marked));

    [Fact]
    public async Task Session_variables_come_before_types_and_types_before_keywords()
    {
        await editor.AfterAsync("var intervals = 3;");
        var names = editor.Names("int$$");
        Assert.Equal("int", names[0]);
        Assert.Equal("intervals", names[1]);
        var wider = editor.Names("in$$");
        Assert.Equal("intervals", wider[0]);
        Assert.True(Array.IndexOf(wider, "Index") < Array.IndexOf(wider, "int"));
    }

    [Fact]
    public async Task A_local_comes_before_a_session_variable()
    {
        await editor.AfterAsync("var tierA = 3;");
        Assert.Equal(["tierB", "tierA"], editor.Names("void F() { var tierB = 1; tie$$ }").Take(2));
    }

    [Fact]
    public void A_name_that_starts_so_comes_before_one_whose_words_do()
    {
        var names = editor.Names("Chart.Cut$$");
        Assert.True(Array.IndexOf(names, "Cuts") < Array.IndexOf(names, "CutStability"));
        names = editor.Names("Chart.S$$");
        Assert.True(Array.IndexOf(names, "Survival") < Array.IndexOf(names, "CutStability"));
        Assert.Contains("CompletenessByMonth", editor.Names("Chart.cbm$$"));
    }

    [Fact]
    public void A_method_is_one_line_with_parameters_and_overloads()
    {
        Assert.Equal(
            new Completion("Histogram", CompletionKind.Method, "Figure Histogram(Table table, string column, ChartOptions? options = null) (+ 1 overload)"),
            editor.Find("Chart.Hist$$", "Histogram"));
        Assert.Equal("IEnumerable<int> Where<int>(Func<int, bool> predicate) (+ 1 overload)", editor.Find("new List<int>().Whe$$", "Where")!.Signature);
    }

    [Fact]
    public void The_name_under_the_cursor_is_replaced_whole()
    {
        var found = editor.Complete("var b = Chart.Comp$$lete(1);");
        Assert.Equal((14, 22), (found.Start, found.End));
        found = editor.Complete("var x = $$Chart.Bar();");
        Assert.Equal((8, 8), (found.Start, found.End));
    }

    [Fact]
    public void What_is_obsolete_or_hidden_from_editors_is_not_offered()
    {
        Assert.DoesNotContain("Suspend", editor.Names("System.Threading.Thread.CurrentThread.$$"));
        Assert.DoesNotContain("GetType", editor.Names("Chart.$$"));
        Assert.DoesNotContain("get_Length", editor.Names("\"\".$$"));
    }

    [Fact]
    public void An_argument_already_given_by_name_is_not_offered_again() =>
        Assert.DoesNotContain("options:", editor.Names("Chart.Histogram(null!, options: null, $$)"));

    [Fact]
    public void A_member_already_set_is_not_offered_again() => Assert.DoesNotContain("Log", editor.Names("new ChartOptions { Log = true, $$ }"));

    [Fact]
    public void A_later_stretch_of_a_cell_knows_the_earlier_ones()
    {
        Assert.Contains("tier", editor.Names("var tier = 1;\n#!csharp\nti$$"));
        Assert.Contains("RowCount", editor.Names("#!sql --name rows\nselect 1\n#!csharp\nrows.$$"));
        Assert.Contains("RowCount", editor.Names("select 1\n#!csharp\nsql.$$", "sql"));
    }

    [Fact]
    public void At_most_as_many_as_the_options_say_are_returned() => Assert.Equal(EditingOptions.Default.MostCompletions, editor.Names("$$").Length);
}
