using System.Diagnostics;
using Segmentation.Notebooks.Tests.Run;

namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>The kernel, installed into an environment of its own as the README says, and a copy of the notebooks and the sample company.</summary>
public sealed class JupyterFixture : IAsyncLifetime
{
    private const string Jupyter = "/usr/bin/jupyter";
    private const string Packages = "apt-get install jupyter-client jupyter-nbconvert jupyter-notebook jupyter-server python3-nbclient python3-ipykernel";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("jupyter");

    /// <summary>Gets the folder with the copy of the notebooks.</summary>
    public string Notebooks => Path.Combine(root.FullName, "company", "notebooks");

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Jupyter), $"{Jupyter} was not found. The kernel is tested with Jupyter's own programs: {Packages}");
        foreach (var folder in new[] { "notebooks", "data-samples" }) SampleCompany.Copy(folder, Path.Combine(root.FullName, "company"));
        // Beside the tests the program is a copy without its project, so that nothing has to be published for the kernel.
        await RunAsync(Path.Combine(AppContext.BaseDirectory, "Segmentation.Notebooks"), "install", "--prefix", Path.Combine(root.FullName, "environment"));
    }

    public Task DisposeAsync()
    {
        root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs one of Jupyter's programs among the notebooks, and fails where it fails.</summary>
    /// <returns>What it wrote.</returns>
    public Task<string> JupyterAsync(params string[] arguments) => RunAsync(Jupyter, arguments);

    /// <summary>Runs a program among the notebooks, with our kernel known to Jupyter, and fails where it fails.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(Command(program, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        var said = await output + await errors;
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}. If a part of Jupyter is missing: {Packages}\n{said}");
        return said;
    }

    /// <summary>Returns how a program is started among the notebooks with our kernel known to Jupyter.</summary>
    internal ProcessStartInfo Command(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Notebooks };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["JUPYTER_PATH"] = Path.Combine(root.FullName, "environment", "share", "jupyter");
        foreach (var folder in new[] { "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR" }) start.Environment[folder] = Path.Combine(root.FullName, folder);
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        return start;
    }
}
