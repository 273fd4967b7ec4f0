using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>
/// A clean workspace on disk: one CSV file an export, a <c>workspace.yaml</c> with which <see cref="Workspace.Open"/> gives back exactly the
/// workspace that was written, and below it <c>undo/</c>, which gives back the one before the clean-up.
/// </summary>
/// <remarks>The files are UTF-8 with a byte-order mark and LF, divided by commas (by tabs where the name ends in <c>.tsv</c>). A text that a spreadsheet would run as a formula
/// is written behind an apostrophe, and so is a text that starts with one and an empty text, which no value is not: taking one apostrophe
/// off, as the reader does, gives every text back unchanged.</remarks>
public sealed record CleanFolder : Result
{
    private const string UndoFolder = "undo";

    /// <inheritdoc/>
    public override string ResultName => "clean-folder";

    /// <summary>Gets the folder as it was given.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets what was written of each export, in the workspace's order.</summary>
    public required ImmutableArray<CleanFile> Files { get; init; }

    /// <summary>Writes a workspace. The folder is made beside its place and moved there as a whole, so that it is never half written; one that this wrote before is replaced.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="folder">The folder; made where there is none. Not the workspace's own, none inside it, none around it.</param>
    /// <param name="undo">What gives back the workspace before; null where nothing is to be undone.</param>
    /// <param name="texts">Further text files by their path in the folder, with <c>/</c> between its parts: the decisions that were replayed. Not at the top, which holds exports.</param>
    /// <exception cref="WorkspaceException">The folder is the workspace's own, or holds what this did not write, or what someone has changed since: nothing of that is lost.</exception>
    public static CleanFolder Write(Workspace workspace, string folder, CleanupUndo? undo = null, IReadOnlyDictionary<string, string>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        foreach (var path in texts?.Keys ?? [])
        {
            if (!path.Contains('/', StringComparison.Ordinal) || path.Split('/').Any(part => part is "" or "." or ".." or UndoFolder))
                throw new ArgumentException($"A text cannot be written to '{path}' of the folder; expected a path such as decisions/picklists.yaml.", nameof(texts));
        }

        var files = ImmutableArray<CleanFile>.Empty;
        FolderSwap.Replace(folder, workspace.Folder, to =>
        {
            files = [.. workspace.Exports.Select(export => WriteExport(export, to))];
            Save(to, WorkspaceOptions.Default.SettingsFile, WorkspaceProposal.WriteExact(workspace));
            undo?.Save(Path.Combine(to, UndoFolder));
            foreach (var (path, text) in texts ?? ImmutableDictionary<string, string>.Empty) Save(to, path, text);
        });
        return new CleanFolder { Folder = folder, Files = files };
    }

    /// <summary>Returns the workspace as it was before the clean-up that wrote a folder: tables, roles, dates and ARR.</summary>
    /// <param name="folder">A folder that <see cref="Write"/> wrote with what undoes it.</param>
    /// <exception cref="WorkspaceException">The folder is none of those.</exception>
    public static Workspace Undo(string folder) => CleanupUndo.Load(Path.Combine(folder, UndoFolder)).Apply(Workspace.Open(folder));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "clean folder",
        Column.Of("file", Files.Select(f => f.File)),
        Column.Of("holds", Files.Select(f => SnakeName.Words(f.Kind))),
        Column.Of("rows", Files.Select(f => f.Rows)),
        Column.Of("columns", Files.Select(f => f.Columns)),
        Column.Of("cells neutralised", Files.Select(f => f.Neutralised)));

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => base.ToString(options) + string.Create(CultureInfo.InvariantCulture, $"Written to {Folder}.\n");

    private static CleanFile WriteExport(Export export, string folder)
    {
        using var to = new StreamWriter(Path.Combine(folder, export.File), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var neutralised = TableCsv.Write(to, export.Table, CsvOptions.ExactDelimiter(export.File), exact: true);
        return new CleanFile(export.File, export.Kind, export.Table.RowCount, export.Table.Columns.Length, neutralised);
    }

    private static void Save(string folder, string path, string text)
    {
        var file = Path.Combine(folder, Path.Combine(path.Split('/')));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
