using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>A folder of exports: which file is what, which column plays which role, how sure that is, and the dates that analyses hang on.</summary>
public sealed record Workspace : Result
{
    /// <inheritdoc/>
    public override string ResultName => "workspace";

    /// <summary>Gets the folder as it was given.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the date on which the exports are looked at: ages and staleness count back from it. <see cref="DateTime.MinValue"/>
    /// where the exports hold no dates at all, so that nothing has an age.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets where <see cref="AsOf"/> comes from.</summary>
    public required string AsOfReason { get; init; }

    /// <summary>Gets when the segmentation went live; null where it has not.</summary>
    public DateTime? Launch { get; init; }

    /// <summary>Gets the currency of the amounts as an ISO code; null where the exports do not say, or hold several.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the limits in force.</summary>
    public PlaybookLimits Limits { get; init; } = PlaybookLimits.Default;

    /// <summary>Gets the allowed values of a role, as <c>workspace.yaml</c> lists them under <c>picklists</c>; a role without a list allows every value.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<string>> Picklists { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty;

    /// <summary>Gets the exports, in file-name order. At most one holds accounts, one contacts and one users.</summary>
    public required ImmutableArray<Export> Exports { get; init; }

    /// <summary>Gets what else was noticed while opening the folder (files that cannot be read, files that compete for a kind), one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets the annual recurring revenue of each account, aligned with the rows of <see cref="Accounts"/>; null where the exports hold
    /// none. A row is null where the exports say nothing about its account, 0 where they say it pays nothing.</summary>
    public NumberColumn? AccountArr { get; init; }

    /// <summary>Gets where <see cref="AccountArr"/> comes from, in words; null where there is none.</summary>
    public string? AccountArrSource { get; init; }

    /// <summary>Gets the accounts.</summary>
    /// <exception cref="WorkspaceException">No file holds them.</exception>
    public Export Accounts => Require(EntityKind.Accounts);

    /// <summary>Gets the contacts.</summary>
    /// <exception cref="WorkspaceException">No file holds them.</exception>
    public Export Contacts => Require(EntityKind.Contacts);

    /// <summary>Gets every table under the name that SQL cells use: <c>accounts</c>, <c>contacts</c>, <c>arr_history</c>, <c>engagement</c>,
    /// <c>users</c>, an enrichment file under its provider, any other under its file name. Each has its own columns, then one more
    /// for each role whose name in snake case (<c>arr</c>, <c>account_id</c>) is not a column already. <c>accounts</c> is always there, with
    /// <c>account_id</c>, <c>account_name</c>, <c>industry</c>, <c>country</c>, <c>segment</c>, <c>employees</c> and <c>arr</c>: what no export has holds no value.</summary>
    public IReadOnlyDictionary<string, Table> Tables => WorkspaceTables.Of(this);

    /// <summary>Gets every role of every export: file, role, column, confidence and why.</summary>
    public Table Roles
    {
        get
        {
            var all = Exports.SelectMany(e => e.Roles.Select(r => (Export: e, Role: r))).ToArray();
            return new(
                "roles",
                Column.Of("file", all.Select(r => r.Export.File)),
                Column.Of("holds", all.Select(r => SnakeName.Of(r.Export.Kind))),
                Column.Of("role", all.Select(r => SnakeName.Of(r.Role.Role))),
                Column.Of("column", all.Select(r => r.Role.Column)),
                Column.Of("confidence", all.Select(r => r.Role.Confidence), NumberFormat.Share),
                Column.Of("why", all.Select(r => r.Role.Reason)));
        }
    }

    /// <summary>Gets the roles that the stages look for and no column plays, nor one that can stand in for it (a domain for a website, ARR from the
    /// history), with what was looked for and the lines of <c>workspace.yaml</c> that give the role to a column.</summary>
    public Table MissingRoles
    {
        get
        {
            var missing = Exports.SelectMany(e => KindSignature.Expected(e.Kind).Where(group => group.All(r => e.Find(r) is null))
                .Select(group => (Export: e, Role: group[0]))).Where(m => m is not { Export.Kind: EntityKind.Accounts, Role: Role.Arr } || AccountArr is null).ToArray();
            return new(
                "missing roles",
                Column.Of("file", missing.Select(m => m.Export.File)),
                Column.Of("holds", missing.Select(m => SnakeName.Of(m.Export.Kind))),
                Column.Of("role", missing.Select(m => SnakeName.Of(m.Role))),
                Column.Of("looked for", missing.Select(m => m.Export.LookedFor(m.Role))),
                Column.Of("workspace.yaml", missing.Select(m => $"files: {{{WorkspaceProposal.Scalar(m.Export.File)}: {{roles: {{{SnakeName.Of(m.Role)}: <column>}}}}}}")));
        }
    }

