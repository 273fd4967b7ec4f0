using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>The kernel through Jupyter's own client over libzmq: what the door is answerable for.</summary>
public sealed class JupyterDoorTests(JupyterKernelProcess kernel) : IClassFixture<JupyterKernelProcess>
{
    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public async Task Kernel_info_is_answered_on_shell_and_control_between_busy_and_idle(string channel)
    {
        var answered = await kernel.RequestAsync("kernel_info_request", channel: channel);

        Assert.Equal(channel, answered.GetProperty("reply").GetProperty("channel").GetString());
        Assert.Equal("ok", answered.GetProperty("reply").GetProperty("content").GetProperty("status").GetString());
        Assert.Equal(["busy", "idle"], answered.GetProperty("iopub").EnumerateArray().Select(m => m.GetProperty("content").GetProperty("execution_state").GetString()));
    }

    [Fact]
    public async Task A_cell_s_result_comes_between_busy_and_idle_under_the_request_s_header()
    {
        var answered = await kernel.ExecuteAsync("6 * 7");

        var messages = answered.GetProperty("iopub").EnumerateArray().ToArray();
        Assert.Equal(["status", "execute_input", "execute_result", "status"], Types(answered));
        Assert.Equal("42", messages[2].GetProperty("content").GetProperty("data").GetProperty("text/plain").GetString());
        Assert.All(messages, m => Assert.Equal(answered.GetProperty("msg_id").GetString(), m.GetProperty("parent_header").GetProperty("msg_id").GetString()));
    }

    [Fact]
    public async Task Heartbeats_come_back_also_while_a_cell_holds_every_thread_of_the_pool()
    {
        var running = await SendAsync("""
            using System.Threading;
            ThreadPool.GetMaxThreads(out var most, out var mostPorts);
            ThreadPool.GetMinThreads(out var least, out var leastPorts);
            ThreadPool.SetMinThreads(8, leastPorts);
            ThreadPool.SetMaxThreads(8, mostPorts);
            var started = 0;
            for (var i = 0; i < 20; i++) ThreadPool.UnsafeQueueUserWorkItem(_ => { Interlocked.Increment(ref started); Thread.Sleep(1_000); }, null);
            while (Volatile.Read(ref started) < 6) Thread.Sleep(1);
            "held".Display();
            Thread.Sleep(1_000);
            ThreadPool.SetMaxThreads(most, mostPorts);
            ThreadPool.SetMinThreads(least, leastPorts);
            """);
        await kernel.Probe.DoAsync("collect", new JsonObject { ["msg_id"] = running, ["until"] = "display_data" });
        for (var i = 0; i < 10; i++)
        {
            var beat = await kernel.Probe.DoAsync("heartbeat", new JsonObject { ["bytes"] = Convert.ToBase64String(Encoding.ASCII.GetBytes($"beat {i}")), ["timeout"] = 2 });
            Assert.Equal($"beat {i}", Encoding.ASCII.GetString(beat.GetProperty("bytes").GetBytesFromBase64()));
        }

        await CollectAsync(running);
    }

    [Fact]
    public async Task Two_clients_at_once_each_get_their_own_replies_and_both_hear_everything()
    {
        await kernel.OpenAsync("second");
        var mine = await SendAsync("\"of the first\"");
        var theirs = await SendAsync("\"of the second\"", "second");
        Assert.Equal("of the first", Result(await CollectAsync(mine)));
        Assert.Equal("of the second", Result(await CollectAsync(theirs, "second")));
        // What the other asked for was heard here too, under his header.
        var overheard = await kernel.Probe.DoAsync("unasked", new JsonObject { ["client"] = "second", ["count"] = 3 });
        Assert.Contains(overheard.EnumerateArray(), m => m.GetProperty("parent_header").TryGetProperty("msg_id", out var id) && id.GetString() == mine);
        Assert.DoesNotContain(overheard.EnumerateArray(), m => m.GetProperty("channel").GetString() == "shell");
        await kernel.Probe.DoAsync("close", new JsonObject { ["client"] = "second" });
    }

    [Fact]
    public async Task A_question_of_a_cell_goes_to_the_client_that_ran_it()
    {
        await kernel.OpenAsync("asked");
        var answered = await kernel.ExecuteAsync("Console.ReadLine() + \"!\"", "asked", "yes");
        Assert.Equal("yes!", Result(answered));
        Assert.Single(answered.GetProperty("stdin").EnumerateArray());
        var others = await kernel.Probe.DoAsync("unasked");
        Assert.DoesNotContain(others.EnumerateArray(), m => m.GetProperty("channel").GetString() == "stdin");
        await kernel.Probe.DoAsync("close", new JsonObject { ["client"] = "asked" });
    }

    [Fact]
    public async Task A_client_that_goes_and_comes_again_is_served_and_finds_the_session_as_it_was()
    {
        await kernel.OpenAsync("coming");
        await kernel.ExecuteAsync("var kept = 7;", "coming");
        await kernel.Probe.DoAsync("close", new JsonObject { ["client"] = "coming" });
        await kernel.OpenAsync("coming");
        Assert.Equal("7", Result(await kernel.ExecuteAsync("kept", "coming")));
        await kernel.Probe.DoAsync("close", new JsonObject { ["client"] = "coming" });
    }

