namespace Segmentation.Notebooks.Session;

/// <summary>
/// The threads of one cell. Its code starts here and, where it does not ask otherwise, comes back here after each <c>await</c>; so the engine
/// knows which threads to stop. There are as many as the cell keeps busy, so that code which waits for its own tasks does not wait for ever.
/// </summary>
/// <param name="stack">Bytes of stack of each.</param>
/// <param name="unhandled">Told of what code threw that nobody waits for.</param>
#pragma warning disable CA1001 // It holds nothing but memory, and code that a cell left behind may use it for ever.
internal sealed class CellThreads(int stack, Action<Exception> unhandled) : SynchronizationContext
{
    private readonly Lock gate = new();
    private readonly Queue<Action> queue = new();
    private readonly HashSet<CellThread> busy = [];
    private readonly SemaphoreSlim work = new(0);
    private int idle;
    private bool ended;
    private bool closed;

    /// <summary>Gets whether no thread runs code of the cell, and none is about to.</summary>
    public bool IsResting
    {
        get
        {
            lock (gate) return busy.Count == 0 && queue.Count == 0;
        }
    }

    /// <summary>Starts code of the cell.</summary>
    public async Task<T> Start<T>(Func<Task<T>> code)
    {
        var started = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(
            _ =>
            {
                try
                {
                    started.SetResult(code());
                }
                catch (Exception e)
                {
                    started.SetException(e);
                }
            },
            null);
        return await (await started.Task.ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Ends the sleeps and waits of the cell's threads.</summary>
    public void Wake()
    {
        CellThread[] threads;
        lock (gate) threads = [.. busy];
        foreach (var thread in threads) thread.Wake();
    }

    /// <summary>Lets idle threads go: the cell has ended. What it left to run in the background still does.</summary>
    public void End()
    {
        lock (gate)
        {
            ended = true;
            if (idle > 0) work.Release(idle);
        }
    }

    /// <summary>Runs nothing more of the cell: what comes back from a wait later is dropped.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            queue.Clear();
        }

        End();
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        var flowing = ExecutionContext.Capture();
        CellThread.Undisturbed(() => Enqueue(() =>
        {
            if (flowing is null) d(state);
            else ExecutionContext.Run(flowing, s => d(s), state);
        }));
    }

    private void Enqueue(Action code)
    {
        lock (gate)
        {
            if (closed) return;
            queue.Enqueue(code);
            if (idle >= queue.Count) work.Release();
            else new CellThread(stack, Work).Start();
        }
    }

    private void Work(CellThread thread)
    {
        SetSynchronizationContext(this);
        while (true)
        {
            while (Next(thread) is { } code)
            {
                try
                {
                    thread.Run(code);
                }
                catch (Exception e)
                {
                    // Nobody waits for what an 'async void' throws; left alone, it would end the process.
                    unhandled(e);
                }
            }

            lock (gate)
            {
                if (ended) return;
                idle++;
            }

            work.Wait();
            lock (gate) idle--;
        }
    }

    private Action? Next(CellThread thread)
    {
        lock (gate)
        {
            busy.Remove(thread);
            if (queue.TryDequeue(out var code)) busy.Add(thread);
            return code;
        }
    }
}
