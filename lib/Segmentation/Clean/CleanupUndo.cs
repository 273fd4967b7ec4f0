using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>What turns a clean workspace back into the one before: the changes of every step, and how the workspace read its files.</summary>
public sealed record CleanupUndo : Result
{
    private const string ChangesFile = "changes.csv";

    /// <inheritdoc/>
    public override string ResultName => "cleanup-undo";

    /// <summary>Gets the changes, in the order they were made.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets kinds, roles, dates, limits and picklists before the changes, as the text of a <c>workspace.yaml</c>.</summary>
    public required string Settings { get; init; }

    /// <summary>Returns what undoes changes.</summary>
    /// <param name="before">The workspace before the first of them.</param>
    /// <param name="changes">The changes in the order they were made; each names its table as the workspace's exports do.</param>
    public static CleanupUndo Of(Workspace before, IEnumerable<TableChange> changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(changes);
        return new CleanupUndo { Changes = [.. changes], Settings = WorkspaceProposal.WriteExact(before) };
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="WorkspaceException">A file is not there, or someone has made something else of it.</exception>
    public static CleanupUndo Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var (changes, settings) = (Path.Combine(folder, ChangesFile), Path.Combine(folder, WorkspaceOptions.Default.SettingsFile));
        foreach (var file in (string[])[changes, settings])
        {
            if (!File.Exists(file))
                throw new WorkspaceException("the clean-up cannot be undone", $"no file '{Path.GetFileName(file)}' in '{folder}'", "the folder 'undo' that the clean-up wrote", "Run the clean-up again from the original exports.");
        }

        return new CleanupUndo { Changes = ChangesCsv.Read(changes), Settings = File.ReadAllText(settings) };
    }

    /// <summary>Writes the changes as <c>changes.csv</c>, which a spreadsheet opens safely, and the settings as <c>workspace.yaml</c>.</summary>
    /// <param name="folder">The folder; made where there is none.</param>
    public void Save(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        using var to = ChangesCsv.Writer(Path.Combine(folder, ChangesFile));
        TableCsv.Write(to, ChangesCsv.Of(Changes), ',', exact: true);
        File.WriteAllText(Path.Combine(folder, WorkspaceOptions.Default.SettingsFile), Settings);
    }

    /// <summary>Returns the workspace before the changes: its tables exactly, its kinds, roles, dates and ARR.</summary>
    /// <param name="clean">The workspace after all of the changes and none besides.</param>
    /// <exception cref="WorkspaceException">A change is to a table that the workspace does not have.</exception>
    /// <exception cref="ArgumentException">A table does not have the rows that its last change left.</exception>
    public Workspace Apply(Workspace clean)
    {
        ArgumentNullException.ThrowIfNull(clean);
        var exports = clean.Exports;
        foreach (var change in Changes.Reverse())
        {
            if (exports.Where(e => e.Table.Name == change.Table).ToArray() is not [var export])
            {
                throw new WorkspaceException($"step '{change.Step}' cannot be undone", $"the tables {WorkspaceReader.Quoted(exports.Select(e => e.Table.Name))}", $"one table '{change.Table}'",
                    "Undo on the workspace that the clean-up made.");
            }

            exports = exports.Replace(export, export with { Table = change.Undo(export.Table) });
        }

        var settings = WorkspaceYaml.Read(Settings, WorkspaceOptions.Default.SettingsFile);
        return WorkspaceReader.Recognise(clean.Folder, [.. exports.Select(e => new LoadedTable(e.Table, e.Load))], settings, WorkspaceOptions.Default);
    }

    /// <summary>Returns one row a change: step, table, cells changed, rows removed, columns added.</summary>
    public override Table ToTable() => new(
        "changes",
        Column.Of("step", Changes.Select(c => c.Step)),
        Column.Of("table", Changes.Select(c => c.Table)),
        Column.Of("rows before", Changes.Select(c => c.RowsBefore)),
        Column.Of("cells changed", Changes.Select(c => c.Cells.Length)),
        Column.Of("rows removed", Changes.Select(c => c.RemovedRows.Length)),
        Column.Of("columns added", Changes.Select(c => string.Join(", ", c.AddedColumns))));
}
