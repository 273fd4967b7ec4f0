namespace Segmentation.Tests.Clean;

/// <summary>A folder for one test, removed behind it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("segmentation-clean");

    public string this[params string[] parts] => Path.Combine([folder.FullName, .. parts]);

    /// <summary>Gets every file below a sub-folder with its bytes as text, by path.</summary>
    public SortedDictionary<string, string> Files(string of) => new(
        Directory.EnumerateFiles(this[of], "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(this[of], f), f => Convert.ToHexString(File.ReadAllBytes(f))), StringComparer.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);
}
