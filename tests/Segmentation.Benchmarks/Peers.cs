using System.Diagnostics;

namespace Segmentation.Benchmarks;

/// <summary>The peers by npm, fetched when they are first needed.</summary>
public static class Peers
{
    /// <summary>Returns the folder of the peers' scripts, with their packages in it.</summary>
    /// <param name="repository">Root of the repository.</param>
    /// <exception cref="InvalidOperationException">npm failed.</exception>
    public static string Fetch(string repository)
    {
        var folder = Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "@duckdb"))) return folder;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("npm did not start; install Node.js 20 or later.");
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 ? folder : throw new InvalidOperationException($"npm ci in {folder} ended with {npm.ExitCode}; run it there to see why.");
    }
}
