using Segmentation.Notebooks.Session;
using Segmentation.Notebooks.Tests.Session;

namespace Segmentation.Notebooks.Tests.CSharp;

/// <summary>C# cells: what C# does is the C# language reference's word; what a notebook adds is this engine's documented contract.</summary>
public sealed class CSharpCellsTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task A_variable_is_known_to_later_cells()
    {
        await probe.RunAsync("var x = 20;");
        Assert.Equal("42", await probe.ShowsAsync("x * 2 + 2"));
    }

    [Fact]
    public async Task A_variable_can_be_declared_again_with_another_type()
    {
        await probe.RunAsync("var x = 20;");
        await probe.RunAsync("var x = \"text\";");
        Assert.Equal("4", await probe.ShowsAsync("x.Length"));
    }

    [Fact]
    public async Task What_a_cell_did_before_it_threw_is_kept()
    {
        var ran = await probe.RunAsync("var before = 11;\nthrow new InvalidOperationException(\"no\");");
        Assert.Equal(("InvalidOperationException", "no", (int?)2), (ran.Error!.Kind, ran.Error.Message, ran.Error.Line));
        Assert.Equal("11", await probe.ShowsAsync("before"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await probe.RunAsync("var x = 1;");
        await probe.RunAsync("x = 2; var y = nope;");
        Assert.Equal("1", await probe.ShowsAsync("x"));
        Assert.Equal("CS0103", (await probe.RunAsync("y")).Error!.Kind);
    }

    [Fact]
    public async Task A_compiler_error_names_the_line_of_the_cell_and_lists_the_others()
    {
        var ran = await probe.RunAsync("var a = 1;\n\nvar b = nope;\nvar c = nada;");
        Assert.Equal(3, ran.Error!.Line);
        Assert.Equal("The name 'nope' does not exist in the current context\nline 4, column 9: CS0103: The name 'nada' does not exist in the current context", ran.Error.Message);
    }

    [Fact]
    public async Task An_exception_names_the_line_it_came_from_through_functions_of_other_cells()
    {
        await probe.RunAsync("\nint Divide(int by) => 1 / by;");
        var ran = await probe.RunAsync("var zero = 0;\nvar result =\n    Divide(zero);");
        Assert.Equal("DivideByZeroException", ran.Error!.Kind);
        Assert.Equal("cell 1, line 2; cell 2, line 3", string.Join("; ", ran.Error.Trace));
        Assert.Equal(3, ran.Error.Line);
    }

    [Fact]
    public async Task A_stack_trace_holds_no_path_of_this_machine()
    {
        var ran = await probe.RunAsync("try { Workspace.Open(\"/nowhere/at/all\"); } catch (Exception e) { Console.WriteLine(e.StackTrace!.Contains(Environment.CurrentDirectory + \"/cell\")); throw; }");
        Assert.Equal("False\n", ran.Console);
        Assert.DoesNotContain(ran.Error!.Trace, t => t.Contains(".cs", StringComparison.Ordinal) || t.Contains("Segmentation.Notebooks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_inner_exception_is_told_too()
    {
        var ran = await probe.RunAsync("throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\"));");
        Assert.Equal("outer\ncaused by ArgumentException: inner", ran.Error!.Message);
    }

    [Theory]
    [InlineData("await Task.Delay(1);\n5 + 5", "10")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("Enumerable.Range(1, 4).Where(n => n % 2 == 0).Sum()", "6")]
    [InlineData("record Deal(string Name, double Arr);\nnew Deal(\"a\", 2) with { Arr = 3 } == new Deal(\"a\", 3)", "true")]
    [InlineData("int[] all = [1, 2, 3];\nall is [1, .., var last] ? last : 0", "3")]
    [InlineData("File.Exists(\"nowhere\") // the comment does not count", "false")]
    [InlineData("class Half { public int Value { get => field; set => field = value / 2; } }\nnew Half { Value = 8 }.Value", "4")]
    public async Task The_value_of_the_last_expression_is_shown(string source, string shown) => Assert.Equal(shown, await probe.ShowsAsync(source));

    [Theory]
    [InlineData("5 + 5;")]
    [InlineData("var x = 5;")]
    [InlineData("(string?)null")]
    [InlineData("Console.Write(string.Empty)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("")]
    [InlineData("// nothing")]
    public async Task Nothing_is_shown_without_a_value(string source) => Assert.Empty((await probe.RunAsync(source)).Outputs.OfType<CellOutput.Shown>());

    [Fact]
    public async Task A_record_can_be_declared_again_and_methods_stay_with_the_one_they_saw()
    {
        await probe.RunAsync("record Deal(int A);\nint Old() => new Deal(1).A;");
        await probe.RunAsync("record Deal(int A, int B);");
        Assert.Equal("3", await probe.ShowsAsync("new Deal(1, 2).B + Old()"));
    }

    [Fact]
    public async Task A_using_stays_for_later_cells()
    {
        await probe.RunAsync("using System.Globalization;");
        await probe.RunAsync("// nothing runs here");
        Assert.Equal("true", await probe.ShowsAsync("CultureInfo.InvariantCulture is not null"));
    }

    [Fact]
    public async Task A_cell_of_namespaces_and_extension_blocks_becomes_a_library_of_the_cells_after_it()
    {
        await probe.RunAsync("namespace Words { public static class Texts { extension(string s) { public int Twice => s.Length * 2; } } }");
        Assert.Equal("6", await probe.ShowsAsync("using Words;\n\"abc\".Twice"));
    }

    [Fact]
    public async Task Declarations_that_need_a_library_and_statements_do_not_share_a_cell()
    {
        var ran = await probe.RunAsync("namespace A { }\nvar x = 1;");
        Assert.Equal(2, ran.Error!.Line);
        Assert.Contains("Put the declarations into a cell of their own", ran.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_is_there_without_a_using() => Assert.Equal("2", await probe.ShowsAsync(
        "var t = new Table(\"t\", Column.Of(\"n\", [1.0, 2.0]));\nt.RowCount"));

    [Fact]
    public async Task Two_hundred_cells_keep_one_set_of_references()
    {
        await probe.RunAsync("var total = 0;");
        for (var i = 0; i < 200; i++) await probe.RunAsync($"total += {i};");
        Assert.Equal("19900", await probe.ShowsAsync("total"));
    }

    // The compiler watches its stack, but not everywhere: some of these would end the process.
    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("new[] { ", "1", " }")]
    [InlineData("!", "true", "")]
    [InlineData("", "1", " + 1")]
    public async Task Text_that_is_nested_too_deeply_is_refused_with_its_line(string open, string inner, string close)
    {
        using var deep = new Probe();
        var source = string.Concat(Enumerable.Repeat(open, 20_000)) + inner + string.Concat(Enumerable.Repeat(close, 20_000));
        var ran = await deep.RunAsync("var kept = 1;\n" + source);
        Assert.Equal(("CSharp", (int?)2), (ran.Error!.Kind, ran.Error.Line));
        Assert.StartsWith("The cell is nested too deeply to compile at line 2, column ", ran.Error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Take it apart: give inner parts names of their own, and read long data from a file or from a text in quotes.", ran.Error.Message, StringComparison.Ordinal);
        Assert.Equal("2", await deep.ShowsAsync("1 + 1"));
    }

    [Theory]
    [InlineData("(new int[1])[index]")]
    [InlineData("((string?)null)!.Length")]
    [InlineData("10 / (index - index)")]
    [InlineData("(string)(object)index")]
    public async Task A_failure_that_the_runtime_throws_names_its_line_too_and_nothing_of_the_runtime(string fails)
    {
        using var probe = new Probe();
        var error = (await probe.RunAsync($"var index = 5;\n\nvar failed = {fails};")).Error!;
        Assert.Equal((3, "cell 1, line 3"), (error.Line!.Value, string.Join("; ", error.Trace)));
    }
}
