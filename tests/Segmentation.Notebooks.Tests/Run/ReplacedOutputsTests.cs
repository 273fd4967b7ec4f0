namespace Segmentation.Notebooks.Tests.Run;

/// <summary>A run keeps the last state of what its cells replaced and cleared, as a front end would show it.</summary>
[Collection(OneRunAtATime.Name)]
public sealed class ReplacedOutputsTests : IDisposable
{
    private readonly RunFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_update_stands_where_the_output_stood_also_from_a_later_cell()
    {
        folder.With("01-a", "var shown = display(\"first\");\n\"result\"", "shown.Update(\"last\");\n3");
        Assert.Equal(0, (await folder.RunAsync("run")).Exit);
        Assert.DoesNotContain("\"first\"", Outputs(0), StringComparison.Ordinal);
        Assert.Contains("last", Outputs(0), StringComparison.Ordinal);
        Assert.Contains("result", Outputs(0), StringComparison.Ordinal);
        Assert.DoesNotContain("last", Outputs(1), StringComparison.Ordinal);
        Assert.Equal(["last", "result", "3"], folder.Json("01-a")["results"]!.AsArray().Select(r => r!["value"]!.ToString()));
    }

    [Theory]
    [InlineData("display(1); Console.WriteLine(2); clearOutput(); display(3);", "3")]
    [InlineData("display(1); clearOutput(wait: true); display(3);", "3")]
    [InlineData("display(1); clearOutput(wait: true);", "1")]
    [InlineData("display(1); clearOutput();", "")]
    [InlineData("var d = display(1); clearOutput(); d.Update(2); display(3);", "3")]
    public async Task What_was_cleared_is_gone_and_waits_for_the_next_output_where_it_was_told_to(string cell, string left)
    {
        folder.With("01-a", cell);
        Assert.Equal(0, (await folder.RunAsync("run")).Exit);
        Assert.Equal(left, string.Join(' ', folder.Json("01-a")["results"]!.AsArray().Select(r => r!["value"]!.ToString())));
    }

    [Fact]
    public async Task Progress_leaves_its_last_state_and_the_same_bytes_each_time()
    {
        folder.With("01-a", "foreach (var i in track(Enumerable.Range(0, 3).ToArray(), \"Matching\")) await Task.Delay(i);", "var left = progress(\"Open\"); left.Report(7);");
        Assert.Equal(0, (await folder.RunAsync("run")).Exit);
        var first = new[] { folder["01-a.ipynb"], folder["01-a.html"], folder["01-a.json"] };
        Assert.Contains("Matching [####################] 3 of 3 (100 %)", first[0], StringComparison.Ordinal);
        Assert.Contains("Open 7", first[0], StringComparison.Ordinal);
        Assert.Empty(folder.Json("01-a")["results"]!.AsArray());
        await folder.RunAsync("run");
        Assert.Equal(first, new[] { folder["01-a.ipynb"], folder["01-a.html"], folder["01-a.json"] });
    }

    private string Outputs(int cell) => System.Text.Json.Nodes.JsonNode.Parse(folder["01-a.ipynb"])!["cells"]![cell]!["outputs"]!.ToJsonString();
}
