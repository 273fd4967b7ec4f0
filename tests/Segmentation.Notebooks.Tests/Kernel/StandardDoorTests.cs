using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Kernel;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>The door over standard input and output takes whatever comes: what is no message is told of and passed over.</summary>
public sealed class StandardDoorTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private readonly Pipe input = new();
    private readonly Pipe output = new();
    private readonly StringWriter log = new();
    private readonly CancellationTokenSource cancel = new();
    private StreamReader messages = null!;
    private Task door = null!;

    public Task InitializeAsync()
    {
        messages = new StreamReader(output.Reader.AsStream());
        door = new StandardDoor(output.Writer.AsStream(), TextWriter.Synchronized(log), TimeProvider.System, KernelOptions.Default with { LongestMessage = 2000 })
            .ServeAsync(new SessionOptions { Folder = AppContext.BaseDirectory }, input.Reader.AsStream(), cancel.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await input.Writer.CompleteAsync();
        await door.WaitAsync(LongEnough);
    }

    public void Dispose()
    {
        cancel.Dispose();
        messages.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task The_first_message_says_that_the_kernel_starts_and_the_next_answer_what_is_asked()
    {
        Assert.Equal("starting", (string?)(await NextAsync())["content"]!["execution_state"]);
        await WriteAsync(Message("kernel_info_request"));
        foreach (var expected in new[] { ("iopub", "status"), ("shell", "kernel_info_reply"), ("iopub", "status") })
        {
            var message = await NextAsync();
            Assert.Equal(expected, ((string?)message["channel"], (string?)message["header"]!["msg_type"]));
            // The parent is the request's header, fields that nobody here knows included.
            Assert.Equal("""{"msg_id":"1","msg_type":"kernel_info_request","own":[1]}""", message["parent_header"]!.ToJsonString());
            Assert.Equal(NotebookKernel.ProtocolVersion, (string?)message["header"]!["version"]);
            foreach (var part in new[] { "msg_id", "session", "username", "date" }) Assert.NotEqual(string.Empty, (string)message["header"]![part]!);
        }
    }

    [Theory]
    [InlineData("garbage", "it is not JSON from byte 0 on.")]
    [InlineData("{\"channel\":\"shell\"", "it is not JSON from byte 18 on.")]
    [InlineData("[]", "expected an object with 'channel', 'header', 'metadata' and 'content'.")]
    [InlineData("{\"channel\":\"shell\",\"header\":5,\"metadata\":{},\"content\":{}}", "it has no object 'header'.")]
    [InlineData("{\"channel\":\"shell\",\"header\":{\"msg_type\":\"x\"},\"metadata\":{}}", "it has no object 'content'.")]
    [InlineData("{\"channel\":\"shell\",\"header\":{},\"metadata\":{},\"content\":{}}", "its 'header' has no 'msg_type'.")]
    [InlineData("{\"channel\":\"shell\",\"header\":{\"msg_type\":\"\\ud800\"},\"metadata\":{},\"content\":{}}", "its 'header' has no 'msg_type'.")]
    [InlineData("{\"channel\":\"iopub\",\"header\":{\"msg_type\":\"x\"},\"metadata\":{},\"content\":{}}", "its 'channel' is none of 'shell', 'control' and 'stdin'.")]
    [InlineData("{\"channel\":1,\"header\":{\"msg_type\":\"x\"},\"metadata\":{},\"content\":{}}", "its 'channel' is none of 'shell', 'control' and 'stdin'.")]
    public async Task A_line_that_is_no_message_is_told_of_and_passed_over(string line, string why)
    {
        await WriteAsync(line);
        await LivesAsync();
        Assert.Equal($"kernel: line 1 of the input was passed over: {why}\n", log.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over_whole()
    {
        await WriteAsync(new string('x', 200_000));
        await LivesAsync();
        Assert.Equal("kernel: line 1 of the input was passed over: it has 200,000 bytes, at most 2,000 are read.\n", log.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_passed_over()
    {
        await input.Writer.WriteAsync(new byte[] { (byte)'"', 0xff, 0xfe, (byte)'"', (byte)'\n' });
        await LivesAsync();
        Assert.Equal("kernel: line 1 of the input was passed over: it is not valid UTF-8.\n", log.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Empty_lines_and_line_ends_of_windows_are_nothing_to_tell_of()
    {
        await WriteAsync("\n\r\n  \r");
        await WriteAsync(Message("kernel_info_request") + "\r");
        await LivesAsync();
        Assert.Empty(log.ToString());
    }

    [Fact]
    public async Task The_end_of_the_input_is_the_end_also_in_the_middle_of_a_line_and_while_a_cell_runs()
    {
        await WriteAsync(Message("execute_request", "{\"code\":\"while (true) await Task.Delay(1);\"}"));
        while ((string?)(await NextAsync())["header"]!["msg_type"] != "execute_input")
        {
        }

        await input.Writer.WriteAsync("{\"channel\""u8.ToArray());
        await input.Writer.CompleteAsync();
        await door.WaitAsync(LongEnough);
    }

    [Fact]
    public async Task A_signal_is_the_end_also_while_nothing_is_read()
    {
        await cancel.CancelAsync();
        await door.WaitAsync(LongEnough);
    }

    [Fact]
    public async Task A_shutdown_is_the_end_after_its_answer()
    {
        await WriteAsync(Message("shutdown_request", "{\"restart\":false}"));
        await door.WaitAsync(LongEnough);
        var types = new List<string?>();
        for (var i = 0; i < 4; i++) types.Add((string?)(await NextAsync())["header"]!["msg_type"]);
        Assert.Equal(["status", "status", "shutdown_reply", "status"], types);
    }

    [Fact]
    public async Task Text_of_every_script_passes_both_ways()
    {
        await WriteAsync(Message("execute_request", "{\"code\":\"\\\"Zoë 漢字 \U0001F600 \\\" + \\\"</script>\\\"\"}"));
        JsonNode message;
        do message = await NextAsync();
        while ((string?)message["header"]!["msg_type"] != "execute_result");
        Assert.Equal("Zoë 漢字 \U0001F600 </script>", (string?)message["content"]!["data"]!["text/plain"]);
    }

    private static string Message(string type, string content = "{}") =>
        $$"""{"channel":"shell","header":{"msg_id":"1","msg_type":"{{type}}","own":[1]},"parent_header":{},"metadata":{},"content":{{content}}}""";

    private async Task WriteAsync(string line) => await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));

    private async Task<JsonNode> NextAsync() => JsonNode.Parse((await messages.ReadLineAsync().WaitAsync(LongEnough))!)!;

    private async Task LivesAsync()
    {
        await WriteAsync(Message("kernel_info_request"));
        while ((string?)(await NextAsync())["header"]!["msg_type"] != "kernel_info_reply")
        {
        }
    }
}
