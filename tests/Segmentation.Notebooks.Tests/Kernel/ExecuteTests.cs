using System.Text.Json.Nodes;
using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>execute_request; the authority is "Messaging in Jupyter", section "Execute", where no other is named.</summary>
public sealed class ExecuteTests : IDisposable
{
    private readonly KernelProbe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task A_cell_is_busy_echoed_shown_answered_and_idle_in_this_order()
    {
        var ran = await probe.RunAsync("Console.Write(\"out\"); display(1); Console.Error.Write(\"err\"); 2");
        Assert.Equal(["busy", "execute_input", "stream", "display_data", "stream", "execute_result", "execute_reply", "idle"], ran.Types);
        Assert.All(ran.Messages, m => Assert.Equal(m.Type == "execute_reply" ? KernelChannel.Shell : KernelChannel.IoPub, m.Channel));
        Assert.Equal(["stdout", "stderr"], ran.Of("stream").Select(m => (string?)m.Content["name"]));
        Assert.Equal("ok", ran.Status);
        Assert.Empty(ran.Content["payload"]!.AsArray());
        Assert.Empty(ran.Content["user_expressions"]!.AsObject());
    }

    [Fact]
    public async Task The_count_goes_up_by_one_with_each_cell_that_is_stored_and_failing_counts()
    {
        Assert.Equal(1, Count(await probe.RunAsync("1")));
        Assert.Equal(2, Count(await probe.RunAsync("nope")));
        var unstored = await probe.RunAsync("3", new JsonObject { ["store_history"] = false });
        Assert.Equal(3, Count(unstored));
        Assert.Equal(3, (int)unstored.Of("execute_result").Single().Content["execution_count"]!);
        Assert.Equal(3, Count(await probe.RunAsync("var x = 3;", new JsonObject { ["silent"] = true })));
        var stored = await probe.RunAsync("x");
        Assert.Equal((3, 3), (Count(stored), (int)stored.Of("execute_input").Single().Content["execution_count"]!));
    }

    [Theory]
    [InlineData("Console.Write(1); display(2); 3", "ok")]
    [InlineData("Console.Write(1); throw new Exception(\"no\");", "error")]
    public async Task A_silent_cell_says_nothing_to_the_others(string code, string status)
    {
        var ran = await probe.RunAsync(code, new JsonObject { ["silent"] = true, ["store_history"] = true });
        Assert.Equal(["busy", "execute_reply", "idle"], ran.Types);
        Assert.Equal(status, ran.Status);
        Assert.Empty((await probe.AskAsync("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 9 })).Content["history"]!.AsArray());
    }

    [Theory]
    [InlineData("\nvar x = nope;", "CS0103", 2)]
    [InlineData("\n\nthrow new InvalidOperationException(\"no\");", "InvalidOperationException", 3)]
    [InlineData("#!sql\nselect nope", "SQL", 2)]
    [InlineData("#!fsharp", "Magic", 1)]
    public async Task A_failure_is_one_error_that_names_the_line_and_the_reply_repeats_it(string code, string kind, int line)
    {
        var ran = await probe.RunAsync(code);
        Assert.Equal(["busy", "execute_input", "error", "execute_reply", "idle"], ran.Types);
        var error = ran.Of("error").Single();
        Assert.Equal(kind, (string?)error.Content["ename"]);
        Assert.Equal(line, (int)error.Metadata!["line"]!);
        Assert.Equal("error", ran.Status);
        foreach (var part in new[] { "ename", "evalue", "traceback" }) Assert.Equal(error.Content[part]!.ToJsonString(), ran.Content[part]!.ToJsonString());
    }

    [Fact]
    public async Task A_cell_is_called_by_its_place_in_the_notebook_where_the_front_end_tells_it()
    {
        const string Throws = "void Fail() => throw new Exception();\nFail();";
        Assert.Contains("   at cell 5, line 2", Trace(await probe.RunAsync(Throws, metadata: new JsonObject { ["cell"] = 5 })));
        Assert.Contains("   at cell 2, line 2", Trace(await probe.RunAsync(Throws)));
        Assert.Contains("   at cell 3, line 2", Trace(await probe.RunAsync(Throws, metadata: new JsonObject { ["cell"] = "x" })));
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"sql"},"vscode":{"languageId":"csharp"}}""")]
    [InlineData("""{"dotnet_interactive":{"language":"sql"}}""")]
    [InlineData("""{"vscode":{"languageId":"sql"}}""")]
    [InlineData("""{"language":"sql"}""")]
    public async Task The_language_of_the_metadata_counts_where_no_magic_speaks(string metadata)
    {
        Assert.Contains("42", (await probe.RunAsync("select 42 answer", metadata: Json(metadata))).Of("display_data").Single().Content["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("3", (await probe.RunAsync("#!csharp\n1 + 2", metadata: Json(metadata))).Result);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":5}""")]
    [InlineData("""{"vscode":{"languageId":null}}""")]
    [InlineData("""{"language":["sql"],"cell":-1}""")]
    public async Task Metadata_of_another_shape_is_no_hint(string metadata) => Assert.Equal("3", (await probe.RunAsync("1 + 2", metadata: Json(metadata))).Result);

