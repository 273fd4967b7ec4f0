using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>How one file was read: dialect, one decision a column, and everything that could not be used.</summary>
public sealed record LoadReport : Result
{
    /// <inheritdoc/>
    public override string ResultName => "load";

    /// <summary>Gets the file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>Gets the encoding the file was read in.</summary>
    public required string Encoding { get; init; }

    /// <summary>Gets the delimiter.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Gets the number of data rows read into the table.</summary>
    public required int Rows { get; init; }

    /// <summary>Gets one decision a column, in file order.</summary>
    public required ImmutableArray<ColumnDecision> Columns { get; init; }

    /// <summary>Gets the rows kept aside: file, line, what was found, what was expected, the raw text.</summary>
    public required Table RowsAside { get; init; }

    /// <summary>Gets the cells kept aside because they did not read as their column's type: file, line, column, value, expected.</summary>
    public required Table CellsAside { get; init; }

    /// <summary>Gets what else was noticed (renamed headers, repaired bytes, blank lines), one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"how {File} was read",
        Column.Of("column", Columns.Select(c => c.Column)),
        Column.Of("type", Columns.Select(c => c.Type.ToString().ToLowerInvariant())),
        Column.Of("values", Columns.Select(c => c.Values)),
        Column.Of("blank", Columns.Select(c => c.Blanks)),
        Column.Of("disguised nulls", Columns.Select(c => string.Join(", ", c.DisguisedNulls.Select(d => $"{d.Key} ×{d.Value}")))),
        Column.Of("unreadable", Columns.Select(c => c.Unreadable)),
        Column.Of("why", Columns.Select(c => c.Reason)));
}
