namespace Segmentation;

/// <summary>The repository that tests and benchmarks were built in.</summary>
internal static class Repository
{
    /// <summary>Gets the root.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not stand in a repository.</exception>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analysis.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Analysis.sln above {AppContext.BaseDirectory}: tests and benchmarks run inside the repository.");
    }
}
