using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Run;
using Segmentation.Report;

namespace Segmentation.Notebooks.Jupyter.Install;

/// <summary>The command <c>install</c>: makes the kernel known to Jupyter programs, says what is known, and takes it away.</summary>
/// <param name="options">Where.</param>
/// <param name="say">Takes a line for whoever asked.</param>
internal sealed class KernelInstall(InstallOptions options, Action<string> say)
{
    /// <summary>The kernel's own name.</summary>
    public const string Name = "segmentation";

    /// <summary>The name that .NET (C#) notebooks carry, ours too, so that other .NET engines run them: Jupyter programs look a notebook's kernel up by it.</summary>
    public const string SharedName = ".net-csharp";

    private const string DisplayName = "Segmentation (C#, SQL)";
    private const string SharedDisplayName = "Segmentation (for .NET C# notebooks)";

    private readonly KernelCopies copies = new(Path.Combine(options.Prefix is { } prefix ? Path.Combine(Path.GetFullPath(prefix), "share") : options.ProgramData, "segmentation-notebooks", "kernel"));

    private string Kernels => JupyterFolders.Kernels(options.Prefix is { } prefix ? JupyterFolders.OfPrefix(prefix) : options.Folders.User);

    /// <summary>Installs, over what this product has installed there before.</summary>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <exception cref="RunException">A kernel of somebody else has the name.</exception>
    public async Task InstallAsync(CancellationToken cancellation)
    {
        var folder = Path.Combine(Kernels, Name);
        if (KernelSpec.Read(folder) is { IsOurs: false } other)
            throw new RunException($"'{folder}' holds a kernel that this program has not written ('{other.DisplayName}'); it was left as it is. Remedy: remove or rename that folder, or install elsewhere with --prefix DIR.");
        var before = Ours().Select(s => s.Executable).ToArray();
        var (executable, note) = await ProgramAsync(cancellation).ConfigureAwait(false);
        if (!File.Exists(executable)) throw new RunException($"'{executable}' does not exist: the kernel has nothing to start. Remedy: build lib/Segmentation.Notebooks, and install again.");
        var (environment, files) = (Environment(), Files());
        KernelSpec.Write(folder, DisplayName, executable, environment, files);
        say($"Installed in {Kernels}:");
        say($"  {Name,-14} \"{DisplayName}\", for new notebooks");
        if (Known().FirstOrDefault(s => s.Name == SharedName && !s.IsOurs) is { } foreign)
        {
            say($"Not installed: '{SharedName}', the kernel that the notebooks in notebooks/ name. {foreign.Folder} is somebody else's ('{foreign.DisplayName}') and was left as it is, so they run there.");
            say($"To run them here, choose \"{DisplayName}\" in the Kernel menu; on a command line: jupyter nbconvert --execute --ExecutePreprocessor.kernel_name={Name} …, or papermill --kernel {Name} …");
        }
        else
        {
            KernelSpec.Write(Path.Combine(Kernels, SharedName), SharedDisplayName, executable, environment.DeepClone().AsObject(), files);
            say($"  {SharedName,-14} \"{SharedDisplayName}\", for notebooks that name this kernel, as those in notebooks/ do");
        }

        say(note);
        if (!files.ContainsKey(PageScript.Plotly.FileName))
            say("This build holds no plotly.js (npm was missing), so charts in Jupyter need a network. Remedy: install Node.js with npm, build, and install again.");
        copies.Prune([executable, .. before, .. Ours().Select(s => s.Executable)]);
        say("Next: open notebooks/01-audit.ipynb in JupyterLab, Jupyter Notebook or VS Code and run all cells; or");
        say("  jupyter nbconvert --to notebook --execute notebooks/01-audit.ipynb");
        say($"To see what is installed: {Command} --list. To remove it: {Command} --remove{(options.Prefix is null ? string.Empty : $" --prefix {options.Prefix}")}");
    }

    /// <summary>Says which kernels of this product Jupyter programs can find, and whether what they start is there.</summary>
    public void List()
    {
        var ours = Ours();
        if (ours.Count == 0) say($"No kernel of this program is installed. To install it: {Command}");
        foreach (var spec in ours)
        {
            say($"{spec.Name,-14} {spec.Folder}");
            say($"{string.Empty,-14} starts {spec.Executable}{(File.Exists(spec.Executable) ? string.Empty : $", which is gone: install again with {Command}")}");
        }
    }

    /// <summary>Removes what this product has installed there; nothing else.</summary>
    public void Remove()
    {
        var ours = SpecsIn(Kernels).Where(s => s.IsOurs).ToArray();
        if (ours.Length == 0) say($"Nothing to remove: no kernel of this program is in {Kernels}.");
        foreach (var spec in ours)
        {
            Directory.Delete(spec.Folder, recursive: true);
            say($"Removed {spec.Folder}");
        }

        foreach (var copy in copies.Prune([.. Ours().Select(s => s.Executable)])) say($"Removed {copy}");
        foreach (var spec in Ours()) say($"Still installed: {spec.Folder}");
    }

    // The way to this program that its reader has: the clone's project, or the executable of a copy.
    private string Command => KernelCopies.ProjectOf(options.Program) is null
        ? $"{Path.Combine(options.Program, KernelCopies.ExecutableName)} install"
        : "dotnet run --project lib/Segmentation.Notebooks -- install";

    private static IEnumerable<KernelSpec> SpecsIn(string kernels) =>
        Directory.Exists(kernels) ? Directory.GetDirectories(kernels).Order(StringComparer.Ordinal).Select(KernelSpec.Read).OfType<KernelSpec>() : [];

    // A kernel needs no tiering profile: cells run once. A desktop's Jupyter may know neither where .NET is nor the path to it.
    private static JsonObject Environment()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var environment = new JsonObject { ["DOTNET_TieredPGO"] = "0", ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };
        if (File.Exists(host)) (environment["DOTNET_ROOT"], environment["DOTNET_HOST_PATH"]) = (root, host);
        return environment;
    }

    // Jupyter servers hand these files to pages, at kernelspecs/NAME/FILE: charts find plotly.js there, without a network.
    private static Dictionary<string, byte[]> Files()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var logo in new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" })
        {
            using var stream = typeof(KernelInstall).Assembly.GetManifestResourceStream(logo)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[logo] = bytes;
        }

        if (PageScript.Plotly.Source is { } plotly) files[PageScript.Plotly.FileName] = Encoding.UTF8.GetBytes(plotly);
        return files;
    }

    private async Task<(string Executable, string Note)> ProgramAsync(CancellationToken cancellation)
    {
        var built = Path.Combine(options.Program, KernelCopies.ExecutableName);
        if (KernelCopies.ProjectOf(options.Program) is not { } project) return (built, $"They start {built}, where it is now: keep that folder.");
        say("Making a copy of the program that starts fast. This takes a minute or two ...");
        var (executable, problem) = await copies.PublishAsync(project, cancellation).ConfigureAwait(false);
        return executable is not null
            ? (executable, $"They start {executable}, a copy: the clone can be rebuilt or moved. After a change to the code, install again.")
            : (built, $"They start {built}, because a copy that starts faster could not be made ({problem}). It works, starts about half a second later, and stops working when the clone is moved or cleaned. Once the cause is gone, install again.");
    }

    private List<KernelSpec> Known() => [.. options.Folders.All.Select(JupyterFolders.Kernels).Prepend(Kernels).Distinct(StringComparer.Ordinal).SelectMany(SpecsIn)];

    private List<KernelSpec> Ours() => [.. Known().Where(s => s.IsOurs)];
}
