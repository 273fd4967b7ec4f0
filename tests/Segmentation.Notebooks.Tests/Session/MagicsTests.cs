namespace Segmentation.Notebooks.Tests.Session;

/// <summary>Magics choose the language of a cell, or of the rest of one; the spelling is that of Polyglot Notebooks.</summary>
public sealed class MagicsTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Theory]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("#!c#\n1 + 1")]
    [InlineData("#!C#\n1 + 1")]
    [InlineData("1 + 1")]
    public async Task CSharp_is_the_default_and_has_three_names(string source) => Assert.Equal("2", await probe.ShowsAsync(source));

    [Fact]
    public async Task The_language_of_the_metadata_counts_where_no_magic_speaks()
    {
        Assert.Contains("42", await probe.ShowsAsync("select 42 answer", "sql"), StringComparison.Ordinal);
        Assert.Equal("2", await probe.ShowsAsync("#!csharp\n1 + 1", "sql"));
    }

    [Fact]
    public async Task Several_magics_split_a_cell()
    {
        var ran = await probe.RunAsync("var n = 3;\n#!sql --name q\nselect @n * 2 as twice\n#!csharp\nq.Number(\"twice\")[0]\n#!html\n<b>done</b>");
        Assert.Null(ran.Error);
        Assert.EndsWith("6\n<b>done</b>", ran.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_number_counts_from_the_top_of_the_cell_in_every_part()
    {
        Assert.Equal(5, (await probe.RunAsync("#!sql\nselect 1\n#!csharp\n\nnope")).Error!.Line);
        Assert.Equal(4, (await probe.RunAsync("1.Display();\n#!sql\n\nselect nope")).Error!.Line);
    }

    [Theory]
    [InlineData("#!connect mssql")]
    [InlineData("1\n#!fsharp\n2")]
    [InlineData("#!")]
    public async Task An_unknown_magic_is_an_error_that_lists_the_known(string source)
    {
        var ran = await probe.RunAsync(source);
        Assert.Equal("Magic", ran.Error!.Kind);
        Assert.Contains("Known: #!csharp (#!c#), #!sql [--name x], #!html, #!markdown, #!mermaid, #!time.", ran.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_language_in_the_metadata_is_an_error_that_lists_the_known()
    {
        var ran = await probe.RunAsync("1 + 1", "python");
        Assert.StartsWith("The cell's metadata names the language 'python', which this engine does not run.", ran.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!sql --nam x\nselect 1")]
    [InlineData("#!sql --name 1x\nselect 1")]
    [InlineData("#!html loud\n<b>")]
    public async Task A_magic_with_words_it_does_not_know_is_an_error(string source) =>
        Assert.Contains("is not understood", (await probe.RunAsync(source)).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Time_is_asked_for_and_leaves_no_output()
    {
        var ran = await probe.RunAsync("#!time\n1 + 1");
        Assert.True(ran.Timed);
        Assert.Equal("2", ran.Shown);
    }

    [Fact]
    public async Task Markup_cells_show_what_they_say()
    {
        Assert.Contains("<strong>bold</strong>", (await probe.RunAsync("#!markdown\n**bold**")).Html, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"mermaid\">graph TD; A--&gt;B</pre>", (await probe.RunAsync("#!mermaid\ngraph TD; A-->B")).Html, StringComparison.Ordinal);
        Assert.Equal("<i>raw</i>", (await probe.RunAsync("<i>raw</i>", "html")).Html);
    }
}