    [Fact]
    public async Task Cells_that_wait_behind_a_failure_are_answered_with_an_error_and_do_not_run()
    {
        // The first cell asks, so that the others are there when it fails.
        var first = probe.SendCell("input(\"go\"); var ran = 0; throw new Exception(\"first\");", new JsonObject { ["allow_stdin"] = true });
        await probe.WaitAsync(first, "input_request");
        var second = probe.SendCell("ran = 2;");
        var between = probe.Send("history_request", new JsonObject { ["hist_access_type"] = "tail" });
        var third = probe.SendCell("ran = 3;", new JsonObject { ["stop_on_error"] = false });
        probe.Answer("now");
        foreach (var id in new[] { second, third })
        {
            var stopped = await probe.AnswerAsync(id);
            Assert.Equal(["busy", "execute_reply", "idle"], stopped.Types);
            Assert.Equal(("error", "NotRun"), (stopped.Status, (string)stopped.Content["ename"]!));
            Assert.Contains("was not run", (string)stopped.Content["evalue"]!, StringComparison.Ordinal);
            Assert.True(stopped.Content.ContainsKey("execution_count"));
            Assert.Null(stopped.Content["execution_count"]);
        }

        Assert.Equal("ok", (await probe.AnswerAsync(between)).Status);
        var later = await probe.RunAsync("ran");
        Assert.Equal(("0", 2), (later.Result, Count(later)));
    }

    [Fact]
    public async Task Cells_run_on_behind_a_failure_that_does_not_stop_them()
    {
        var first = probe.SendCell("input(\"go\"); throw new Exception();", new JsonObject { ["allow_stdin"] = true, ["stop_on_error"] = false });
        await probe.WaitAsync(first, "input_request");
        var second = probe.SendCell("2");
        probe.Answer("now");
        Assert.Equal("error", (await probe.AnswerAsync(first)).Status);
        Assert.Equal("2", (await probe.AnswerAsync(second)).Result);
    }

