using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Session;

/// <summary>An interrupt stops a cell whatever it does, and the session goes on with what it had.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("var n = 0L; for (;;) n++;")]
    [InlineData("do { } while (true);")]
    [InlineData("long z = 0; again: z++; goto again;")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("while (true) try { Thread.Sleep(1000); } catch { }")]
    [InlineData("long G(int n) => n == 0 ? 1 : G(n - 1) + G(n - 1);\nG(60)")]
    public async Task A_loop_stops_and_variables_stay(string source)
    {
        await probe.RunAsync("using System.Threading;\nvar before = 7;");
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var run = probe.Session.ExecuteAsync(new CellRequest("cell", $"display(\"begun\"); {source}"), o => begun.TrySetResult(), stop.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        var ran = await run.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("Interrupted", "The cell was stopped at line 1; variables that it had set keep their values."), (ran.Error!.Kind, ran.Error.Message));
        Assert.Equal("7", await probe.ShowsAsync("before"));
    }

    [Fact]
    public async Task A_cell_that_is_cancelled_before_it_begins_does_not_run()
    {
        await probe.RunAsync("var x = 1;");
        var ran = await probe.RunAsync("x = 2;", cancellation: new CancellationToken(canceled: true));
        Assert.Equal("The cell was stopped before it began; nothing of it ran.", ran.Error!.Message);
        Assert.Equal(ran.Error, ran.Outputs.OfType<CellOutput.Failed>().Single().Error);
        Assert.Equal("1", await probe.ShowsAsync("x"));
    }
}
