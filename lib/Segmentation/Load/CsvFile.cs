namespace Segmentation.Load;

/// <summary>Reads CSV exports.</summary>
public static class CsvFile
{
    /// <summary>Reads one CSV export.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the caller has decided.</param>
    public static LoadedTable Read(string path, CsvOptions? options = null) => throw new NotImplementedException();
}
