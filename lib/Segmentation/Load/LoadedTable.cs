using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>A file's rows as a table, with the report of how it was read.</summary>
/// <param name="Table">The rows.</param>
/// <param name="Report">How the file was read, and what was kept aside.</param>
public sealed record LoadedTable(Table Table, LoadReport Report) : Result
{
    /// <inheritdoc/>
    public override string ResultName => "loaded-table";

    /// <inheritdoc/>
    public override Table ToTable() => Table;
}
