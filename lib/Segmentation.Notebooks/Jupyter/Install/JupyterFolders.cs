using System.Runtime.InteropServices;

namespace Segmentation.Notebooks.Jupyter.Install;

/// <summary>The folders in which Jupyter programs look for kernels, by the rules of jupyter_core.</summary>
/// <param name="Variable">Gives the value of an environment variable; null where it is not set.</param>
/// <param name="Platform">The operating system.</param>
internal sealed record JupyterFolders(Func<string, string?> Variable, OSPlatform Platform)
{
    /// <summary>Gets the folders of this machine.</summary>
    public static JupyterFolders Here { get; } = new(
        Environment.GetEnvironmentVariable,
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux);

    /// <summary>Gets the user's data folder: <c>JUPYTER_DATA_DIR</c>, else where the operating system keeps such things.</summary>
    public string User
    {
        get
        {
            if (Given("JUPYTER_DATA_DIR") is { } chosen) return chosen;
            if (Platform == OSPlatform.Windows) return Path.Combine(Given("APPDATA") ?? Path.Combine(Home, "AppData", "Roaming"), "jupyter");
            if (Platform == OSPlatform.OSX) return Path.Combine(Home, "Library", "Jupyter");
            return Path.Combine(Given("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), "jupyter");
        }
    }

    /// <summary>Gets all data folders that are the same for every Jupyter program, in the order in which they are searched.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            var extra = (Given("JUPYTER_PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
            string[] shared = Platform == OSPlatform.Windows
                ? [Path.Combine(Given("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter")]
                : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
            return [.. extra, User, .. shared];
        }
    }

    private string Home => Given(Platform == OSPlatform.Windows ? "USERPROFILE" : "HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Returns the data folder of an environment, such as a Python virtual environment.</summary>
    /// <param name="prefix">Its root.</param>
    public static string OfPrefix(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    /// <summary>Returns the folder of a data folder in which its kernels stand.</summary>
    /// <param name="data">The data folder.</param>
    public static string Kernels(string data) => Path.Combine(data, "kernels");

    private string? Given(string name) => Variable(name) is { Length: > 0 } value ? value : null;
}
