using System.Text.Json.Nodes;
using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>What is answered while a cell runs, what stops it, and what nobody knows; the authority is "Messaging in Jupyter".</summary>
public sealed class ControlTests : IDisposable
{
    private readonly KernelProbe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task Kernel_info_says_who_answers_on_both_channels()
    {
        foreach (var channel in new[] { KernelChannel.Shell, KernelChannel.Control })
        {
            var told = await probe.AskAsync("kernel_info_request", channel: channel);
            Assert.Equal(["busy", "kernel_info_reply", "idle"], told.Types);
            Assert.Equal(channel, told.Reply.Channel);
            Assert.Equal(("ok", NotebookKernel.ProtocolVersion), (told.Status, (string?)told.Content["protocol_version"]));
            Assert.Equal(("C#", ".cs"), ((string?)told.Content["language_info"]!["name"], (string?)told.Content["language_info"]!["file_extension"]));
        }
    }

    [Fact]
    public async Task Editors_are_answered_while_a_cell_runs_under_their_own_headers()
    {
        await probe.RunAsync("var accounts = 3;");
        var id = probe.SendCell("input(\"hold\"); accounts", new JsonObject { ["allow_stdin"] = true });
        await probe.WaitAsync(id, "input_request");
        var code = new JsonObject { ["code"] = "acc", ["cursor_pos"] = 3 };
        var waiting = probe.Send("kernel_info_request");
        foreach (var type in new[] { "complete", "inspect", "is_complete", "diagnose", "kernel_info", "comm_info" })
        {
            var told = await probe.AskAsync($"{type}_request", (JsonObject)code.DeepClone(), channel: KernelChannel.Control);
            Assert.Equal(["busy", $"{type}_reply", "idle"], told.Types);
            Assert.Equal((KernelChannel.Control, "ok"), (told.Reply.Channel, type == "is_complete" ? "ok" : told.Status));
        }

        Assert.DoesNotContain(probe.Messages, m => m.Parent?.Header.GetProperty("msg_id").GetString() == waiting);
        probe.Answer("on");
        var ran = await probe.AnswerAsync(id);
        Assert.Equal(["busy", "execute_input", "input_request", "execute_result", "execute_reply", "idle"], ran.Types);
        Assert.Equal("ok", (await probe.AnswerAsync(waiting)).Status);
    }

    [Theory]
    [InlineData(KernelChannel.Control)]
    [InlineData(KernelChannel.Shell)]
    public async Task An_interrupt_stops_a_loop_and_the_state_stays(KernelChannel channel)
    {
        await probe.RunAsync("var before = 1;");
        var id = probe.SendCell("before = 2; Console.WriteLine(\"in\"); while (true) await Task.Delay(1);");
        await probe.WaitAsync(id, "stream");
        var interrupted = await probe.AskAsync("interrupt_request", channel: channel);
        Assert.Equal(("ok", channel), (interrupted.Status, interrupted.Reply.Channel));
        var ran = await probe.AnswerAsync(id);
        Assert.Equal("error", ran.Status);
        Assert.Single(ran.Of("error"));
        Assert.Equal("2", (await probe.RunAsync("before")).Result);
    }

