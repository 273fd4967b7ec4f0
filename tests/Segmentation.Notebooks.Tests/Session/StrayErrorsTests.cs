using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Session;

/// <summary>
/// What a cell throws where nobody waits for it does not end the process: had it, no test here would end at all. That includes the checks of an
/// interrupted cell, wherever its code has got to.
/// </summary>
public sealed class StrayErrorsTests : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    // Each of these goes on for ever outside of the cell's own threads; 'Beat' says that it got there, and is where the check throws.
    [Theory]
    [InlineData("new Thread(() => { while (true) Beat(); }) { IsBackground = true }.Start();")]
    [InlineData("new Thread(() => { while (true) Beat(); }) { IsBackground = true }.UnsafeStart();")]
    [InlineData("new Thread(() => Task.Run(() => { while (true) Beat(); }).Wait()) { IsBackground = true }.Start();")]
    [InlineData("timer = new Timer(_ => Beat(), null, 0, 1);")]
    [InlineData("var t = new System.Timers.Timer(1); timer = t; t.Elapsed += (_, _) => Beat(); t.Start();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => { while (true) Beat(); });")]
    [InlineData("ThreadPool.UnsafeQueueUserWorkItem(_ => { while (true) Beat(); }, null);")]
    [InlineData("ThreadPool.RegisterWaitForSingleObject(new ManualResetEvent(true), (_, _) => { while (true) Beat(); }, null, -1, true);")]
    [InlineData("new CancellationTokenSource(1).Token.Register(() => { while (true) Beat(); });")]
    [InlineData("Task.Run(() => Parallel.For(0, 4, i => { while (true) Beat(); }));")]
    [InlineData("async void Forget() { while (true) { await Task.Delay(1); Beat(); } } Forget();")]
    [InlineData("async void Forget() { while (true) { await Task.Delay(1); Beat(); } } await Task.Run(Forget);")]
    [InlineData("async void Forget() { while (true) { await Task.Delay(1).ConfigureAwait(false); Beat(); } } Forget();")]
    [InlineData("async IAsyncEnumerable<int> All() { while (true) { await Task.Delay(1); Beat(); yield return 1; } } async void Forget() { await foreach (var n in All()) { } } Forget();")]
    [InlineData("_ = Task.Delay(1).ContinueWith(_ => { while (true) Beat(); });")]
    public async Task An_interrupt_ends_what_runs_beside_the_cell_and_not_the_process(string source)
    {
        await probe.ShowsAsync("using System.Threading;\nIDisposable? timer = null;\nvar kept = 7;\nvar beats = new SemaphoreSlim(0, int.MaxValue);\nvoid Beat() { beats.Release(); Thread.Sleep(1); }");
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = probe.Session.ExecuteAsync(
            new CellRequest("cell", $"void Beat() {{ beats.Release(); Thread.Sleep(1); }}\n{source}\nbeats.Wait(); display(1); await Task.Delay(-1);"), _ => begun.TrySetResult(), stop.Token);
        await begun.Task.WaitAsync(LongEnough);
        await stop.CancelAsync();
        Assert.Equal("Interrupted", (await run.WaitAsync(LongEnough)).Error!.Kind);
        Assert.Equal("8", await probe.ShowsAsync("timer?.Dispose(); Thread.Sleep(20); GC.Collect(); GC.WaitForPendingFinalizers();\nkept + 1"));
    }

    [Theory]
    [InlineData("new Thread(() => throw new FormatException(\"lost\")).Start();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => throw new FormatException(\"lost\"));")]
    [InlineData("async void Forget() { await Task.Yield(); throw new FormatException(\"lost\"); } await Task.Run(Forget);")]
    public async Task What_a_cell_throws_on_another_thread_is_told_on_its_standard_error(string source)
    {
        await probe.ShowsAsync("using System.Threading;");
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = await probe.Session.ExecuteAsync(new CellRequest("cell", source), output =>
        {
            if (output is CellOutput.Console { Stream: "stderr" } console) told.TrySetResult(console.Text);
        });
        Assert.Null(run.Error);
        Assert.Equal("FormatException on a thread or in a callback of a cell, for which nobody waits: lost\n", await told.Task.WaitAsync(LongEnough));
        Assert.Equal("2", await probe.ShowsAsync("1 + 1"));
    }

    [Fact]
    public async Task A_finalizer_that_throws_does_not_end_the_process()
    {
        await probe.ShowsAsync("class Last { ~Last() { Ended.Release(); throw new FormatException(); } public static readonly System.Threading.SemaphoreSlim Ended = new(0); }");
        Assert.Equal("true", await probe.ShowsAsync("void Make() => new Last();\nMake();\nvar ended = false;\nfor (var i = 0; i < 50 && !ended; i++) { GC.Collect(); ended = Last.Ended.Wait(200); }\nended"));
        Assert.Equal("2", await probe.ShowsAsync("GC.WaitForPendingFinalizers();\n1 + 1"));
    }
}
