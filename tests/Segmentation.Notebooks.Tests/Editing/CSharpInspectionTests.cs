namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>What is told of a name: its declaration and documentation are the library's own source.</summary>
public sealed class CSharpInspectionTests : IDisposable
{
    private readonly Editor editor = new();

    public void Dispose() => editor.Dispose();

    [Fact]
    public void A_method_is_told_by_its_declaration_and_its_documentation()
    {
        var told = editor.Inspect("Chart.Hist$$ogram(null!, \"arr\")")!;
        Assert.Equal((6, 15), (told.Start, told.End));
        Assert.Equal("static Figure Chart.Histogram(Table table, string column, ChartOptions? options = null) (+ 1 overload)", told.Signature);
        Assert.Contains("\ntable: ", told.Summary!, StringComparison.Ordinal);
        Assert.Null(told.Value);
    }

    [Fact]
    public void The_overload_that_is_meant_is_told()
    {
        Assert.StartsWith("static Figure Chart.Histogram(Column column", editor.Inspect("Column c = null!;\nChart.Histo$$gram(c)")!.Signature, StringComparison.Ordinal);
        Assert.StartsWith("static Figure Chart.Histogram(Table table", editor.Inspect("Chart.Histo$$gram(")!.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_the_parentheses_of_a_call_the_call_is_told() =>
        Assert.StartsWith("static Figure Chart.Histogram(Table table", editor.Inspect("Chart.Histogram($$")!.Signature, StringComparison.Ordinal);

    [Fact]
    public async Task A_variable_is_told_with_its_present_value()
    {
        await editor.AfterAsync("var count = 41; var names = new[] { \"a\", \"b\" };", "count++;");
        Assert.Equal(("int count", "42"), (editor.Inspect("co$$unt")!.Signature, editor.Inspect("co$$unt")!.Value));
        Assert.Equal("String[], 2 items: [a, b]", editor.Inspect("names$$")!.Value);
    }

    [Fact]
    public async Task A_value_whose_text_would_be_code_of_a_cell_is_told_by_its_type()
    {
        await editor.AfterAsync("class Trap { public int Value => throw new Exception(); public override string ToString() { while (true) { } } }", "var trap = new Trap(); var all = new List<Trap> { trap };");
        Assert.Equal("Trap", editor.Inspect("tr$$ap")!.Value);
        Assert.Equal("List<Trap>, 1 item: [Trap]", editor.Inspect("a$$ll")!.Value);
    }

    [Fact]
    public async Task The_mask_hides_text()
    {
        using var masked = await new Editor(mask: true).AfterAsync("var name = \"Ada\";");
        Assert.DoesNotContain("Ada", masked.Inspect("na$$me")!.Value!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Work$$space.Open(\"\")", "sealed record Segmentation.Load.Workspace")]
    [InlineData("va$$r x = 1;", "int")]
    [InlineData("var x$$ = 1;", "int x")]
    [InlineData("new List<int>().Cou$$nt", "int List<int>.Count { get; }")]
    [InlineData("DayOfWeek.Mon$$day", "DayOfWeek.Monday = 1")]
    [InlineData("Chart.Histogram(null!, \"\", options$$: null)", "ChartOptions? options = null")]
    [InlineData("Chart.Histogram(null!, \"\", options:$$", "ChartOptions? options = null")]
    [InlineData("System.I$$O.File.Delete(\"\")", "namespace System.IO")]
    [InlineData("foreach (var one$$ in new[] { 1 }) { }", "int one")]
    [InlineData("new[] { 1 }.Select(n => n$$ + 1)", "int n")]
    [InlineData("Workspace.Open(\"\").Tables$$\nvar x = 1;", "IReadOnlyDictionary<string, Table> Workspace.Tables { get; }")]
    [InlineData("new ChartOptions { Lo$$g = true }", "bool ChartOptions.Log { get; init; }")]
    public void A_name_is_told_as_CSharp_would_declare_it(string marked, string expected) => Assert.Equal(expected, editor.Inspect(marked)?.Signature);

    [Theory]
    [InlineData("// Cha$$rt")]
    [InlineData("\"Cha$$rt\"")]
    [InlineData("nobody$$")]
    [InlineData("1 $$+ 1")]
    [InlineData("$$")]
    public void Nothing_is_told_where_nothing_is_known(string marked) => Assert.Null(editor.Inspect(marked));

    [Fact]
    public async Task Documentation_in_a_cell_is_told_to_the_next()
    {
        await editor.AfterAsync("/// <summary>Twice a number.</summary>\n/// <param name=\"n\">The number.</param>\nint Twice(int n) => 2 * n;");
        Assert.Equal("Twice a number.\n\nn: The number.", editor.Inspect("Twi$$ce(1)")!.Summary);
        Assert.Equal("The number.", editor.Inspect("Twice(n$$: 1)")!.Summary);
    }

    [Theory]
    [InlineData("Chart.$$", "Histogram")]
    [InlineData("Chart.$$\nvar x = 1;", "Histogram")]
    [InlineData("Chart.Histogram(null!, \"\", opt$$", "options:")]
    [InlineData("DayOfWeek d = $$", "DayOfWeek.Monday")]
    [InlineData("new ChartOptions { $$ }", "Log")]
    [InlineData("Work$$", "Workspace")]
    [InlineData("new[] { 1 }.$$", "Select")]
    public void A_completion_is_documented_by_inspecting_the_cell_with_it(string marked, string text)
    {
        var found = editor.Complete(marked);
        var source = editor.With(marked, text);
        var told = editor.Session.Editing.Inspect(source, found.Start + text.Length);
        Assert.NotNull(told?.Summary);
    }
}
