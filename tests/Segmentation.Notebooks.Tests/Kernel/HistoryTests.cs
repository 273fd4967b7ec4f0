using System.Text.Json.Nodes;
using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>history_request over five cells; the authority is "Messaging in Jupyter", section "History".</summary>
public sealed class HistoryTests(HistoryTests.Cells cells) : IClassFixture<HistoryTests.Cells>
{
    [Theory]
    [InlineData("""{"hist_access_type":"tail","n":2}""", "4 5")]
    [InlineData("""{"hist_access_type":"tail","n":0}""", "")]
    [InlineData("""{"hist_access_type":"tail"}""", "1 2 3 4 5")]
    [InlineData("""{"hist_access_type":"range","session":0,"start":2,"stop":4}""", "2 3")]
    [InlineData("""{"hist_access_type":"range","start":4}""", "4 5")]
    [InlineData("""{"hist_access_type":"range","start":-2,"stop":null}""", "4 5")]
    [InlineData("""{"hist_access_type":"range","start":1,"stop":-1}""", "1 2 3 4")]
    [InlineData("""{"hist_access_type":"range","session":-1,"start":1,"stop":4}""", "")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + *"}""", "1 3 5")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + *","n":2}""", "3 5")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + *","unique":true}""", "3 5")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + *","unique":true,"n":1}""", "5")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + ?"}""", "1 3 5")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + [2-3]"}""", "3")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + [^2-3]"}""", "1 5")]
    [InlineData("""{"hist_access_type":"search","pattern":"1"}""", "")]
    [InlineData("""{"hist_access_type":"search","pattern":"*\n*"}""", "4")]
    [InlineData("""{"hist_access_type":"search"}""", "1 2 3 4 5")]
    public async Task The_cells_that_are_asked_for_come_in_order(string content, string numbers)
    {
        var told = await cells.Probe.AskAsync("history_request", (JsonObject)JsonNode.Parse(content)!);
        Assert.Equal("ok", told.Status);
        var history = told.Content["history"]!.AsArray();
        Assert.Equal(numbers, string.Join(' ', history.Select(entry => (int)entry![1]!)));
        Assert.All(history, entry => Assert.Equal(Cells.Sources[(int)entry![1]! - 1], (string?)entry[2]));
    }

    [Fact]
    public async Task With_outputs_each_cell_comes_with_the_text_of_its_result()
    {
        var told = await cells.Probe.AskAsync("history_request", new JsonObject { ["hist_access_type"] = "range", ["start"] = 1, ["stop"] = 3, ["output"] = true, ["raw"] = true });
        Assert.Equal("""[[0,1,["1 + 1","2"]],[0,2,["nope",null]]]""", told.Content["history"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_pattern_that_is_no_glob_is_an_error()
    {
        var told = await cells.Probe.AskAsync("history_request", new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "[z-a]" });
        Assert.Equal("history_request has the 'pattern' '[z-a]', which is no glob: a set in brackets must hold characters or ascending ranges, such as [a-z].", (string?)told.Content["evalue"]);
    }

    [Fact]
    public async Task The_oldest_cells_are_forgotten_and_long_results_are_cut()
    {
        using var probe = new KernelProbe(KernelOptions.Default with { MostHistory = 2, LongestHistoryOutput = 3 });
        foreach (var code in new[] { "1", "2", "12345" }) await probe.RunAsync(code);
        var told = await probe.AskAsync("history_request", new JsonObject { ["hist_access_type"] = "tail", ["output"] = true });
        Assert.Equal(["2: 2", "3: 123…"], told.Content["history"]!.AsArray().Select(entry => $"{entry![1]}: {entry[2]![1]}"));
    }

    public sealed class Cells : IAsyncLifetime
    {
        public static readonly string[] Sources = ["1 + 1", "nope", "1 + 2", "1\n+ 5", "1 + 1"];

        public KernelProbe Probe { get; } = new();

        public async Task InitializeAsync()
        {
            foreach (var source in Sources) await Probe.RunAsync(source);
        }

        public Task DisposeAsync()
        {
            Probe.Dispose();
            return Task.CompletedTask;
        }
    }
}
