using System.Diagnostics;

namespace Segmentation.Benchmarks;

/// <summary>The peers: by npm, fetched when they are first needed, and in Python.</summary>
public static class Peers
{
    // A folder of each package that the scripts import: one that came later is fetched too.
    private static readonly string[] Packages = ["@duckdb", "nodejs-polars", "simple-statistics"];

    /// <summary>Returns the folder of the peers' scripts, with their packages in it.</summary>
    /// <param name="repository">Root of the repository.</param>
    /// <exception cref="InvalidOperationException">npm failed.</exception>
    public static string Fetch(string repository)
    {
        var folder = Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers");
        if (Packages.All(p => Directory.Exists(Path.Combine(folder, "node_modules", p)))) return folder;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("npm did not start; install Node.js 20 or later.");
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 ? folder : throw new InvalidOperationException($"npm ci in {folder} ended with {npm.ExitCode}; run it there to see why.");
    }

    /// <summary>Returns a Python interpreter that has a package; npm knows none, so the machine has to bring it.</summary>
    /// <param name="package">The package, as it is imported.</param>
    /// <exception cref="InvalidOperationException">No interpreter has it.</exception>
    public static string Python(string package) =>
        new[] { "python3", "/usr/bin/python3", "python" }.FirstOrDefault(p => Has(p, package))
        ?? throw new InvalidOperationException($"No Python with {package} was found; install it, on Debian as python3-{package}.");

    private static bool Has(string python, string package)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", $"import {package}"]) { RedirectStandardError = true });
            process?.StandardError.ReadToEnd();
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
