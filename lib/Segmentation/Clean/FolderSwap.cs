using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Segmentation.Load;

namespace Segmentation.Clean;

/// <summary>Puts a folder in the place of another as a whole, and only where nothing is lost that this did not write.</summary>
internal static class FolderSwap
{
    /// <summary>Lists what was written, so that what someone changed or added since is seen. It starts with a point: no export does.</summary>
    private const string List = ".written";

    /// <summary>Makes a folder anew.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="source">The folder whose files may not be touched.</param>
    /// <param name="write">Writes into the folder it is given, which is empty.</param>
    public static void Replace(string folder, string source, Action<string> write)
    {
        var place = Real(folder);
        CheckApart(place, Real(source), folder);
        CheckOwn(place, folder);
        var parent = Path.GetDirectoryName(place) ?? throw Refused(folder, "the root of a drive", "a folder in it");
        Directory.CreateDirectory(parent);
        var made = Free(parent, Path.GetFileName(place));
        try
        {
            Directory.CreateDirectory(made);
            write(made);
            File.WriteAllText(Path.Combine(made, List), string.Concat(Written(made).Select(w => $"{w.Hash}  {w.Path}\n")));
            Move(made, place);
        }
        finally
        {
            if (Directory.Exists(made)) Directory.Delete(made, recursive: true);
        }
    }

    private static void Move(string made, string place)
    {
        if (!Directory.Exists(place))
        {
            Directory.Move(made, place);
            return;
        }

        var old = Free(Path.GetDirectoryName(place)!, Path.GetFileName(place));
        Directory.Move(place, old);
        try
        {
            Directory.Move(made, place);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Directory.Move(old, place);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }

    private static void CheckApart(string place, string source, string folder)
    {
        if (Inside(place, source) || Inside(source, place))
            throw Refused(folder, $"the folder of the workspace itself, '{source}', or one inside or around it", "a folder apart from the exports, which are never changed");
    }

    private static void CheckOwn(string place, string folder)
    {
        if (File.Exists(place)) throw Refused(folder, "a file of that name", "a folder, or nothing there");
        if (!Directory.Exists(place) || !Directory.EnumerateFileSystemEntries(place).Any()) return;
        var list = Path.Combine(place, List);
        if (!File.Exists(list)) throw Refused(folder, "a folder that the clean-up did not write", "an empty folder, one that it wrote, or nothing there");
        var before = File.ReadAllLines(list).Where(l => l.Contains("  ", StringComparison.Ordinal)).ToDictionary(l => l[(l.IndexOf("  ", StringComparison.Ordinal) + 2)..], l => l[..l.IndexOf("  ", StringComparison.Ordinal)], StringComparer.Ordinal);
        var changed = Written(place).Where(w => w.Path != List && before.GetValueOrDefault(w.Path) != w.Hash).Select(w => w.Path).ToArray();
        if (changed.Length == 0) return;
        var most = WorkspaceOptions.Default.ListedNames;
        throw Refused(folder, $"what was changed or added since the clean-up wrote it: {WorkspaceReader.Quoted(changed.Take(most))}{(changed.Length > most ? string.Create(CultureInfo.InvariantCulture, $" and {changed.Length - most} more") : string.Empty)}",
            "the folder as it was written");
    }

    private static IEnumerable<(string Path, string Hash)> Written(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => (Path: Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'), File: f)).OrderBy(f => f.Path, StringComparer.Ordinal)
        .Select(f => (f.Path, Hash(f.File)));

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Free(string parent, string name)
    {
        for (var i = 1; ; i++)
        {
            var path = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $".{name}.{Environment.ProcessId}.{i}"));
            if (!Directory.Exists(path) && !File.Exists(path)) return path;
        }
    }

    // Without regard to case everywhere, because some file systems have none: refusing too much harms less.
    private static bool Inside(string inner, string outer) =>
        inner.Equals(outer, StringComparison.OrdinalIgnoreCase) || inner.StartsWith(outer.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the full path with every link on the way followed.</summary>
    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var real = new StringBuilder(Path.GetPathRoot(full));
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real.ToString(), part);
            real.Clear().Append(Directory.Exists(next) ? Directory.ResolveLinkTarget(next, returnFinalTarget: true)?.FullName ?? next : next);
        }

        return real.ToString();
    }

    private static WorkspaceException Refused(string folder, string found, string expected) => new(
        $"the clean workspace cannot be written to '{folder}'", found, expected, "Name another folder, or move what is there somewhere else.");
}
