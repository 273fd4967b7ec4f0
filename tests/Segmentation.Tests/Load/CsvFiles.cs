using System.Text;
using Segmentation.Load;

namespace Segmentation.Tests.Load;

/// <summary>Writes a file, reads it, and removes it again.</summary>
internal static class CsvFiles
{
    public static LoadedTable Read(string text, CsvOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static LoadedTable Read(byte[] bytes, CsvOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("segmentation-csv");
        try
        {
            var path = Path.Combine(folder.FullName, "accounts.csv");
            File.WriteAllBytes(path, bytes);
            return CsvFile.Read(path, options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads one column of the given cells under a header.</summary>
    public static (Segmentation.Tables.Column Column, ColumnDecision Decision, LoadReport Report) Column(string header, IEnumerable<string> cells, CsvOptions? options = null)
    {
        var text = new StringBuilder("row|").Append(header).Append('\n');
        var row = 0;
        foreach (var cell in cells) text.Append('r').Append(++row).Append("|\"").Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        var loaded = Read(text.ToString(), options);
        return (loaded.Table.Columns[1], loaded.Report.Columns[1], loaded.Report);
    }
}
