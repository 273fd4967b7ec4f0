using System.Text;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

/// <summary>Writes a few exports, opens the folder, and removes it again.</summary>
internal static class EnrichFolder
{
    public static Workspace Open(params (string File, string Text)[] files) => Open([.. files.Select(f => (f.File, Encoding.UTF8.GetBytes(f.Text)))]);

    public static Workspace Open(params (string File, byte[] Bytes)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("enrich");
        try
        {
            foreach (var (file, bytes) in files) File.WriteAllBytes(Path.Combine(folder.FullName, file), bytes);
            return Workspace.Open(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Returns the values of a column as text, null where there is none.</summary>
    public static IReadOnlyList<string?> Values(Export export, string column) =>
        [.. Enumerable.Range(0, export.Table.RowCount).Select(row => export.Table[column].IsNull(row) ? null : export.Table[column].Raw(row))];
}
