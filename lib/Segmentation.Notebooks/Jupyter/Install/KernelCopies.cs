using System.ComponentModel;
using System.Security.Cryptography;
using Segmentation.Notebooks.CSharp;

namespace Segmentation.Notebooks.Jupyter.Install;

/// <summary>
/// Copies of the program that installed kernels start: compiled ahead of time, so that they start fast, and apart from the clone, so that building
/// there does not pull a running kernel's files away. Each stands in a folder named after what is in it.
/// </summary>
/// <param name="root">The folder of the copies.</param>
internal sealed class KernelCopies(string root)
{
    private const string Project = "Segmentation.Notebooks.csproj";
    private const int BuildDepth = 4;

    /// <summary>Gets the file name of the program.</summary>
    public static string ExecutableName { get; } = "Segmentation.Notebooks" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty);

    /// <summary>Returns the project that a folder of built files was built from; null where they are a copy that was published.</summary>
    /// <param name="program">The folder.</param>
    public static string? ProjectOf(string program)
    {
        var folder = new DirectoryInfo(program);
        for (var i = 0; i < BuildDepth && folder is not null; i++, folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, Project);
            if (File.Exists(project)) return project;
        }

        return null;
    }

    /// <summary>Publishes the project for this machine into a folder of its own.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The executable; or null, and why it cannot be done.</returns>
    public async Task<(string? Executable, string Problem)> PublishAsync(string project, CancellationToken cancellation)
    {
        Directory.CreateDirectory(root);
        var work = Directory.CreateDirectory(Path.Combine(root, Path.GetRandomFileName())).FullName;
        try
        {
            var made = Path.Combine(work, "made");
            // Artifacts of its own: the clone's build stays as it is.
            var (exit, output) = await DotnetCommand.RunAsync(
                Path.GetDirectoryName(project)!,
                ["publish", project, "-c", "Release", "--use-current-runtime", "--no-self-contained", "-o", made, "--artifacts-path", Path.Combine(work, "artifacts"), "-v", "quiet", "--nologo", "-nodeReuse:false"],
                cancellation).ConfigureAwait(false);
            if (exit != 0) return (null, FirstError(output));
            var folder = Path.Combine(root, Fingerprint(made));
            if (!Directory.Exists(folder)) Directory.Move(made, folder);
            return (Path.Combine(folder, ExecutableName), string.Empty);
        }
        catch (Win32Exception e)
        {
            return (null, $"'dotnet' cannot be started: {e.Message}");
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Removes the copies that nothing starts any more; one that a running kernel holds stays until the next time.</summary>
    /// <param name="kept">Executables that are still started.</param>
    /// <returns>The folders that were removed.</returns>
    public IReadOnlyList<string> Prune(IReadOnlyCollection<string> kept)
    {
        if (!Directory.Exists(root)) return [];
        return [.. Directory.GetDirectories(root).Where(f => !kept.Contains(Path.Combine(f, ExecutableName))).Where(Remove)];
    }

    private static bool Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps the files of a running program.
            return false;
        }
    }

    private static string FirstError(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.LastOrDefault() ?? "dotnet publish failed and said nothing.";
    }

    private static string Fingerprint(string folder)
    {
        const int Length = 16;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal)) hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
