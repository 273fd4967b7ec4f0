using System.Runtime.InteropServices;
using Segmentation.Notebooks.Run;
using Spectre.Console;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// A log file or a pipe gets plain text.
var console = Console.IsOutputRedirected
    ? AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No })
    : AnsiConsole.Console;
// Threads that a cell has left running do not keep the process.
Environment.Exit(await CommandLine.RunAsync(args, console, stop.Token));

void Stop(PosixSignalContext signal)
{
    // A second signal ends the process at once.
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
