namespace Segmentation.Notebooks.Session;

/// <summary>A thread that runs code of a cell, and can be woken while it does.</summary>
internal sealed class CellThread
{
    private const int Free = 0;
    private const int Kept = 1;
    private const int Waking = 2;

    [ThreadStatic]
    private static CellThread? current;

    private readonly Thread thread;

    // Kept while the thread is the engine's, so that it is woken only in code of the cell.
    private int state = Kept;
    private bool woken;

    public CellThread(int stack, Action<CellThread> work)
    {
        var run = () =>
        {
            current = this;
            work(this);
        };
        thread = new Thread(run.Invoke, stack) { IsBackground = true, Name = "cell" };
    }

    public void Start() => thread.UnsafeStart();

    /// <summary>Runs code of the cell on this thread.</summary>
    public void Run(Action code)
    {
        Volatile.Write(ref state, Free);
        try
        {
            code();
        }
        finally
        {
            Keep();
        }
    }

    /// <summary>Ends a sleep or a wait of the thread, if it is in one.</summary>
    public void Wake()
    {
        if (Interlocked.CompareExchange(ref state, Waking, Free) != Free) return;
        if ((thread.ThreadState & ThreadState.WaitSleepJoin) != 0)
        {
            woken = true;
            thread.Interrupt();
        }

        Volatile.Write(ref state, Free);
    }

    /// <summary>Runs code of the engine that waking must not end half way, such as the writing of a message.</summary>
    public static void Undisturbed(Action code)
    {
        if (current is not { } self || self.state == Kept)
        {
            code();
            return;
        }

        self.Keep();
        try
        {
            code();
        }
        finally
        {
            Volatile.Write(ref self.state, Free);
        }
    }

    private void Keep()
    {
        while (Interlocked.CompareExchange(ref state, Kept, Free) != Free) Thread.SpinWait(1);

        // It may have been woken just after its wait had ended: then the next wait would end, which is the engine's.
        while (woken)
        {
            try
            {
                Thread.Sleep(1);
                woken = false;
            }
            catch (ThreadInterruptedException)
            {
            }
        }
    }
}
