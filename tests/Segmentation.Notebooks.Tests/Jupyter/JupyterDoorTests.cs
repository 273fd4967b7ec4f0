using System.Text.Json;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>The kernel through Jupyter's own client: what the door is answerable for.</summary>
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
    public async Task A_cell_s_result_comes_between_busy_and_idle_under_the_request_s_own_header()
    {
        var answered = await kernel.ExecuteAsync("6 * 7");

        var messages = answered.GetProperty("iopub").EnumerateArray().ToArray();
        Assert.Equal(["status", "execute_input", "execute_result", "status"], messages.Select(m => m.GetProperty("msg_type").GetString()));
        Assert.Equal("42", messages[2].GetProperty("content").GetProperty("data").GetProperty("text/plain").GetString());
        // The parent is the request's header byte for byte, so fields that this kernel does not know come back too.
        Assert.All(messages, m => Assert.Equal(JsonValueKind.Object, m.GetProperty("parent_header").ValueKind));
        Assert.All(messages, m => Assert.Equal(answered.GetProperty("msg_id").GetString(), m.GetProperty("parent_header").GetProperty("msg_id").GetString()));
    }
}
