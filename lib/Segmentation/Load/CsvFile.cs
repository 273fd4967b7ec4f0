using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Reads CSV exports.</summary>
public static class CsvFile
{
    /// <summary>
    /// Reads one CSV export: encoding, delimiter and types are found by evidence over the whole file, nothing is lost and no
    /// content is fatal. The table is named after the file, without its extension.
    /// </summary>
    /// <param name="path">The file. An empty file gives a table without columns, a file with a header alone a table without rows.</param>
    /// <param name="options">What the caller has decided. Default: nothing.</param>
    /// <returns>The rows as a table, and how they were read: one decision a column, rows and cells kept aside with their line.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">An option names a delimiter, encoding or date order that is not known.</exception>
    /// <remarks>The result does not depend on the number of threads.</remarks>
    public static LoadedTable Read(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options = (options ?? CsvOptions.Default).Validated();
        var source = CsvSource.Open(path, options.Encoding);
        try
        {
            var dialect = CsvDialect.Find(source, options);
            var blocks = CsvBlocks.Read(source, dialect, options);
            if (blocks.Exists(b => !b.IsValidUtf8))
            {
                // Blocks are given up before the file is converted: both at once would take twice the memory.
                blocks.Clear();
                source.Dispose();
                source = CsvSource.Repair(path, options.Encoding is not null);
                dialect = CsvDialect.Find(source, options);
                blocks = CsvBlocks.Read(source, dialect, options);
            }

            return Load(path, source, dialect, blocks, options);
        }
        finally
        {
            source.Dispose();
        }
    }

    private static LoadedTable Load(string path, CsvSource source, CsvDialect dialect, List<CsvBlock> blocks, CsvOptions options)
    {
        var file = Path.GetFileName(path);
        var (names, headerNotes) = options.Exact && CsvHeader.Exact(dialect.Headers) is { } exact ? (exact, []) : CsvHeader.Names(dialect.Headers);
        var typed = new TypedColumn[names.Length];
        Parallel.For(0, names.Length, CsvBlocks.Parallelism(options), i =>
        {
            var cells = new ColumnCells(blocks.Select(b => b.Columns[i]!));
            foreach (var block in blocks) block.Columns[i] = null;
            typed[i] = ColumnTyping.Type(names[i], dialect.Headers[i], cells, dialect.Delimiter, options);
        });

        var lines = new CsvLines(blocks, dialect.HeaderLines + 1);
        var notes = new List<string>();
        if (source.Note is { } note) notes.Add(note);
        notes.AddRange(dialect.Notes);
        notes.AddRange(headerNotes);
        if (names.Length > 0 && lines.Rows == 0) notes.Add("The file has a header and no rows.");
        notes.AddRange(lines.Notes());
        var report = new LoadReport
        {
            File = file,
            Encoding = source.Encoding,
            Delimiter = dialect.Delimiter,
            Rows = lines.Rows,
            Columns = [.. typed.Select(t => t.Decision)],
            RowsAside = lines.RowsAside(file),
            CellsAside = CellsAside(file, typed, lines),
            Notes = [.. notes],
        };
        return new LoadedTable(new Table(Path.GetFileNameWithoutExtension(file) is { Length: > 0 } name ? name : file, typed.Select(t => t.Column)), report);
    }

    private static Table CellsAside(string file, TypedColumn[] typed, CsvLines lines)
    {
        var cells = typed.SelectMany(t => t.Unreadable.Select(u => (Line: lines.LineOf(u.Row), t.Column.Name, u.Cell, t.Expected))).OrderBy(c => c.Line).ToImmutableArray();
        return new Table(
            "cells kept aside",
            Column.Of("file", cells.Select(_ => file)),
            CsvLines.LineColumn(cells.Select(c => c.Line)),
            Column.Of("column", cells.Select(c => c.Name)),
            Column.Of("value", cells.Select(c => c.Cell)).AsPersonal(),
            Column.Of("expected", cells.Select(c => c.Expected)));
    }
}
