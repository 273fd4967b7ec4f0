using System.Globalization;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Session;

/// <summary>An interrupt stops a cell whatever it does, and the session goes on with what it had. The messages are this engine's contract.</summary>
public sealed class InterruptTests : IDisposable
{
    private const string Waits = "The cell was stopped while it waited; variables that it had set keep their values. What it waited for may go on by itself.";

    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("var n = 0L; for (;;) n++;")]
    [InlineData("do { } while (true);")]
    [InlineData("foreach (var i in Enumerable.Repeat(1, 9)) for (;;) { }")]
    [InlineData("long z = 0; again: z++; goto again;")]
    [InlineData("while (true) Console.WriteLine(1);")]
    [InlineData("while (true) try { while (true) { } } catch { }")]
    [InlineData("while (true) try { Thread.Sleep(1000); } catch { }")]
    [InlineData("try { while (true) { } } finally { Thread.Sleep(-1); }")]
    [InlineData("try { while (true) { } } finally { while (true) { } }")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Delay(1); Thread.Sleep(-1);")]
    [InlineData("async Task W() { while (true) await Task.Yield(); } await W();")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("Parallel.For(0, 4, i => { while (true) { } });")]
    [InlineData("Parallel.For(0L, long.MaxValue, i => Math.Sqrt(i));")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("var p = System.Diagnostics.Process.Start(\"sleep\", \"30\"); try { p.WaitForExit(); } finally { p.Kill(); }")]
    [InlineData("var o = new object(); var held = new ManualResetEventSlim(); new Thread(() => { lock (o) { held.Set(); Thread.Sleep(-1); } }) { IsBackground = true }.Start(); held.Wait(); lock (o) { }")]
    [InlineData("long G(int n) => n == 0 ? 1 : G(n - 1) + G(n - 1); G(60);")]
    [InlineData("Func<int, long> g = null!; g = n => n == 0 ? 1 : g(n - 1) + g(n - 1); g(60);")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).SelectMany(x => Enumerable.Repeat(x, 1000)).Count(x => x > 1);")]
    [InlineData("IEnumerable<int> All() { while (true) yield return 0; } All().Count();")]
    [InlineData("SpinWait.SpinUntil(() => false);")]
    public async Task Code_that_goes_on_stops_where_it_is(string source)
    {
        var error = await InterruptedAsync(source);
        Assert.Equal("The cell was stopped at line 1; variables that it had set keep their values.", error.Message);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public async Task A_cell_that_waits_is_not_waited_for() => Assert.Equal(Waits, (await InterruptedAsync("await Task.Delay(-1);")).Message);

    [Fact]
    public async Task A_cell_in_code_outside_of_dotnet_is_left_behind_and_the_message_says_so()
    {
        using var session = new NotebookSession(new SessionOptions { Interrupt = new InterruptOptions { AbandonAfter = TimeSpan.FromSeconds(0.5) } });
        var error = await InterruptedAsync(session, "var l = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0); l.Start(); l.AcceptTcpClient();");
        Assert.StartsWith("The cell could not be stopped within 0.5 s: it is inside a library, or waits in code outside .NET.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Restart the kernel before you rely on its variables.", error.Message, StringComparison.Ordinal);
        Assert.Null((await session.ExecuteAsync(new CellRequest("next", "1 + 1"), _ => { })).Error);
    }

    [Fact]
    public async Task The_line_of_the_loop_is_named()
    {
        var error = await InterruptedAsync("\n\nwhile (true)\n    Thread.Yield();");
        Assert.Equal(4, error.Line);
    }

    [Fact]
    public async Task A_statement_of_SQL_stops_and_the_database_stays()
    {
        await probe.RunAsync("#!sql\ncreate table kept as select 42 n");
        using var stop = new CancellationTokenSource();
        var run = probe.Session.ExecuteAsync(new CellRequest("cell", "display(1);\n#!sql\nwith recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r"), _ => stop.CancelAfter(100), stop.Token);
        var ran = await run.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(("Interrupted", "The cell was stopped; a statement of SQL that ran is undone, and variables that it had set keep their values."), (ran.Error!.Kind, ran.Error.Message));
        Assert.Contains("42", await probe.ShowsAsync("#!sql\nselect n from kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_is_being_compiled_stops_and_nothing_of_it_is_known()
    {
        var functions = string.Concat(Enumerable.Range(0, 4_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"int F{i}(int n) {{ foreach (var m in Enumerable.Range(0, n).Where(k => k > {i})) n += m; return n; }}\n")));
        using var stop = new CancellationTokenSource();
        // The first stretch has run when the second is compiled, which takes seconds.
        var run = probe.Session.ExecuteAsync(new CellRequest("cell", "var kept = 20; display(1);\n#!csharp\n" + functions), _ => stop.CancelAfter(200), stop.Token);
        var ran = await run.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(("Interrupted", "The cell was stopped; variables that it had set keep their values."), (ran.Error!.Kind, ran.Error.Message));
        Assert.Equal("22", await probe.ShowsAsync("int F0(int n) => n + 2;\nF0(kept)"));
        Assert.Equal("CS0103", (await probe.RunAsync("F1(1)")).Error!.Kind);
    }

    [Theory]
    [InlineData("int F(int n) => 1 + F(n + 1);\nF(0)", 1)]
    [InlineData("\nint P => P + 1;\nP", 2)]
    [InlineData("Func<int, int> f = null!;\nf = n => 1 + f(n + 1);\nf(0)", 2)]
    public async Task Calls_nested_too_deep_are_an_error_and_not_the_end_of_the_process(string source, int line)
    {
        var ran = await probe.RunAsync(source);
        Assert.StartsWith("Calls are nested too deep: a function calls itself", ran.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(("InsufficientExecutionStackException", (int?)line), (ran.Error.Kind, ran.Error.Line));
        Assert.Equal("2", await probe.ShowsAsync("1 + 1"));
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

    [Fact]
    public async Task An_interrupt_after_a_cell_does_not_hit_the_next()
    {
        using var stop = new CancellationTokenSource();
        await probe.RunAsync("var x = 1;", cancellation: stop.Token);
        await stop.CancelAsync();
        Assert.Equal("10", await probe.ShowsAsync("for (var i = 1; i < 10; i++) x++;\nx"));
    }

    private Task<CellError> InterruptedAsync(string source) => InterruptedAsync(probe.Session, source);

    private static async Task<CellError> InterruptedAsync(NotebookSession session, string source)
    {
        await session.ExecuteAsync(new CellRequest("before", "using System.Threading;\nvar before = 7;"), _ => { });
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = session.ExecuteAsync(new CellRequest("cell", $"display(\"begun\"); {source}"), _ => begun.TrySetResult(), stop.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        var ran = await run.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("Interrupted", ran.Error!.Kind);
        Assert.Equal(7, session.Variable("before"));
        return ran.Error;
    }
}
