using Segmentation.Notebooks.Documents;
using Segmentation.Notebooks.Editing;

namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>What the compiler says of a cell that was not run; codes are those of the C# compiler's documentation.</summary>
public sealed class CSharpProblemsTests : IDisposable
{
    private readonly Editor editor = new();

    public void Dispose() => editor.Dispose();

    [Fact]
    public void A_name_that_nobody_declared_is_told_with_the_remedy()
    {
        var problem = Assert.Single(editor.Problems("#!csharp\nvar x = tier + 1;"));
        Assert.Equal((17, 21, "CS0103", true), (problem.Start, problem.End, problem.Code, problem.IsError));
        Assert.Equal("'tier' is not known: run the cell that declares it first, or check its spelling", problem.Message);
    }

    [Fact]
    public async Task A_name_that_a_cell_declared_is_known()
    {
        await editor.AfterAsync("var tier = 1;");
        Assert.Empty(editor.Problems("tier + 1"));
    }

    [Theory]
    [InlineData("var x = 1;\nvar y = x.Nope;", 21, 25, "CS1061")]
    [InlineData("int x = \"text\";", 8, 14, "CS0029")]
    [InlineData("var x = ;", 8, 9, "CS1525")]
    [InlineData("Chart.Histogram();", 6, 15, "CS1501")]
    [InlineData("var s = \"😀\"; nope", 14, 18, "CS0103")]
    [InlineData("var x = 1;\r\nnope", 12, 16, "CS0103")]
    [InlineData("string s = null!;\nstring? t = null;\nt.ToString()", 36, 37, "CS8602")]
    public void A_problem_is_told_where_it_is(string source, int start, int end, string code) =>
        Assert.Contains(editor.Problems(source), p => (p.Start, p.End, p.Code) == (start, end, code));

    [Theory]
    [InlineData("")]
    [InlineData("// nothing")]
    [InlineData("var unused = 1;")]
    [InlineData("{ var unused = 1; int never; }")]
    [InlineData("async Task Later() { }")]
    [InlineData("int Unused() => 1;")]
    [InlineData("await Task.Delay(1);")]
    [InlineData("display(1);\n1.Display();")]
    [InlineData("#!time\nvar x = 1;\nx")]
    [InlineData("var tier = 1;\n#!sql --name rows\nselect 1\n#!csharp\nrows.RowCount + tier")]
    [InlineData("#!html\n<p>var x = ;</p>")]
    [InlineData("#!mermaid\nflowchart LR")]
    [InlineData("namespace Mine { public static class Twice { public static int Of(int n) => 2 * n; } }")]
    [InlineData("public static class Extra { extension(string text) { public bool IsShort => text.Length < 3; } }")]
    [InlineData("using System.Text;\nnew StringBuilder()")]
    [InlineData("#pragma warning disable CS8602\nstring? t = null;\nt.ToString()")]
    public void What_would_run_has_no_problem(string source) => Assert.Empty(editor.Problems(source));

    [Fact]
    public void In_a_cell_that_becomes_a_library_problems_are_told_too() =>
        Assert.Contains(editor.Problems("namespace Mine { class A { Nope n; } }"), p => p is { Code: "CS0246", Start: 27, End: 31, IsError: true });

    [Fact]
    public async Task What_such_a_cell_declared_is_known()
    {
        await editor.AfterAsync("namespace Mine { public static class Twice { public static int Of(int n) => 2 * n; } }");
        Assert.Empty(editor.Problems("Mine.Twice.Of(2)"));
        Assert.Contains("Of", editor.Names("Mine.Twice.$$"));
    }

    [Fact]
    public void What_a_reference_may_bring_is_not_missed_before_it_is_there()
    {
        Assert.Empty(editor.Problems("#r \"nuget: Some.Package, 1.2.3\"\nusing Some.Package;\nvar x = new Thing();"));
        Assert.Equal("CS1525", editor.Problems("#r \"nuget: Some.Package, 1.2.3\"\nvar x = (;")[0].Code);
    }

    [Theory]
    [InlineData("var x = 1;\n#r \"no.dll\"", 11, 22, "Reference")]
    [InlineData("#r \"nuget: Some.Package\"", 0, 24, "Package")]
    [InlineData("#i \"nuget: https://example.org\"", 0, 31, "Package")]
    public void A_reference_that_a_run_would_refuse_is_a_problem(string source, int start, int end, string code)
    {
        var problem = Assert.Single(editor.Problems(source));
        Assert.Equal((start, end, code, true), (problem.Start, problem.End, problem.Code, problem.IsError));
    }

    [Fact]
    public void Problems_of_all_stretches_are_told_in_order_and_at_most_as_many_as_the_options_say()
    {
        var problems = editor.Problems("nope\n#!sql\nselect * from nada\n#!csharp\nnopes");
        Assert.Equal(["CS0103", "SQL", "CS0103"], problems.Select(p => p.Code));
        Assert.Equal(EditingOptions.Default.MostProblems, editor.Problems(string.Concat(Enumerable.Repeat("nope;\n", 500))).Length);
    }

    [Fact]
    public async Task Every_cell_of_a_notebook_is_free_of_problems_once_those_before_it_have_run()
    {
        var notebook = Notebook.Read(Path.Combine(Editor.Samples, "..", "notebooks", "01-audit.ipynb"));
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Code))
        {
            var source = cell.Source.Replace("\"../data-samples\"", $"@\"{Editor.Samples}\"", StringComparison.Ordinal);
            Assert.Equal((source, string.Empty), (source, string.Join('\n', editor.Problems(source, cell.MetadataLanguage).Select(p => $"{p.Code} {p.Message}"))));
            Assert.Null((await editor.Probe.RunAsync(source, cell.MetadataLanguage)).Error);
        }
    }
}
