using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Tests.Jupyter;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>
/// The kernel through Jupyter's own client, over its sockets, as the project jupyter_kernel_test would look at one, and beyond; every message that comes
/// back has the shape that "Messaging in Jupyter" gives it.
/// </summary>
public sealed class ConformanceTests(JupyterKernelProcess kernel) : IClassFixture<JupyterKernelProcess>
{
    [Theory]
    [InlineData("Console.WriteLine(\"hello, world\");", "stdout")]
    [InlineData("Console.Error.WriteLine(\"hello, world\");", "stderr")]
    public async Task Text_goes_to_its_stream(string code, string stream)
    {
        var output = Assert.Single(Outputs(await CheckedAsync(kernel.ExecuteAsync(code))));
        Assert.Equal((stream, "hello, world\n"), ((string?)output["content"]!["name"], (string?)output["content"]!["text"]));
    }

    [Theory]
    [InlineData("6 * 7", "text/plain", "42")]
    [InlineData("#!html\n<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("#!markdown\n# Title", "text/markdown", "# Title")]
    [InlineData("#!mermaid\ngraph TD; A-->B", "text/vnd.mermaid", "graph TD; A-->B")]
    public async Task A_value_comes_in_its_media_type(string code, string mime, string value) =>
        Assert.Equal(value, (string?)Assert.Single(Outputs(await CheckedAsync(kernel.ExecuteAsync(code))))["content"]!["data"]![mime]);

    // JupyterLab prefers HTML, and would show a diagram's text.
    [Fact]
    public async Task A_diagram_has_no_HTML_beside_its_own_type() =>
        Assert.Equal(["text/plain", "text/vnd.mermaid"], Assert.Single(Outputs(await CheckedAsync(kernel.ExecuteAsync("#!mermaid\ngraph TD; A-->B"))))["content"]!["data"]!.AsObject().Select(f => f.Key));

    [Fact]
    public async Task A_figure_is_json_and_no_text()
    {
        const string Figure = "class F { public Dictionary<string, object> ToMimeBundle() => new() { [\"application/vnd.plotly.v1+json\"] = \"{\\\"data\\\":[]}\" }; }\nnew F()";
        var shown = Assert.Single(Outputs(await CheckedAsync(kernel.ExecuteAsync(Figure))));
        Assert.Equal("""{"data":[]}""", shown["content"]!["data"]!["application/vnd.plotly.v1+json"]!.ToJsonString());
    }

    [Fact]
    public async Task A_failure_is_one_error_and_nothing_else()
    {
        var ran = await CheckedAsync(kernel.ExecuteAsync("throw new InvalidOperationException(\"no\");"));
        var error = Assert.Single(Outputs(ran));
        Assert.Equal(("error", "InvalidOperationException", "no"), (Type(error), (string?)error["content"]!["ename"], (string?)error["content"]!["evalue"]));
        Assert.Equal("error", (string?)ran["reply"]!["content"]!["status"]);
    }

    [Fact]
    public async Task Outputs_are_replaced_and_cleared()
    {
        var ran = await CheckedAsync(kernel.ExecuteAsync("var d = display(1); d.Update(2); clearOutput(true); using (var bar = progress(\"p\", 2)) bar.Report(2);"));
        Assert.Equal(["display_data", "update_display_data", "clear_output", "display_data", "update_display_data"], Outputs(ran).Select(Type));
    }

    [Fact]
    public async Task Silent_cells_are_heard_by_nobody_and_unstored_ones_do_not_count()
    {
        var before = Count(await CheckedAsync(kernel.ExecuteAsync("1")));
        var silent = await CheckedAsync(ExecuteAsync(new JsonObject { ["code"] = "Console.Write(1); 2", ["silent"] = true }));
        Assert.Empty(Outputs(silent));
        Assert.DoesNotContain("execute_input", All(silent).Select(Type));
        var unstored = await CheckedAsync(ExecuteAsync(new JsonObject { ["code"] = "3", ["store_history"] = false }));
        Assert.Equal("3", (string?)Assert.Single(Outputs(unstored))["content"]!["data"]!["text/plain"]);
        Assert.Equal(before + 1, Count(await CheckedAsync(kernel.ExecuteAsync("4"))));
        var history = await CheckedAsync(kernel.RequestAsync("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2, ["output"] = true, ["raw"] = true }));
        Assert.Equal(["1", "4"], history["reply"]!["content"]!["history"]!.AsArray().Select(entry => (string?)entry![2]![0]));
    }

    [Fact]
    public async Task A_failure_stops_the_cells_that_wait_behind_it()
    {
        var hold = await SendAsync(new JsonObject { ["code"] = "input(\"go\"); throw new Exception();", ["allow_stdin"] = true, ["stop_on_error"] = true });
        var asked = await CollectAsync(hold, "input_request");
        Assert.Single(asked["stdin"]!.AsArray());
        var behind = await SendAsync(new JsonObject { ["code"] = "1" });
        // A way there and back on another socket: what was sent before it has been taken in by then.
        await kernel.RequestAsync("kernel_info_request", channel: "control");
        await kernel.Probe.DoAsync("send", new JsonObject { ["type"] = "input_reply", ["channel"] = "stdin", ["content"] = new JsonObject { ["value"] = "on" } });
        Assert.Equal("error", (string?)(await CollectAsync(hold))["reply"]!["content"]!["status"]);
        var stopped = await CheckedAsync(behind);
        Assert.Equal("NotRun", (string?)stopped["reply"]!["content"]!["ename"]);
        Assert.Equal(["status", "status"], stopped["iopub"]!.AsArray().Select(m => Type(m!)));
    }

    [Fact]
    public async Task Expressions_come_back_each_by_itself()
    {
        var ran = await CheckedAsync(ExecuteAsync(new JsonObject { ["code"] = "var e = 3;", ["user_expressions"] = new JsonObject { ["good"] = "e * 2", ["bad"] = "nope" } }));
        var values = ran["reply"]!["content"]!["user_expressions"]!;
        Assert.Equal(("6", "error"), ((string?)values["good"]!["data"]!["text/plain"], (string?)values["bad"]!["status"]));
        Assert.Empty(Outputs(ran));
    }

    [Fact]
    public async Task Editors_are_answered()
    {
        await CheckedAsync(kernel.ExecuteAsync("var accountCount = 3;"));
        var completed = await CheckedAsync(kernel.RequestAsync("complete_request", new JsonObject { ["code"] = "accountC", ["cursor_pos"] = 8 }));
        Assert.Contains("accountCount", completed["reply"]!["content"]!["matches"]!.AsArray().Select(m => (string?)m));
        var inspected = await CheckedAsync(kernel.RequestAsync("inspect_request", new JsonObject { ["code"] = "accountCount", ["cursor_pos"] = 4, ["detail_level"] = 0 }));
        Assert.Contains("accountCount", (string?)inspected["reply"]!["content"]!["data"]!["text/plain"], StringComparison.Ordinal);
        foreach (var (code, status) in new[] { ("1 + 1", "complete"), ("for (;;) {", "incomplete"), ("var x = )", "invalid") })
            Assert.Equal(status, (string?)(await CheckedAsync(kernel.RequestAsync("is_complete_request", new JsonObject { ["code"] = code })))["reply"]!["content"]!["status"]);
        Assert.Single((await CheckedAsync(kernel.RequestAsync("diagnose_request", new JsonObject { ["code"] = "nope" }, channel: "control")))["reply"]!["content"]!["problems"]!.AsArray());
        await CheckedAsync(kernel.RequestAsync("comm_info_request"));
        await CheckedAsync(kernel.RequestAsync("kernel_info_request", channel: "control"));
    }

    [Fact]
    public async Task Questions_are_answered_over_the_stdin_channel()
    {
        var ran = await CheckedAsync(kernel.ExecuteAsync("Console.Write(\"Name? \"); var name = Console.ReadLine(); (name, password(\"Key:\")).ToString()", answers: ["Anna", "secret"]));
        Assert.Equal([("Name? ", false), ("Key:", true)], ran["stdin"]!.AsArray().Select(q => ((string)q!["content"]!["prompt"]!, (bool)q["content"]!["password"]!)));
        Assert.Equal("(Anna, secret)", (string?)Assert.Single(Outputs(ran))["content"]!["data"]!["text/plain"]);
        var refused = await CheckedAsync(ExecuteAsync(new JsonObject { ["code"] = "Console.ReadLine()", ["allow_stdin"] = false }));
        Assert.Contains("Make it a parameter", (string?)refused["reply"]!["content"]!["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_by_message_stops_the_cell_and_every_answer_has_its_own_parent()
    {
        await CheckedAsync(kernel.ExecuteAsync("var kept = 1;"));
        var loop = await SendAsync(new JsonObject { ["code"] = "kept = 2; Console.WriteLine(\"in\"); while (true) { }" });
        await CollectAsync(loop, "stream");
        var told = await CheckedAsync(kernel.RequestAsync("kernel_info_request", channel: "control"));
        Assert.All(All(told), m => Assert.Equal((string?)told["msg_id"], (string?)m["parent_header"]!["msg_id"]));
        Assert.Equal("ok", (string?)(await CheckedAsync(kernel.RequestAsync("interrupt_request", channel: "control")))["reply"]!["content"]!["status"]);
        var stopped = await CheckedAsync(loop);
        Assert.Equal("error", (string?)stopped["reply"]!["content"]!["status"]);
        Assert.Equal("error", Type(Assert.Single(Outputs(stopped))));
        Assert.Equal("2", (string?)Assert.Single(Outputs(await CheckedAsync(kernel.ExecuteAsync("kept"))))["content"]!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task Two_clients_get_each_their_own_replies_and_both_hear_the_outputs()
    {
        await kernel.OpenAsync("second");
        var ids = await Task.WhenAll(SendAsync(new JsonObject { ["code"] = "\"one\"" }), SendAsync(new JsonObject { ["code"] = "\"two\"" }, "second"));
        foreach (var (id, client, other, value) in new[] { (ids[0], "first", "second", "one"), (ids[1], "second", "first", "two") })
        {
            var own = await CollectAsync(id, client: client);
            Assert.Equal(id, (string?)own["reply"]!["parent_header"]!["msg_id"]);
            Assert.Equal(value, (string?)Assert.Single(Outputs(own))["content"]!["data"]!["text/plain"]);
            var heard = await CollectAsync(id, "execute_result", other);
            Assert.Null(heard["reply"]);
            Assert.Equal(value, (string?)Assert.Single(Outputs(heard))["content"]!["data"]!["text/plain"]);
        }

        await kernel.Probe.DoAsync("close", new JsonObject { ["client"] = "second" });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shutdown_is_answered_and_ends_the_process_while_a_cell_loops(bool restart)
    {
        var own = new JupyterKernelProcess();
        try
        {
            await own.InitializeAsync();
            var sent = await own.Probe.DoAsync("send", new JsonObject { ["type"] = "execute_request", ["content"] = new JsonObject { ["code"] = "Console.Write(1); while (true) { }" } });
            await own.Probe.DoAsync("collect", new JsonObject { ["msg_id"] = sent.GetProperty("msg_id").GetString(), ["until"] = "stream" });
            var told = Node(await own.RequestAsync("shutdown_request", new JsonObject { ["restart"] = restart }, channel: "control"));
            await MessageShapes.CheckAsync(All(told));
            Assert.Equal(restart, (bool)told["reply"]!["content"]!["restart"]!);
            await own.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(0, own.Process.ExitCode);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private static JsonNode Node(JsonElement element) => JsonNode.Parse(element.GetRawText())!;

    private static string Type(JsonNode message) => (string)message["msg_type"]!;

    private static int Count(JsonNode ran) => (int)ran["reply"]!["content"]!["execution_count"]!;

    private static IEnumerable<JsonNode> All(JsonNode answered) =>
        answered["iopub"]!.AsArray().Concat(answered["stdin"]!.AsArray()).Append(answered["reply"]).OfType<JsonNode>();

    private static IEnumerable<JsonNode> Outputs(JsonNode answered) => answered["iopub"]!.AsArray().OfType<JsonNode>().Where(m => Type(m) is not ("status" or "execute_input"));

    private static async Task<JsonNode> CheckedAsync(Task<JsonElement> answer)
    {
        var answered = Node(await answer);
        await MessageShapes.CheckAsync(All(answered));
        return answered;
    }

    private async Task<JsonNode> CheckedAsync(string id)
    {
        var answered = await CollectAsync(id);
        await MessageShapes.CheckAsync(All(answered));
        return answered;
    }

    private Task<JsonElement> ExecuteAsync(JsonObject content) => kernel.RequestAsync("execute_request", content);

    private async Task<string> SendAsync(JsonObject content, string client = "first") =>
        (await kernel.Probe.DoAsync("send", new JsonObject { ["type"] = "execute_request", ["content"] = content, ["client"] = client })).GetProperty("msg_id").GetString()!;

    private async Task<JsonNode> CollectAsync(string id, string? until = null, string client = "first")
    {
        var order = new JsonObject { ["msg_id"] = id, ["client"] = client };
        if (until is not null) order["until"] = until;
        return Node(await kernel.Probe.DoAsync("collect", order));
    }
}