    /// <summary>Gets how every column of every export was read: file, column, type, evidence, and what could not be used.</summary>
    public Table Columns
    {
        get
        {
            var all = Exports.SelectMany(e => e.Load.Columns.Select(c => (Export: e, Column: c))).ToArray();
            return new(
                "how the columns were read",
                Column.Of("file", all.Select(c => c.Export.File)),
                Column.Of("column", all.Select(c => c.Column.Column)),
                Column.Of("type", all.Select(c => c.Column.Type.ToString().ToLowerInvariant())),
                Column.Of("values", all.Select(c => c.Column.Values)),
                Column.Of("blank", all.Select(c => c.Column.Blanks)),
                Column.Of("disguised nulls", all.Select(c => c.Column.DisguisedNulls.Values.Sum())),
                Column.Of("unreadable", all.Select(c => c.Column.Unreadable)),
                Column.Of("why", all.Select(c => c.Column.Reason)));
        }
    }

    /// <summary>Gets the rows of all exports that could not be used: file, line, what was found, what was expected, the raw text.</summary>
    public Table RowsAside
    {
        get
        {
            var all = Exports.SelectMany(e => Enumerable.Range(0, e.Load.RowsAside.RowCount).Select(row => (Table: e.Load.RowsAside, Row: row))).ToArray();
            return new(
                "rows kept aside",
                Text("file"),
                Column.Of("line", all.Select(r => r.Table.Number("line")[r.Row])),
                Text("found"),
                Text("expected"),
                Text("text").AsPersonal());

            Column Text(string name) => Column.Of(name, all.Select(r => r.Table.Text(name)[r.Row]));
        }
    }

    /// <summary>Reads a folder of exports: every *.csv, *.tsv and *.txt in it (not in its sub-folders), and <c>workspace.yaml</c> where there is one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How exports are read and recognised.</param>
    /// <exception cref="WorkspaceException">The folder does not exist or holds no exports, or <c>workspace.yaml</c> says something that cannot be.</exception>
    public static Workspace Open(string folder, WorkspaceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return WorkspaceReader.Open(folder, options ?? WorkspaceOptions.Default);
    }

    /// <summary>Returns the export of a kind, or null where there is none; where several are of the kind, the surest, on a tie the first by name.</summary>
    /// <param name="kind">The kind.</param>
    public Export? Find(EntityKind kind) => Exports.Where(e => e.Kind == kind).MaxBy(e => e.Confidence);

    /// <summary>Returns the export of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="WorkspaceException">There is none; the message names the files there are, what was looked for, and the lines of <c>workspace.yaml</c> that name one.</exception>
    public Export Require(EntityKind kind) => Find(kind) ?? throw new WorkspaceException(
        $"no file in '{Folder}' holds {SnakeName.Words(kind)}",
        string.Join(", ", Exports.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.File} ({SnakeName.Words(e.Kind)}, {e.Confidence * 100:0}%)"))),
        $"a file with columns such as {string.Join(", ", KindSignature.Expected(kind).Take(4).SelectMany(group => HeaderCatalog.HeadersFor(group[0], kind).Take(1)).Distinct().Select(h => $"'{h}'"))}",
        $"Add the export to the folder. If one of the files is it, write in workspace.yaml:\nfiles:\n  <file>:\n    holds: {SnakeName.Of(kind)}");

