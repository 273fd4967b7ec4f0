using System.Collections.Immutable;
using System.Diagnostics;

namespace Segmentation.Benchmarks;

/// <summary>One way to do the job, as a command that prints one line of JSON.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="IsExact">Whether its answer has to be the true one.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments; <c>{file}</c> and <c>{folder}</c> stand for the data.</param>
public sealed record Contender(string Name, bool IsExact, string Program, ImmutableArray<string> Arguments)
{
    /// <summary>Runs the command and returns what it printed and how long the whole process took, in seconds.</summary>
    /// <param name="argument">From an argument as it stands to the one passed.</param>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public (string Output, double Seconds) Run(Func<string, string> argument)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Program, Arguments.Select(argument)) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{Program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0 ? (output, elapsed) : throw new InvalidOperationException($"{Name} ended with {process.ExitCode}; its message stands above.");
    }
}
