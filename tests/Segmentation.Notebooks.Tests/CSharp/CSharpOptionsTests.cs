using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.CSharp;

/// <summary>The limits of C# cells and of what is told of their errors: each is kept, and what is at the limit is within it.</summary>
public sealed class CSharpOptionsTests
{
    [Theory]
    [InlineData("(((1)))", null)]
    [InlineData("((((1))))", "The cell is nested too deeply to compile at line 1, column 4")]
    public async Task Brackets_as_deep_as_they_may_be(string source, string? message) =>
        Assert.Equal(message, (await ErrorAsync(source, new CSharpOptions { DeepestBrackets = 3 }))?.Message.Split(':')[0]);

    [Theory]
    [InlineData(20, false)]
    [InlineData(60, true)]
    public async Task Syntax_as_deep_as_it_may_be(int terms, bool refused)
    {
        var error = await ErrorAsync(string.Join(" + ", Enumerable.Repeat("1", terms)), new CSharpOptions { DeepestSyntax = 40 });
        Assert.Equal(refused, error?.Message.StartsWith("The cell is nested too deeply", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task Errors_of_the_compiler_up_to_the_most_and_the_number_of_the_others()
    {
        var error = await ErrorAsync("a();\nb();\nc();\nd();", new CSharpOptions { MostErrors = 2 });
        Assert.Equal(["The name 'a' does not exist in the current context", "line 2, column 1: CS0103: The name 'b' does not exist in the current context", "and 2 more"], error!.Message.Split('\n'));
    }

    [Fact]
    public async Task Calls_and_causes_up_to_the_most()
    {
        var error = await ErrorAsync(
            "int Deep(int n) => n == 0 ? throw new FormatException(\"first\", new ArgumentException(\"second\", new InvalidOperationException(\"third\"))) : Deep(n - 1);\nDeep(9)",
            format: FormatOptions.Default with { MostFrames = 3, MostCauses = 2 });
        Assert.Equal(["cell, line 1", "cell, line 1", "cell, line 1", "… 8 more"], error!.Trace.ToArray());
        Assert.Equal(["first", "caused by ArgumentException: second"], error.Message.Split('\n'));
    }

    private static async Task<CellError?> ErrorAsync(string source, CSharpOptions? limits = null, FormatOptions? format = null)
    {
        using var session = new NotebookSession(new SessionOptions { CSharp = limits ?? CSharpOptions.Default, Format = format ?? FormatOptions.Default });
        return (await session.ExecuteAsync(new CellRequest("cell", source), _ => { })).Error;
    }
}
