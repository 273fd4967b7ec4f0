using Segmentation.Notebooks.Editing;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Editing;

public sealed class MagicEditingTests : IDisposable
{
    private readonly Editor editor = new();

    public void Dispose() => editor.Dispose();

    [Fact]
    public void Every_magic_is_offered_with_what_it_does_and_every_one_offered_runs()
    {
        var offered = editor.Complete("#!$$").Items;
        Assert.Equal(["#!csharp", "#!html", "#!markdown", "#!mermaid", "#!sql", "#!time"], offered.Select(o => o.Text));
        Assert.All(offered, o =>
        {
            Assert.False(string.IsNullOrEmpty(o.Signature));
            CellSplitter.Split(o.Text, null);
        });
    }

    [Theory]
    [InlineData("#$$!s", "#!sql")]
    [InlineData("#!s$$", "#!sql")]
    [InlineData("var x = 1;\n#!t$$", "#!time")]
    [InlineData("#!sql $$", "--name")]
    [InlineData("#!sql --n$$", "--name")]
    public void A_magic_is_completed_whole(string marked, string expected)
    {
        var found = editor.Complete(marked);
        Assert.Contains(expected, found.Items.Select(i => i.Text));
        var source = marked.Replace("$$", string.Empty, StringComparison.Ordinal);
        CellSplitter.Split(source[..found.Start] + expected + source[found.End..] + (expected == Magic.NameOption ? " x" : string.Empty), null);
    }

    [Theory]
    [InlineData("#!csharp $$")]
    [InlineData("#!sql --name $$")]
    public void A_name_that_is_made_up_is_not_foreseen(string marked) => Assert.Empty(editor.Names(marked));

    [Theory]
    [InlineData("#!sq$$l", "#!sql")]
    [InlineData("#!sql --na$$me x", "#!sql --name x")]
    public void A_magic_is_told(string marked, string expected) => Assert.Equal(expected, editor.Inspect(marked)!.Signature);

    [Fact]
    public void A_magic_that_nobody_knows_is_a_problem_of_its_line()
    {
        var problem = Assert.Single(editor.Problems("var x = 1;\n#!nope\nx"));
        Assert.Equal((11, 17, "Magic"), (problem.Start, problem.End, problem.Code));
        Assert.StartsWith("Unknown magic '#!nope'. Known: #!csharp", problem.Message, StringComparison.Ordinal);
    }
}
