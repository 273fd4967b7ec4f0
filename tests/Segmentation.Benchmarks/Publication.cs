using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Segmentation.Benchmarks;

/// <summary>Our side of the comparisons, published as it is shipped.</summary>
public static class Publication
{
    /// <summary>Publishes the contender, compiled ahead of time together with its framework, and returns its path.</summary>
    /// <param name="repository">Root of the repository.</param>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static string Publish(string repository)
    {
        const string project = "Segmentation.Benchmarks.Contender";
        return Publish(
            Path.Combine(repository, "tests", project),
            Path.Combine(repository, "out", "benchmarks", "contender"),
            ["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true"]);
    }

    /// <summary>Publishes the notebooks' kernel as editors get it, and returns its path.</summary>
    /// <param name="repository">Root of the repository.</param>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static string PublishKernel(string repository) =>
        Publish(Path.Combine(repository, "lib", "Segmentation.Notebooks"), Path.Combine(repository, "out", "benchmarks", "kernel"), ["--use-current-runtime", "--no-self-contained"]);

    private static string Publish(string project, string folder, string[] kind)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", .. kind, "-o", folder, "-v", "q", "-nologo"])) ?? throw new InvalidOperationException("dotnet did not start.");
        publish.WaitForExit();
        var name = Path.GetFileName(project);
        if (publish.ExitCode != 0) throw new InvalidOperationException($"dotnet publish of {name} ended with {publish.ExitCode}; its message stands above.");
        return Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }
}
