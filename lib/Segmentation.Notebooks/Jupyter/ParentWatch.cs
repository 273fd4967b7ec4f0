using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Segmentation.Notebooks.Jupyter;

/// <summary>Tells when the program that started the kernel has ended without a word, so that no kernel is left behind.</summary>
internal static partial class ParentWatch
{
    /// <summary>The environment variable in which Jupyter tells a kernel who started it.</summary>
    public const string Variable = "JPY_PARENT_PID";

    /// <summary>Returns a task that ends when the parent has ended; one that never ends where nobody told who that is.</summary>
    /// <param name="parent">The variable's value: a process id; on Windows a handle that this process has inherited.</param>
    /// <param name="interval">How often to look.</param>
    /// <param name="cancellation">Stops looking.</param>
    public static Task EndAsync(string? parent, TimeSpan interval, CancellationToken cancellation)
    {
        if (!long.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 1) return Task.Delay(Timeout.Infinite, cancellation);
        // Its own thread: a cell may hold every thread of the pool.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            if (OperatingSystem.IsWindows()) WaitForHandle((nint)number, cancellation);
            else WaitForProcess((int)number, interval, cancellation);
            ended.TrySetResult();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
        return ended.Task;
    }

    private static void WaitForProcess(int id, TimeSpan interval, CancellationToken cancellation)
    {
        try
        {
            using var parent = Process.GetProcessById(id);
            // A parent that nobody has buried still counts as a process, but it has no children any more.
            var isChild = ParentId() == id;
            while (!parent.HasExited && (!isChild || ParentId() == id) && !cancellation.WaitHandle.WaitOne(interval)) parent.Refresh();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    private static void WaitForHandle(nint handle, CancellationToken cancellation)
    {
        using var parent = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        WaitHandle.WaitAny([parent, cancellation.WaitHandle]);
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();
}
