using System.Diagnostics;
using Segmentation.Notebooks.CSharp;

namespace Segmentation.Notebooks.Session;

/// <summary>
/// Runs the code of one cell so that an interrupt stops it: first by the checks that were compiled into it, then by waking its threads; and
/// leaves behind what neither stops.
/// </summary>
/// <remarks>
/// Threads are not aborted. .NET has a way to (<c>ControlledExecution</c>), but on Linux .NET 10 then ends the whole process in every other
/// case: whenever the abort meets the thread outside of a loop without calls. Code left behind costs less than a session.
/// </remarks>
internal sealed class CellCode(string cell, CellScope scope, SessionOptions session, CancellationToken cancellation) : IDisposable
{
    private readonly InterruptOptions options = session.Interrupt;
    private readonly CellThreads threads = new(session.CellStack, e => scope.Write("stderr", $"{ThrownErrors.Describe(e, cell, session.Format).Kind} in an 'async void', for which nobody waits: {e.Message}\n"));

    /// <summary>Runs code and returns its value.</summary>
    /// <exception cref="CellFailure">The code threw, or was interrupted.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        var running = threads.Start(code);
        try
        {
            return await running.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is not CellFailure)
        {
            throw new CellFailure(ThrownErrors.Describe(e, cell, session.Format));
        }

        throw new CellFailure(await StopAsync(running).ConfigureAwait(false));
    }

    /// <summary>Lets the threads go that wait for more.</summary>
    public void Dispose() => threads.End();

    private async Task<CellError> StopAsync(Task running)
    {
        var watch = Stopwatch.StartNew();
        // Counted in looks, not read off a clock: when the machine stands still, so do the looks.
        var rested = TimeSpan.Zero;
        scope.Stop();
        while (!running.IsCompleted && rested < options.RestAfter && watch.Elapsed < options.AbandonAfter)
        {
            await Task.WhenAny(running, Task.Delay(options.LookEvery, CancellationToken.None)).ConfigureAwait(false);
            rested = threads.IsResting ? rested + options.LookEvery : TimeSpan.Zero;
            if (watch.Elapsed >= options.WakeAfter) threads.Wake();
        }

        threads.Close();
        if (running.IsCompletedSuccessfully) return Interruption.TooLate();
        if (running.IsCompleted) return Interruption.Stopped(ThrownErrors.Describe(await ThrownAsync(running).ConfigureAwait(false), cell, session.Format).Line);
        return rested > TimeSpan.Zero ? Interruption.StoppedWaiting() : Interruption.Abandoned(options.AbandonAfter);
    }

    private static async Task<Exception> ThrownAsync(Task failed)
    {
        try
        {
            await failed.ConfigureAwait(false);
            throw new UnreachableException();
        }
        catch (Exception e) when (e is not UnreachableException)
        {
            return e;
        }
    }
}
