using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Tests.Jupyter.Zmtp;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>How a kernel starts, and how it ends: when it is asked, told, or left alone; each with a process of its own.</summary>
public sealed class JupyterLifeTests : IAsyncLifetime
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly JupyterKernelProcess kernel = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => kernel.DisposeAsync();

    [Fact]
    public async Task The_first_subscriber_is_told_that_it_starts_and_every_one_is_welcomed()
    {
        await kernel.StartAsync();
        using var first = RawPeer.Connected(kernel.Connection("iopub_port").GetInt32(), "SUB");
        first.Send([1]);
        Assert.Equal(("status", """{"execution_state":"starting"}"""), Read(first));
        Assert.Equal(("iopub_welcome", """{"subscription":""}"""), Read(first));
        using var second = RawPeer.Connected(kernel.Connection("iopub_port").GetInt32(), "SUB");
        second.Send([1, .. "kernel."u8]);
        Assert.Equal(("iopub_welcome", """{"subscription":"kernel."}"""), Read(second));

        static (string?, string) Read(RawPeer subscriber)
        {
            // Topic, delimiter, signature, header, parent header, metadata, content.
            var frames = subscriber.Message();
            Assert.Equal("{}", Encoding.ASCII.GetString(frames[4]));
            return (JsonSerializer.Deserialize<JsonElement>(frames[3]).GetProperty("msg_type").GetString(), Encoding.ASCII.GetString(frames[6]));
        }
    }

    // Jupyter Server asks for JupyterLab before its subscription has arrived, and JupyterLab waits for the idle of what it asked.
    [Fact]
    public async Task Who_subscribes_late_is_told_how_the_last_request_stands()
    {
        await kernel.InitializeAsync();
        var answered = await kernel.ExecuteAsync("1 + 1");
        using var late = RawPeer.Connected(kernel.Connection("iopub_port").GetInt32(), "SUB");
        late.Send([1]);
        Assert.Equal("iopub_welcome", JsonSerializer.Deserialize<JsonElement>(late.Message()[3]).GetProperty("msg_type").GetString());
        var frames = late.Message();
        Assert.Equal("""{"execution_state":"idle"}""", Encoding.ASCII.GetString(frames[6]));
        Assert.Equal(answered.GetProperty("msg_id").GetString(), JsonSerializer.Deserialize<JsonElement>(frames[4]).GetProperty("msg_id").GetString());
    }

    [Fact]
    public async Task A_shutdown_is_answered_with_reply_and_idle_before_the_process_ends_though_a_cell_runs_and_has_left_a_thread()
    {
        await kernel.InitializeAsync();
        var left = await kernel.ExecuteAsync("using System.Threading;\nnew Thread(() => Thread.Sleep(Timeout.Infinite)).Start();");
        Assert.Equal("ok", left.GetProperty("reply").GetProperty("content").GetProperty("status").GetString());
        await RunAsync("\"sleeps\".Display();\nThread.Sleep(Timeout.Infinite);");
        var answered = await kernel.RequestAsync("shutdown_request", new JsonObject { ["restart"] = false }, channel: "control");
        Assert.Equal("shutdown_reply", answered.GetProperty("reply").GetProperty("msg_type").GetString());
        Assert.False(answered.GetProperty("reply").GetProperty("content").GetProperty("restart").GetBoolean());
        await EndsAsync();
        Assert.Equal(0, kernel.Process.ExitCode);
    }

    [Fact]
    public async Task A_SIGTERM_ends_it_though_a_cell_loops()
    {
        await kernel.InitializeAsync();
        await RunAsync("\"loops\".Display();\nwhile (true) { }");
        using var kill = Process.Start("/bin/kill", ["-TERM", kernel.Process.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndsAsync();
    }

    [Fact]
    public async Task It_ends_when_the_program_that_started_it_is_gone()
    {
        using var parent = Process.Start("/bin/sleep", ["600"]);
        await kernel.StartAsync(("JPY_PARENT_PID", parent.Id.ToString(CultureInfo.InvariantCulture)));
        await kernel.OpenAsync();
        await kernel.RequestAsync("kernel_info_request");
        parent.Kill();
        await EndsAsync();
        Assert.Equal(0, kernel.Process.ExitCode);
    }

    // A cell that goes on, once it has said that it does.
    private async Task RunAsync(string code)
    {
        var sent = await kernel.Probe.DoAsync("send", new JsonObject { ["type"] = "execute_request", ["content"] = new JsonObject { ["code"] = code, ["silent"] = false, ["allow_stdin"] = false } });
        await kernel.Probe.DoAsync("collect", new JsonObject { ["msg_id"] = sent.GetProperty("msg_id").GetString(), ["until"] = "display_data" });
    }

    private async Task EndsAsync()
    {
        using var limit = new CancellationTokenSource(LongEnough);
        await kernel.Process.WaitForExitAsync(limit.Token);
    }
}
