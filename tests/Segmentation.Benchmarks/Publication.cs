using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Segmentation.Benchmarks;

/// <summary>Our side of the comparison, published as a command is shipped.</summary>
public static class Publication
{
    /// <summary>Publishes the contender, compiled ahead of time together with its framework, and returns its path.</summary>
    /// <param name="repository">Root of the repository.</param>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static string Publish(string repository)
    {
        const string project = "Segmentation.Benchmarks.Contender";
        var folder = Path.Combine(repository, "out", "benchmarks", "contender");
        string[] arguments =
        [
            "publish", Path.Combine(repository, "tests", project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained",
            "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true", "-o", folder, "-v", "q", "-nologo",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments)) ?? throw new InvalidOperationException("dotnet did not start.");
        publish.WaitForExit();
        if (publish.ExitCode != 0) throw new InvalidOperationException($"dotnet publish of {project} ended with {publish.ExitCode}; its message stands above.");
        return Path.Combine(folder, OperatingSystem.IsWindows() ? project + ".exe" : project);
    }
}
