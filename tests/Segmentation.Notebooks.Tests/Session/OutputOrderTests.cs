using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Session;

/// <summary>What a cell puts out arrives in the order in which it did, up to the failure that ends it.</summary>
public sealed class OutputOrderTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task Console_displays_and_the_failure_come_in_order()
    {
        var ran = await probe.RunAsync("Console.Write(\"a\"); display(1); Console.Error.Write(\"b\"); 2.Display(); throw new Exception(\"c\");");
        Assert.Equal(
            ["stdout a", "shown 1", "stderr b", "shown 2", "failed c"],
            ran.Outputs.Select(o => o switch
            {
                CellOutput.Console c => $"{c.Stream} {c.Text}",
                CellOutput.Shown s => $"shown {s.Data.Plain}",
                CellOutput.Failed f => $"failed {f.Error.Message}",
                _ => "?",
            }));
    }

    [Fact]
    public async Task Console_text_of_a_cell_that_throws_is_not_lost() =>
        Assert.Equal("one\ntwo\n", (await probe.RunAsync("Console.WriteLine(\"one\"); Console.WriteLine(\"two\"); throw new Exception();")).Console);

    [Fact]
    public async Task A_task_that_a_cell_started_writes_to_that_cell() =>
        Assert.Equal("late\n", (await probe.RunAsync("await Task.Run(() => Console.WriteLine(\"late\"));")).Console);

    [Fact]
    public async Task Two_sessions_do_not_hear_each_other()
    {
        using var other = new Probe();
        var both = await Task.WhenAll(
            probe.RunAsync("for (var i = 0; i < 50; i++) { Console.Write(\"a\"); await Task.Yield(); }"),
            other.RunAsync("for (var i = 0; i < 50; i++) { Console.Write(\"b\"); await Task.Yield(); }"));
        Assert.Equal([new string('a', 50), new string('b', 50)], both.Select(b => b.Console));
    }

    [Fact]
    public async Task A_cell_cannot_wait_for_the_keyboard()
    {
        var ran = await probe.RunAsync("Console.ReadLine()");
        Assert.Contains("Make it a parameter", ran.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trailing_value_is_the_result_and_a_display_is_not()
    {
        var ran = await probe.RunAsync("display(1);\n2");
        Assert.Equal([false, true], ran.Outputs.OfType<CellOutput.Shown>().Select(s => s.IsResult));
    }
}
