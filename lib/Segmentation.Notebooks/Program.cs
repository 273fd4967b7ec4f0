using System.Runtime.InteropServices;
using Segmentation.Notebooks.Run;
using Spectre.Console;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await CommandLine.RunAsync(args, AnsiConsole.Console, stop.Token);

void Stop(PosixSignalContext signal)
{
    // A second signal ends the process at once.
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