    [Theory]
    [InlineData("unsigned", "it is not signed")]
    [InlineData("signed with another key", "its signature is not that of its content")]
    [InlineData("tampered with", "its signature is not that of its content")]
    [InlineData("sent twice", "it was sent before")]
    [InlineData("no JSON", "its content is not JSON")]
    public async Task A_message_that_is_not_to_be_trusted_does_nothing_but_leave_a_line_in_the_log(string how, string why)
    {
        await kernel.ExecuteAsync("var runs = 0;");
        var order = new JsonObject
        {
            ["parts"] = new JsonArray(
                new JsonObject { ["msg_id"] = "forged " + how, ["msg_type"] = "execute_request", ["session"] = "s", ["username"] = "u", ["version"] = "5.3", ["date"] = "2026-11-22T00:00:00Z" }.ToJsonString(),
                "{}",
                "{}",
                how == "no JSON" ? "{\"code\":" : new JsonObject { ["code"] = "runs++;", ["silent"] = false, ["allow_stdin"] = false }.ToJsonString()),
            ["key"] = how switch { "unsigned" or "tampered with" => null, "signed with another key" => "another key", _ => JupyterKernelProcess.Key },
            ["signature"] = how == "tampered with" ? new string('0', 64) : string.Empty,
            ["times"] = how == "sent twice" ? 2 : 1,
        };
        await kernel.Probe.DoAsync("frames", order);
        var line = await kernel.ErrorAsync(why);
        Assert.StartsWith("segmentation kernel: shell: a message was dropped: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("runs", line, StringComparison.Ordinal);
        Assert.Equal(how == "sent twice" ? "1" : "0", Result(await kernel.ExecuteAsync("runs")));
    }

    [Fact]
    public async Task A_request_over_the_limit_ends_its_connection_and_the_client_is_back_by_itself()
    {
        // 65 MiB, over the 64 MiB that are taken; libzmq connects again after it was dropped.
        await kernel.OpenAsync("large");
        await kernel.Probe.DoAsync("oversized", new JsonObject { ["client"] = "large", ["bytes"] = 65 << 20 });
        Assert.Contains("was dropped: a frame of ", await kernel.ErrorAsync("at most "), StringComparison.Ordinal);
        Assert.Equal("2", Result(await kernel.ExecuteAsync("1 + 1")));
        await kernel.Probe.DoAsync("close", new JsonObject { ["client"] = "large" });
        await kernel.OpenAsync("large");
        Assert.Equal("3", Result(await kernel.ExecuteAsync("1 + 2", "large")));
        await kernel.Probe.DoAsync("close", new JsonObject { ["client"] = "large" });
    }

    [Fact]
    public async Task A_result_of_20_MB_comes_whole_and_once()
    {
        var answered = await kernel.ExecuteAsync("class Large { public string ToHtml() => new('x', 20_000_000); }\nnew Large()");
        var result = Assert.Single(answered.GetProperty("iopub").EnumerateArray(), m => m.GetProperty("msg_type").GetString() == "execute_result");
        Assert.Equal(20_000_000, result.GetProperty("content").GetProperty("data").GetProperty("text/html").GetString()!.Length);
    }

    [Fact]
    public void No_other_address_of_the_machine_is_listened_on()
    {
        foreach (var field in new[] { "shell_port", "control_port", "stdin_port", "iopub_port", "hb_port" })
        {
            using var other = new TcpClient();
            var refused = Assert.Throws<SocketException>(() => other.Connect(IPAddress.Parse("127.0.0.2"), kernel.Connection(field).GetInt32()));
            Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        }
    }

    [Fact]
    public async Task A_second_kernel_on_the_same_ports_says_which_and_what_to_do()
    {
        using var second = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(JupyterKernelProcess.Executable, ["kernel", kernel.ConnectionFile]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await second.StandardOutput.ReadToEndAsync();
        await second.WaitForExitAsync();
        Assert.Equal(1, second.ExitCode);
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"Cannot listen on 127.0.0.1:{kernel.Connection("shell_port").GetInt32()}, the shell_port of '{kernel.ConnectionFile}': "), said, StringComparison.Ordinal);
        Assert.EndsWith("Remedy: start the kernel again from Jupyter, which chooses other ports.\n", said, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Types(JsonElement answered) => answered.GetProperty("iopub").EnumerateArray().Select(m => m.GetProperty("msg_type").GetString());

    private static string? Result(JsonElement answered)
    {
        var result = answered.GetProperty("iopub").EnumerateArray().FirstOrDefault(m => m.GetProperty("msg_type").GetString() == "execute_result");
        Assert.True(result.ValueKind == JsonValueKind.Object, answered.GetRawText());
        return result.GetProperty("content").GetProperty("data").GetProperty("text/plain").GetString();
    }

    private async Task<string> SendAsync(string code, string client = "first")
    {
        var sent = await kernel.Probe.DoAsync("send", new JsonObject { ["client"] = client, ["type"] = "execute_request", ["content"] = new JsonObject { ["code"] = code, ["silent"] = false, ["allow_stdin"] = false } });
        return sent.GetProperty("msg_id").GetString()!;
    }

    private Task<JsonElement> CollectAsync(string id, string client = "first") => kernel.Probe.DoAsync("collect", new JsonObject { ["client"] = client, ["msg_id"] = id });
}
