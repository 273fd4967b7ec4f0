using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Samples;

/// <summary>The samples as the library reads them, once for all tests that ask.</summary>
public sealed class SampleWorkspace
{
    public Workspace Workspace { get; } = Workspace.Open(SampleFiles.Folder);

    internal Export Export(string file) => Workspace.Exports.Single(e => e.File == file);

    internal ColumnDecision Decision(string file, string column) => Export(file).Load.Columns.Single(c => c.Column == column);

    /// <summary>Returns the values of a column as text, nulls left out.</summary>
    internal static HashSet<string> Values(Table table, string column) =>
        Enumerable.Range(0, table.RowCount).Where(r => !table[column].IsNull(r)).Select(table[column].Raw).ToHashSet(StringComparer.Ordinal);
}
