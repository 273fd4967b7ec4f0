namespace Segmentation.Notebooks.Tests.Run;

/// <summary>The repository's notebooks and exports, for tests that work on a copy.</summary>
internal static class SampleCompany
{
    /// <summary>Copies a folder of the repository under a folder, without what was built in it.</summary>
    public static void Copy(string folder, string under)
    {
        var from = Path.Combine(Repository.Folder, folder);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj")) continue;
            var target = Path.Combine(under, folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
