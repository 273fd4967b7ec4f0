using System.Collections.Immutable;

namespace Segmentation.Notebooks.Run;

/// <summary>Finds the notebooks that a run was asked for.</summary>
internal static class NotebookFiles
{
    private const string Folder = "notebooks";

    /// <summary>Returns the full paths of the notebooks, and the folder that <c>out</c> belongs in.</summary>
    /// <exception cref="RunException">A notebook cannot be found.</exception>
    public static (ImmutableArray<string> Paths, string Root) Find(RunOptions options)
    {
        var root = Root(options.From);
        var all = root is null ? [] : Directory.GetFiles(Path.Combine(root, Folder), "*.ipynb").Order(StringComparer.Ordinal).ToArray();
        if (options.Notebooks.Length > 0) return ([.. options.Notebooks.Select(n => One(n, options.From, all)).Distinct()], root ?? options.From);
        if (root is null) throw new RunException($"No folder '{Folder}' in the current folder or above it. Start the run inside the project, or name the notebooks by path.");
        if (all.Length == 0) throw new RunException($"The folder '{Folder}' holds no .ipynb file.");
        return ([.. all], root);
    }

    private static string? Root(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, Folder))) return at.FullName;
        }

        return null;
    }

    private static string One(string asked, string from, string[] all)
    {
        var path = Path.GetFullPath(asked, from);
        if (File.Exists(path)) return path;
        var name = asked.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) ? asked[..^".ipynb".Length] : asked;
        var found = all.Where(p => Path.GetFileNameWithoutExtension(p) is var n && (n.Equals(name, StringComparison.OrdinalIgnoreCase) || n.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase))).ToArray();
        return found.Length == 1
            ? found[0]
            : throw new RunException($"{(found.Length == 0 ? "No notebook" : "More than one notebook")} '{asked}'. Expected a path, or one of: {string.Join(", ", all.Select(p => Path.GetFileNameWithoutExtension(p)).DefaultIfEmpty("(none found)"))}.");
    }
}
