namespace Segmentation.Benchmarks;

/// <summary>Where the benchmarks run.</summary>
public static class Repository
{
    /// <summary>Returns the root of the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not stand in it.</exception>
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analysis.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Analysis.sln above {AppContext.BaseDirectory}: run the benchmarks from the repository.");
    }
}
