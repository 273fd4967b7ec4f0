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
}
