using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>complete, inspect, is_complete and our diagnose: how the answers travel. What they hold is tested where it is found, in Editing.</summary>
public sealed class EditingTests(KernelProbe probe) : IClassFixture<KernelProbe>
{
    // One code point, two UTF-16 units.
    private const string Smile = "\U0001F600";

    [Fact]
    public async Task Completions_replace_code_points_and_say_what_they_are()
    {
        await probe.RunAsync("var accounts = 3;");
        var code = $"var s = \"{Smile}{Smile}\"; acco";
        var told = await Ask("complete", code, code.Length - 2);
        var (start, end) = (code.Length - 2 - "acco".Length, code.Length - 2);
        Assert.Equal(("ok", start, end), (told.Status, (int)told.Content["cursor_start"]!, (int)told.Content["cursor_end"]!));
        Assert.Contains("accounts", told.Content["matches"]!.AsArray().Select(m => (string?)m));
        var kinds = told.Content["metadata"]!["_jupyter_types_experimental"]!.AsArray();
        Assert.Equal(told.Content["matches"]!.AsArray().Select(m => (string?)m), kinds.Select(k => (string?)k!["text"]));
        var one = kinds.Single(k => (string?)k!["text"] == "accounts")!;
        Assert.Equal(("variable", start, end), ((string?)one["type"], (int)one["start"]!, (int)one["end"]!));
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(999, 1)]
    [InlineData(null, 1)]
    public async Task A_cursor_outside_of_the_text_is_at_its_nearer_end(int? cursor, int expected)
    {
        var told = await Ask("complete", Smile, cursor);
        Assert.Equal(("ok", expected), (told.Status, (int)told.Content["cursor_end"]!));
    }

    [Fact]
    public async Task What_is_known_of_a_name_comes_as_text_and_markdown_with_its_place()
    {
        await probe.RunAsync("var ticks = \"a`b``\";");
        var told = await Ask("inspect", $"/* {Smile} */ ticks", 10);
        Assert.True((bool)told.Content["found"]!);
        Assert.Contains("ticks", (string?)told.Content["data"]!["text/plain"], StringComparison.Ordinal);
        Assert.StartsWith("```", (string?)told.Content["data"]!["text/markdown"], StringComparison.Ordinal);
        Assert.Equal((8, 13), ((int)told.Content["metadata"]!["start"]!, (int)told.Content["metadata"]!["end"]!));
    }

    [Fact]
    public async Task Where_nothing_is_known_nothing_is_found()
    {
        var told = await Ask("inspect", "   ", 1);
        Assert.False((bool)told.Content["found"]!);
        Assert.Empty(told.Content["data"]!.AsObject());
    }

    [Theory]
    [InlineData("var x = 1;", "complete", null)]
    [InlineData("if (true)\n{", "incomplete", "    ")]
    [InlineData("if (true)\n{\n    var x = 1;", "incomplete", "    ")]
    [InlineData("  Math.Max(1,", "incomplete", "  ")]
    [InlineData("var x = )", "invalid", null)]
    [InlineData("#!sql\nselect 1", "complete", null)]
    public async Task An_incomplete_cell_says_how_far_its_next_line_is_indented(string code, string status, string? indent)
    {
        var told = await Ask("is_complete", code, null);
        Assert.Equal((status, indent), (told.Status, (string?)told.Content["indent"]));
    }

    [Fact]
    public async Task A_cell_s_problems_have_places_in_code_points()
    {
        var told = await Ask("diagnose", $"var s = \"{Smile}\"; nope", null);
        var problem = Assert.Single(told.Content["problems"]!.AsArray())!;
        Assert.Equal(("CS0103", "error", 13, 17), ((string?)problem["code"], (string?)problem["severity"], (int)problem["start"]!, (int)problem["end"]!));
        Assert.Contains("'nope'", (string?)problem["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_metadata_tells_the_language_here_too() =>
        Assert.Empty((await probe.AskAsync("diagnose_request", new JsonObject { ["code"] = "select 1" }, new JsonObject { ["language"] = "sql" })).Content["problems"]!.AsArray());

    private Task<Answered> Ask(string what, string code, int? cursor)
    {
        var content = new JsonObject { ["code"] = code };
        if (cursor is not null) content["cursor_pos"] = cursor;
        return probe.AskAsync($"{what}_request", content);
    }
}
