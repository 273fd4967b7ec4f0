using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

/// <summary>Small exports in memory: a header line, and lines of values in which <c>#</c> stands for the row's number.</summary>
internal static class InMemory
{
    /// <summary>Returns a file of <paramref name="rows"/> rows that repeat one line of values; types are read from the values as they stand.</summary>
    public static LoadedTable File(string file, string headers, string values, int rows = 40)
    {
        var names = headers.Split(", ");
        var cells = values.Split(", ");
        Assert.Equal(names.Length, cells.Length);
        return Of(file, [.. names.Select((name, i) => Typed(name, [.. Enumerable.Range(1, rows).Select(row => Cell(cells[i], row))]))]);
    }

    /// <summary>Returns a file over columns.</summary>
    public static LoadedTable Of(string file, params IEnumerable<Column> columns)
    {
        var table = new Table(file, columns);
        return new LoadedTable(table, new LoadReport
        {
            File = file,
            Encoding = "utf-8",
            Delimiter = ',',
            Rows = table.RowCount,
            Columns = [],
            RowsAside = new Table("rows aside"),
            CellsAside = new Table("cells aside"),
            Notes = [],
        });
    }

    /// <summary>Returns the workspace over files, as if they had been read from a folder.</summary>
    public static Workspace Open(params ImmutableArray<LoadedTable> files) => Open(string.Empty, files);

    /// <summary>Returns the workspace over files with a <c>workspace.yaml</c>.</summary>
    public static Workspace Open(string yaml, ImmutableArray<LoadedTable> files) =>
        WorkspaceReader.Recognise("exports", files, WorkspaceYaml.Read(yaml, "workspace.yaml"), WorkspaceOptions.Default);

    private static string? Cell(string value, int row) => value.Length == 0 || value == "_" ? null : value.Replace("#", row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static Column Typed(string name, string?[] values)
    {
        var present = values.OfType<string>().ToArray();
        if (present.Length > 0 && present.All(v => DateTime.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            return Column.Of(name, values.Select(v => v is null ? (DateTime?)null : DateTime.ParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        if (present.Length > 0 && present.All(v => double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            return Column.Of(name, values.Select(v => v is null ? (double?)null : double.Parse(v, CultureInfo.InvariantCulture)));
        return present.Length > 0 && present.All(v => v is "true" or "false")
            ? Column.Of(name, values.Select(v => v is null ? (bool?)null : v == "true"))
            : Column.Of(name, values);
    }
}
