using System.Runtime.InteropServices;

namespace Segmentation.Notebooks.Kernel;

/// <summary>
/// Takes standard input and output for the messages alone. A program that a cell starts, and native code, would read from and write to the same
/// two: on Unix they get an empty input, and their output goes to standard error. Windows has no such exchange; there the front end has to pass
/// over lines that are no messages.
/// </summary>
internal static partial class StandardStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>Returns the streams of the messages; to be called once, before anything else uses the console.</summary>
    public static (Stream Input, Stream Output) Take()
    {
        // These are duplicates that programs started later do not inherit.
        var streams = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        if (!OperatingSystem.IsWindows())
        {
            using var nothing = File.OpenHandle("/dev/null");
            _ = Duplicate((int)nothing.DangerousGetHandle(), Input);
            _ = Duplicate(Error, Output);
        }

        // What is written outside any cell must not come between the messages.
        Console.SetOut(Console.Error);
        return streams;
    }

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int from, int to);
}
