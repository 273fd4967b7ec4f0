namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>The repository's notebooks and exports, for tests that work on a copy.</summary>
internal static class SampleCompany
{
    /// <summary>Gets the root of the repository.</summary>
    public static string Repository { get; } = Find();

    /// <summary>Copies a folder of the repository under a folder, without what was built in it.</summary>
    public static void Copy(string folder, string under)
    {
        var from = Path.Combine(Repository, folder);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj")) continue;
            var target = Path.Combine(under, folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Analysis.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("No Analysis.sln above the tests: they run inside the repository.");
    }
}