    /// <summary>Returns the workspace with another table in the place of an export's: the tables of the clean-up's steps. ARR is taken anew from the new tables.</summary>
    /// <param name="export">One of <see cref="Exports"/>.</param>
    /// <param name="table">The new table: every column of the export's table with the same type, columns added at will, any rows. The export's columns
    /// keep their order, spelling, number format and personal marking, whatever the new table says of them.</param>
    /// <param name="added">Roles that columns of the new table play; a role that a column of the export plays already moves to the new one, and a column
    /// that plays another role gives it up.</param>
    /// <exception cref="ArgumentException">The export is not of this workspace, a column of its table is gone or has another type, or a role's column is not in the table.</exception>
    public Workspace With(Export export, Table table, params ReadOnlySpan<(Role Role, string Column)> added)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(table);
        var place = Exports.IndexOf(export);
        if (place < 0) throw new ArgumentException($"The workspace has no such export ('{export.File}'); take one of its Exports.", nameof(export));
        var fitted = ExportTable.Fit(export.File, export.Table, table);
        var roles = export.Roles.ToList();
        var unplayed = export.Unplayed;
        foreach (var (role, column) in added)
        {
            var player = fitted.Find(column) ?? throw new ArgumentException(
                $"The new table of {export.File} has no column '{column}' to play the role {SnakeName.Of(role)}; it has: {string.Join(", ", fitted.Columns.Select(c => c.Name))}.", nameof(added));
            roles.RemoveAll(r => r.Role == role || r.Column.Equals(column, StringComparison.OrdinalIgnoreCase));
            roles.Add(new(role, player.Name, 1, "made by the clean-up"));
            unplayed = unplayed.Remove(role);
        }

        var ordered = roles.OrderBy(r => fitted.Columns.IndexOf(fitted[r.Column])).ToImmutableArray();
        var exports = Exports.SetItem(place, export with { Table = fitted, Roles = ordered, Unplayed = unplayed });
        var (arr, source) = AccountRevenue.Of(exports, AsOf);
        return this with { Exports = exports, AccountArr = arr, AccountArrSource = source };
    }

    /// <summary>Returns the files and roles as the text of a <c>workspace.yaml</c> that loads back to the same files and roles; confidence and reason stand in comments.</summary>
    public string Proposal() => WorkspaceProposal.Write(this);

    /// <summary>Writes <see cref="Proposal"/> to a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default false: what a person wrote is never lost.</param>
    /// <exception cref="WorkspaceException">The file exists and <paramref name="overwrite"/> is false.</exception>
    public void SaveProposal(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!overwrite && File.Exists(path))
        {
            throw new WorkspaceException($"the proposal cannot be saved to '{path}'", "a file of that name", "a name that is free",
                "Save under another name and compare, or pass overwrite: true to replace the file.", Path.GetFileName(path));
        }

        File.WriteAllText(path, Proposal());
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "workspace",
        Column.Of("file", Exports.Select(e => e.File)),
        Column.Of("holds", Exports.Select(e => SnakeName.Of(e.Kind))),
        Column.Of("system", Exports.Select(e => e.System)),
        Column.Of("confidence", Exports.Select(e => e.Confidence), NumberFormat.Share),
        Column.Of("rows", Exports.Select(e => e.Table.RowCount)),
        Column.Of("rows aside", Exports.Select(e => e.Load.RowsAside.RowCount)),
        Column.Of("roles", Exports.Select(e => e.Roles.Length)),
        Column.Of("why", Exports.Select(e => e.Reason)));

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options)
    {
        var html = new StringBuilder(base.ToHtml(options)).Append("<ul>");
        foreach (var line in Lines()) html.Append("<li>").Append(WebUtility.HtmlEncode(line)).Append("</li>");
        return html.Append("</ul>").ToString();
    }

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => base.ToString(options) + string.Concat(Lines().Select(l => l.ReplaceLineEndings(" ") + "\n"));

    private IEnumerable<string> Lines()
    {
        yield return $"As of {(AsOf == DateTime.MinValue ? "no date" : DateColumn.Show(AsOf))}: {AsOfReason}.";
        if (Launch is { } launch) yield return $"Launched {DateColumn.Show(launch)}.";
        yield return $"ARR: {(AccountArrSource is { } source ? $"{source}{(Currency is null ? string.Empty : $", in {Currency}")}" : "none in the exports")}.";
        foreach (var note in Notes) yield return note;
    }
}
