using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Segmentation.Notebooks.Jupyter.Install;
using Segmentation.Notebooks.Run;

namespace Segmentation.Notebooks.Tests.Jupyter.Install;

/// <summary>The command <c>install</c>, with the tests' own copy of the program, which installs itself as it is.</summary>
public sealed class KernelInstallTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("kernel-install");
    private readonly List<string> said = [];

    private string Kernels => Path.Combine(root.FullName, "jupyter", "kernels");

    private static string Executable => JupyterKernelProcess.Executable;

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task It_writes_both_names_with_an_absolute_program_and_interrupts_as_messages()
    {
        await Install().InstallAsync(CancellationToken.None);
        Assert.Equal([".net-csharp", "segmentation"], Directory.GetDirectories(Kernels).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        foreach (var folder in Directory.GetDirectories(Kernels))
        {
            // kernel.json by "Making kernels for Jupyter", section "Kernel specs".
            var spec = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(folder, "kernel.json")));
            Assert.Equal([Executable, "kernel", "{connection_file}"], spec.GetProperty("argv").EnumerateArray().Select(a => a.GetString()));
            Assert.True(Path.IsPathFullyQualified(Executable));
            Assert.Equal("message", spec.GetProperty("interrupt_mode").GetString());
            Assert.Equal("dotnet-polyglot", spec.GetProperty("language").GetString());
            Assert.Equal("0", spec.GetProperty("env").GetProperty("DOTNET_TieredPGO").GetString());
            Assert.True(File.Exists(spec.GetProperty("env").GetProperty("DOTNET_HOST_PATH").GetString()));
            Assert.All(spec.GetProperty("env").EnumerateObject(), v => Assert.Equal(JsonValueKind.String, v.Value.ValueKind));
        }
    }

    [Fact]
    public async Task Its_folder_holds_logos_of_their_sizes_and_plotly_for_pages_without_a_network()
    {
        await Install().InstallAsync(CancellationToken.None);
        foreach (var size in new[] { 32, 64 })
        {
            // Width and height of a PNG are the bytes 16 to 23, the highest first (PNG specification, IHDR).
            var png = File.ReadAllBytes(Path.Combine(Kernels, "segmentation", $"logo-{size}x{size}.png"));
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
            Assert.Equal([0, 0, 0, (byte)size, 0, 0, 0, (byte)size], png[16..24]);
        }

        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(Kernels, "segmentation", "logo-svg.svg")), StringComparison.Ordinal);
        Assert.Contains("plotly.js v", File.ReadAllText(Path.Combine(Kernels, "segmentation", "plotly.min.js"))[..200], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_it_went_what_to_do_next_and_how_to_remove_it()
    {
        await Install().InstallAsync(CancellationToken.None);
        Assert.Equal(
            $"""
            Installed in {Kernels}:
              segmentation   "Segmentation (C#, SQL)", for new notebooks
              .net-csharp    "Segmentation (for .NET C# notebooks)", for notebooks that name this kernel, as those in notebooks/ do
            They start {Executable}, where it is now: keep that folder.
            Next: open notebooks/01-audit.ipynb in JupyterLab, Jupyter Notebook or VS Code and run all cells; or
              jupyter nbconvert --to notebook --execute notebooks/01-audit.ipynb
            To see what is installed: {Executable} install --list. To remove it: {Executable} install --remove
            """,
            string.Join('\n', said));
    }

    [Fact]
    public async Task A_kernel_of_somebody_else_keeps_the_shared_name_and_the_way_around_it_is_told()
    {
        var theirs = Other(Path.Combine("jupyter", "kernels", ".net-csharp"));
        var before = File.ReadAllText(Path.Combine(theirs, "kernel.json"));
        await Install().InstallAsync(CancellationToken.None);
        Assert.Equal(before, File.ReadAllText(Path.Combine(theirs, "kernel.json")));
        Assert.True(File.Exists(Path.Combine(Kernels, "segmentation", "kernel.json")));
        Assert.Contains(said, l => l == $"Not installed: '.net-csharp', the kernel that the notebooks in notebooks/ name. {theirs} is somebody else's ('Theirs') and was left as it is, so they run there.");
        Assert.Contains(said, l => l.Contains("--ExecutePreprocessor.kernel_name=segmentation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_found_elsewhere_keeps_the_shared_name_too()
    {
        Other(Path.Combine("elsewhere", "kernels", ".net-csharp"));
        await Install().InstallAsync(CancellationToken.None);
        Assert.False(Directory.Exists(Path.Combine(Kernels, ".net-csharp")));
    }

    [Fact]
    public async Task A_kernel_of_somebody_else_under_our_own_name_is_an_error_and_stays()
    {
        var theirs = Other(Path.Combine("jupyter", "kernels", "segmentation"));
        var error = await Assert.ThrowsAsync<RunException>(() => Install().InstallAsync(CancellationToken.None));
        Assert.Equal(
            $"'{theirs}' holds a kernel that this program has not written ('Theirs'); it was left as it is. Remedy: remove or rename that folder, or install elsewhere with --prefix DIR.", error.Message);
        Assert.Single(Directory.GetFiles(theirs));
        Assert.Single(Directory.GetDirectories(Kernels));
    }

    [Fact]
    public async Task Installing_again_makes_its_own_folders_anew()
    {
        await Install().InstallAsync(CancellationToken.None);
        var stale = Path.Combine(Kernels, "segmentation", "stale");
        File.WriteAllText(stale, "x");
        await Install().InstallAsync(CancellationToken.None);
        Assert.False(File.Exists(stale));
    }

    [Fact]
    public async Task Removing_takes_what_it_has_written_and_its_copies_and_nothing_else()
    {
        var theirs = Other(Path.Combine("jupyter", "kernels", "python3"));
        var copy = Directory.CreateDirectory(Path.Combine(root.FullName, "programs", "segmentation-notebooks", "kernel", "0123456789abcdef")).FullName;
        await Install().InstallAsync(CancellationToken.None);
        Assert.False(Directory.Exists(copy), "a copy that nothing starts was kept");
        Directory.CreateDirectory(copy);
        said.Clear();
        Install().Remove();
        Assert.Equal([theirs], Directory.GetDirectories(Kernels));
        Assert.Equal([$"Removed {Path.Combine(Kernels, ".net-csharp")}", $"Removed {Path.Combine(Kernels, "segmentation")}", $"Removed {copy}"], said);
        said.Clear();
        Install().Remove();
        Assert.Equal([$"Nothing to remove: no kernel of this program is in {Kernels}."], said);
    }

    [Fact]
    public async Task A_prefix_is_a_place_of_its_own()
    {
        var venv = Path.Combine(root.FullName, "venv");
        await Install(venv).InstallAsync(CancellationToken.None);
        Assert.True(File.Exists(Path.Combine(venv, "share", "jupyter", "kernels", "segmentation", "kernel.json")));
        Assert.False(Directory.Exists(Kernels));
        Assert.EndsWith($"install --remove --prefix {venv}", said[^1], StringComparison.Ordinal);
        said.Clear();
        Install(venv).Remove();
        Assert.Equal(2, said.Count);
    }

    [Fact]
    public async Task The_list_tells_what_each_starts_and_whether_that_is_there()
    {
        Install().List();
        Assert.Equal([$"No kernel of this program is installed. To install it: {Executable} install"], said);
        await Install().InstallAsync(CancellationToken.None);
        KernelSpec.Write(Path.Combine(root.FullName, "elsewhere", "kernels", "old"), "Old", Path.Combine(root.FullName, "gone"), [], new Dictionary<string, byte[]>());
        Other(Path.Combine("jupyter", "kernels", "python3"));
        said.Clear();
        Install().List();
        Assert.Equal(6, said.Count);
        Assert.Contains(said, l => Regex.IsMatch(l, @"^segmentation +" + Regex.Escape(Path.Combine(Kernels, "segmentation")) + "$"));
        Assert.Contains(said, l => l.EndsWith($"starts {Executable}", StringComparison.Ordinal));
        Assert.Contains(said, l => l.Contains("gone, which is gone: install again with", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_that_were_built_in_a_clone_are_told_from_a_copy_by_the_project_above_them()
    {
        var clone = Directory.CreateDirectory(Path.Combine(root.FullName, "lib", "Segmentation.Notebooks", "bin", "Debug", "net10.0")).FullName;
        Assert.Null(KernelCopies.ProjectOf(clone));
        var project = Path.Combine(root.FullName, "lib", "Segmentation.Notebooks", "Segmentation.Notebooks.csproj");
        File.WriteAllText(project, "<Project />");
        Assert.Equal(project, KernelCopies.ProjectOf(clone));
        Assert.Equal(project, KernelCopies.ProjectOf(clone + Path.DirectorySeparatorChar));
    }

    [Fact]
    public async Task Where_no_copy_can_be_made_the_built_files_are_installed_and_what_that_means_is_said()
    {
        // A project that dotnet publish refuses: it has no SDK.
        var built = Directory.CreateDirectory(Path.Combine(root.FullName, "clone", "bin", "Debug", "net10.0")).FullName;
        File.WriteAllText(Path.Combine(root.FullName, "clone", "Segmentation.Notebooks.csproj"), "<Project />");
        var program = Path.Combine(built, KernelCopies.ExecutableName);
        File.WriteAllText(program, "a program");
        await Install(program: built).InstallAsync(CancellationToken.None);
        var note = Assert.Single(said, l => l.StartsWith("They start", StringComparison.Ordinal));
        Assert.StartsWith($"They start {program}, because a copy that starts faster could not be made (", note, StringComparison.Ordinal);
        Assert.EndsWith("It works, starts about half a second later, and stops working when the clone is moved or cleaned. Once the cause is gone, install again.", note, StringComparison.Ordinal);
        Assert.Contains("error", note, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(root.FullName, "programs", "segmentation-notebooks", "kernel")));
        Assert.EndsWith("dotnet run --project lib/Segmentation.Notebooks -- install --remove", said[^1], StringComparison.Ordinal);
    }

    private string Other(string folder)
    {
        var whole = Directory.CreateDirectory(Path.Combine(root.FullName, folder)).FullName;
        File.WriteAllText(Path.Combine(whole, "kernel.json"), """{"argv":["theirs"],"display_name":"Theirs","language":"C#"}""");
        return whole;
    }

    private KernelInstall Install(string? prefix = null, string? program = null) => new(
        new InstallOptions
        {
            Prefix = prefix,
            Program = program ?? Path.GetDirectoryName(Executable)!,
            ProgramData = Path.Combine(root.FullName, "programs"),
            Folders = new JupyterFolders(
                name => name switch { "JUPYTER_DATA_DIR" => Path.Combine(root.FullName, "jupyter"), "JUPYTER_PATH" => Path.Combine(root.FullName, "elsewhere"), _ => null }, OSPlatform.Linux),
        },
        said.Add);
}