    [Fact]
    public async Task User_expressions_are_evaluated_after_success_each_with_its_value_or_its_error()
    {
        var ran = await probe.RunAsync("var x = 20; x", new JsonObject
        {
            ["user_expressions"] = new JsonObject
            {
                ["sum"] = "x + 1 // with a note",
                ["rich"] = "new[] { new { A = 1 } }",
                ["nothing"] = "(string?)null",
                ["waits"] = "await Task.FromResult(x)",
                ["unknown"] = "nope",
                ["throws"] = "int.Parse(\"x\")",
                ["statement"] = "x = 5; x",
                ["breakout"] = "1; })(); var broken = 1; (() => { return 2",
                ["out"] = "int.TryParse(\"7\", out var left) ? left : 0",
            },
        });
        Assert.Equal("ok", ran.Status);
        Assert.Equal(["busy", "execute_input", "execute_result", "execute_reply", "idle"], ran.Types);
        var values = ran.Content["user_expressions"]!.AsObject();
        Assert.Equal("21", (string?)values["sum"]!["data"]!["text/plain"]);
        Assert.Contains("<table", (string?)values["rich"]!["data"]!["text/html"], StringComparison.Ordinal);
        Assert.Equal("null", (string?)values["nothing"]!["data"]!["text/plain"]);
        Assert.Equal("20", (string?)values["waits"]!["data"]!["text/plain"]);
        Assert.Equal("7", (string?)values["out"]!["data"]!["text/plain"]);
        Assert.Equal(("error", "CS0103"), ((string?)values["unknown"]!["status"], (string?)values["unknown"]!["ename"]));
        Assert.Equal(("error", "FormatException"), ((string?)values["throws"]!["status"], (string?)values["throws"]!["ename"]));
        Assert.Equal("error", (string?)values["statement"]!["status"]);
        Assert.Equal("error", (string?)values["breakout"]!["status"]);
        Assert.Equal("20", (await probe.RunAsync("x")).Result);
        Assert.Equal("CS0103", (string?)(await probe.RunAsync("left")).Content["ename"]);
        Assert.Equal("CS0103", (string?)(await probe.RunAsync("broken")).Content["ename"]);
    }

    [Fact]
    public async Task Expressions_are_left_alone_where_the_cell_fails()
    {
        var ran = await probe.RunAsync("var y = 1; throw new Exception();", new JsonObject { ["user_expressions"] = new JsonObject { ["a"] = "y = 2" } });
        Assert.False(ran.Content.ContainsKey("user_expressions"));
        Assert.Equal("1", (await probe.RunAsync("y")).Result);
    }

    [Fact]
    public async Task What_a_cell_left_running_writes_goes_to_its_own_cell()
    {
        var first = probe.SendCell("var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); var left = Task.Run(async () => { await go.Task; Console.Write(\"late\"); display(7); });");
        await probe.AnswerAsync(first);
        var second = probe.SendCell("go.SetResult(); await left; 8");
        Assert.Equal("8", (await probe.AnswerAsync(second)).Result);
        await probe.WaitAsync(first, "display_data");
        Assert.Equal("late", (string?)(await probe.WaitAsync(first, "stream")).Content["text"]);
        Assert.DoesNotContain("stream", (await probe.AnswerAsync(second)).Types);
    }

    [Fact]
    public async Task An_output_that_can_be_replaced_carries_its_id_and_an_update_the_same()
    {
        var first = await probe.RunAsync("var d = display(1); clearOutput(wait: true);");
        Assert.Equal(["busy", "execute_input", "display_data", "clear_output", "execute_reply", "idle"], first.Types);
        Assert.True((bool)first.Of("clear_output").Single().Content["wait"]!);
        var second = await probe.RunAsync("d.Update(2);");
        var ids = first.Of("display_data").Concat(second.Of("update_display_data")).Select(m => (string?)m.Content["transient"]!["display_id"]).ToArray();
        Assert.Equal(2, ids.Length);
        Assert.Equal(ids[0], ids[1]);
        using var other = new KernelProbe();
        Assert.NotEqual(ids[0], (string?)(await other.RunAsync("display(1);")).Of("display_data").Single().Content["transient"]!["display_id"]);
    }

    [Fact]
    public async Task Text_in_quotes_from_half_a_character_on_is_no_reason_to_end()
    {
        Assert.Equal("ok", (await probe.RunAsync("Console.Write('\\ud800');")).Status);
        Assert.Equal("2", (await probe.RunAsync("1 + 1")).Result);
    }

    private static int Count(Answered ran) => (int)ran.Content["execution_count"]!;

    private static IEnumerable<string?> Trace(Answered ran) => ran.Content["traceback"]!.AsArray().Select(l => (string?)l);

    private static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;
}
