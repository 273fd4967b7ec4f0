using Segmentation.Notebooks.Editing;

namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>Whether a console should run a cell or let it go on: the Jupyter messaging protocol's complete, incomplete, invalid.</summary>
public sealed class IsCompleteTests : IDisposable
{
    private readonly Editor editor = new();

    public void Dispose() => editor.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("if (true) { }")]
    [InlineData("class A { }")]
    [InlineData("// a comment")]
    [InlineData("#r \"nuget: A, 1.0.0\"")]
    [InlineData("unknown.Call(1)")]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("#!markdown\n(")]
    public void Complete(string source) => Assert.Equal(CellCompleteness.Complete, editor.Session.Editing.IsComplete(source));

    [Theory]
    [InlineData("var x = ")]
    [InlineData("var x = 1")]
    [InlineData("1 +")]
    [InlineData("Chart.")]
    [InlineData("if (true)")]
    [InlineData("if (true) {")]
    [InlineData("for (var i = 0; i < 3; i++) {\n    Console.WriteLine(i);")]
    [InlineData("Console.WriteLine(1")]
    [InlineData("Console.WriteLine(1,")]
    [InlineData("class A {")]
    [InlineData("int F(int x) =>")]
    [InlineData("new[] { 1, 2")]
    [InlineData("/* open")]
    [InlineData("var s = @\"open")]
    [InlineData("var s = \"\"\"\nopen")]
    [InlineData("#!csharp\nvar x = (")]
    [InlineData("#!sql")]
    [InlineData("#!time\n")]
    public void Incomplete(string source) => Assert.Equal(CellCompleteness.Incomplete, editor.Session.Editing.IsComplete(source));

    [Theory]
    [InlineData("var x = )")]
    [InlineData("}")]
    [InlineData(")")]
    [InlineData("var 1 = 2; var y = ")]
    [InlineData("var s = \"open")]
    [InlineData("1 2 3")]
    [InlineData("#!nope\n1")]
    [InlineData("#!csharp\nvar x = (\n#!sql\nselect 1")]
    public void Invalid(string source) => Assert.Equal(CellCompleteness.Invalid, editor.Session.Editing.IsComplete(source));
}
