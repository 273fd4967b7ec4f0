using System.Text.Json.Nodes;
using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>Cells that ask; the authority is "Messaging in Jupyter", section "Messages on the stdin channel".</summary>
public sealed class InputTests : IDisposable
{
    private readonly KernelProbe probe = new();

    public void Dispose() => probe.Dispose();

    [Theory]
    [InlineData("Console.Write(\"Name? \"); Console.ReadLine()", "Name? ", false)]
    [InlineData("input(\"Name? \")", "Name? ", false)]
    [InlineData("password(\"Key:\")", "Key:", true)]
    [InlineData("await Console.In.ReadLineAsync()", "", false)]
    public async Task A_question_goes_to_who_sent_the_cell_and_its_answer_comes_back(string code, string prompt, bool secret)
    {
        var id = Asking(code);
        var question = await probe.WaitAsync(id, "input_request");
        Assert.Equal(KernelChannel.Stdin, question.Channel);
        Assert.Equal((prompt, secret), ((string?)question.Content["prompt"], (bool)question.Content["password"]!));
        probe.Answer("Anna");
        var ran = await probe.AnswerAsync(id);
        Assert.Equal("Anna", ran.Result);
        Assert.Empty(ran.Console);
    }

    [Fact]
    public async Task Without_leave_to_ask_a_cell_that_reads_fails_and_says_the_remedy()
    {
        foreach (var code in new[] { "Console.ReadLine()", "input(\"x\")", "password()", "Console.Read()" })
        {
            var ran = await probe.RunAsync(code, new JsonObject { ["allow_stdin"] = false });
            Assert.Equal("A cell cannot read from the console: nobody may be there to answer. Make it a parameter: a variable in the cell tagged 'parameters'.", (string?)ran.Content["evalue"]);
            Assert.Empty(ran.Of("input_request"));
        }
    }

    [Fact]
    public async Task An_interrupt_ends_the_wait_and_an_answer_that_comes_too_late_is_not_the_next_one_s()
    {
        var id = Asking("var kept = 5; input(\"never\")");
        await probe.WaitAsync(id, "input_request");
        Assert.Equal("ok", (await probe.AskAsync("interrupt_request", channel: KernelChannel.Control)).Status);
        var ran = await probe.AnswerAsync(id);
        Assert.Equal("error", ran.Status);
        Assert.Single(ran.Of("error"));
        probe.Answer("too late");
        var next = Asking("(kept, input(\"next\")).ToString()");
        await probe.WaitAsync(next, "input_request");
        probe.Answer("right");
        Assert.Equal("(5, right)", (await probe.AnswerAsync(next)).Result);
    }

    [Fact]
    public async Task The_end_of_the_input_is_null_as_on_a_terminal()
    {
        var id = Asking("Console.ReadLine() is null");
        await probe.WaitAsync(id, "input_request");
        probe.Answer("\u0004");
        Assert.Equal("true", (await probe.AnswerAsync(id)).Result, ignoreCase: true);
    }

    [Fact]
    public async Task An_answer_without_a_value_is_the_cell_s_error_and_not_the_kernel_s_end()
    {
        var id = Asking("input(\"x\")");
        await probe.WaitAsync(id, "input_request");
        probe.Send("input_reply", new JsonObject { ["valu"] = 1 }, channel: KernelChannel.Stdin);
        var ran = await probe.AnswerAsync(id);
        Assert.Equal("input_reply has no 'value' in its content; expected a text.", (string?)ran.Content["evalue"]);
        Assert.Equal("2", (await probe.RunAsync("1 + 1")).Result);
    }

    private string Asking(string code) => probe.SendCell(code, new JsonObject { ["allow_stdin"] = true });
}