    [Fact]
    public async Task An_interrupt_reaches_a_cell_that_holds_every_thread_of_the_pool()
    {
        await probe.RunAsync("using System.Threading;");
        var id = probe.SendCell("var held = new CountdownEvent(Environment.ProcessorCount);\nfor (var i = 0; i < 5000; i++) ThreadPool.QueueUserWorkItem(_ => { if (!held.IsSet) held.Signal(); Thread.Sleep(500); }, null);\nheld.Wait(); display(\"held\"); Thread.Sleep(-1);");
        // Not from the pool, which the cell holds. Were the pool to work its queue off, the answer would come too late for the probe.
        var interrupts = new Thread(() =>
        {
            while (!probe.Messages.Any(m => m.Type == "display_data")) Thread.Yield();
            probe.Send("interrupt_request", channel: KernelChannel.Control);
        })
        { IsBackground = true };
        interrupts.Start();
        Assert.Equal("error", (await probe.AnswerAsync(id)).Status);
        Assert.Equal("2", (await probe.RunAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task An_interrupt_with_nothing_to_stop_is_answered_and_stops_nothing_later()
    {
        Assert.Equal("ok", (await probe.AskAsync("interrupt_request", channel: KernelChannel.Control)).Status);
        Assert.Equal("2", (await probe.RunAsync("1 + 1")).Result);
    }

    [Theory]
    [InlineData(true, KernelChannel.Control)]
    [InlineData(false, KernelChannel.Control)]
    [InlineData(false, KernelChannel.Shell)]
    public async Task A_shutdown_is_answered_while_a_cell_runs_and_tells_whether_the_kernel_comes_back(bool restart, KernelChannel channel)
    {
        var id = probe.SendCell("while (true) await Task.Delay(1);");
        await probe.WaitAsync(id, "execute_input");
        Assert.False(probe.Kernel.Finished.IsCompleted);
        var told = await probe.AskAsync("shutdown_request", new JsonObject { ["restart"] = restart }, channel: channel);
        Assert.Equal(["busy", "shutdown_reply", "idle"], told.Types);
        Assert.Equal(("ok", restart), (told.Status, (bool)told.Content["restart"]!));
        Assert.Equal(restart, await probe.Kernel.Finished);
    }

    [Theory]
    [InlineData("debug_request")]
    [InlineData("create_subshell_request")]
    [InlineData("nobody_knows")]
    [InlineData("comm_msg")]
    [InlineData("comm_close")]
    public async Task A_request_that_nobody_knows_gets_busy_and_idle_and_no_reply(string type)
    {
        foreach (var channel in new[] { KernelChannel.Shell, KernelChannel.Control })
            Assert.Equal(["busy", "idle"], (await probe.AskAsync(type, new JsonObject { ["comm_id"] = "x", ["data"] = new JsonObject() }, channel: channel)).Types);
    }

    [Fact]
    public async Task A_comm_for_a_target_that_nobody_knows_is_closed_at_once_and_none_is_open()
    {
        var opened = await probe.AskAsync("comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() });
        Assert.Equal(["busy", "comm_close", "idle"], opened.Types);
        Assert.Equal((KernelChannel.IoPub, "c1"), (opened.Messages[1].Channel, (string?)opened.Messages[1].Content["comm_id"]));
        Assert.Empty((await probe.AskAsync("comm_info_request", new JsonObject { ["target_name"] = "jupyter.widget" })).Content["comms"]!.AsObject());
    }

    [Theory]
    [InlineData("execute_request", "{}", "execute_request has no 'code' in its content; expected a text.")]
    [InlineData("execute_request", """{"code":null}""", "execute_request has no 'code' in its content; expected a text.")]
    [InlineData("execute_request", """{"code":5}""", "execute_request has a 'code' that is a number; expected a text.")]
    [InlineData("execute_request", """{"code":"1","silent":"yes"}""", "execute_request has a 'silent' that is a text; expected true or false.")]
    [InlineData("execute_request", """{"code":"1","user_expressions":[1]}""", "execute_request has a 'user_expressions' that is a list; expected an object.")]
    [InlineData("execute_request", """{"code":"1","user_expressions":{"a":1}}""", "execute_request has a 'user_expressions.a' that is a number; expected a text.")]
    [InlineData("execute_request", """{"code":"1","stop_on_error":{}}""", "execute_request has a 'stop_on_error' that is an object; expected true or false.")]
    [InlineData("complete_request", """{"code":"x","cursor_pos":1.5}""", "complete_request has a 'cursor_pos' that is a number; expected a whole number.")]
    [InlineData("inspect_request", """{"cursor_pos":0}""", "inspect_request has no 'code' in its content; expected a text.")]
    [InlineData("is_complete_request", "{}", "is_complete_request has no 'code' in its content; expected a text.")]
    [InlineData("diagnose_request", "{}", "diagnose_request has no 'code' in its content; expected a text.")]
    [InlineData("history_request", """{"hist_access_type":"all"}""", "history_request has the 'hist_access_type' 'all'; expected 'tail', 'range' or 'search'.")]
    [InlineData("shutdown_request", """{"restart":"yes"}""", "shutdown_request has a 'restart' that is a text; expected true or false.")]
    public async Task A_request_that_cannot_be_read_is_answered_with_what_was_found_and_expected(string type, string content, string expected)
    {
        var told = await probe.AskAsync(type, (JsonObject)JsonNode.Parse(content)!);
        Assert.Equal(["busy", type.Replace("_request", "_reply", StringComparison.Ordinal), "idle"], told.Types);
        Assert.Equal(("error", "MalformedRequest", expected), (told.Status, (string?)told.Content["ename"], (string?)told.Content["evalue"]));
        Assert.NotNull(told.Content["traceback"]);
        Assert.Equal(type == "execute_request", told.Content.ContainsKey("execution_count"));
        Assert.Equal("2", (await probe.RunAsync("1 + 1")).Result);
        Assert.False(probe.Kernel.Finished.IsCompleted);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_read_stops_nobody_else()
    {
        var hold = probe.SendCell("input(\"hold\")", new JsonObject { ["allow_stdin"] = true });
        await probe.WaitAsync(hold, "input_request");
        var malformed = probe.Send("execute_request", new JsonObject { ["code"] = 1, ["stop_on_error"] = 1 });
        var after = probe.SendCell("3");
        probe.Answer("on");
        Assert.Equal("error", (await probe.AnswerAsync(malformed)).Status);
        Assert.Equal("3", (await probe.AnswerAsync(after)).Result);
    }
}
