using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>One file of a workspace: what it holds, which column plays which role, its rows.</summary>
public sealed record Export : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"export-{SnakeName.Of(Kind).Replace('_', '-')}";

    /// <summary>Gets the file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>Gets what the file holds.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Gets the system the headers belong to (<c>Salesforce</c>, <c>HubSpot</c>, <c>ZoomInfo</c> …); null where none is recognised.</summary>
    public required string? System { get; init; }

    /// <summary>Gets how sure <see cref="Kind"/> is, in [0, 1]; 1 where <c>workspace.yaml</c> says so.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets what decided.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the rows; columns are named as the export names them (trimmed, made unique).</summary>
    public required Table Table { get; init; }

    /// <summary>Gets which column plays which role, in column order.</summary>
    public required ImmutableArray<RoleAssignment> Roles { get; init; }

    /// <summary>Gets the roles that <c>workspace.yaml</c> says no column plays.</summary>
    internal ImmutableArray<Role> Unplayed { get; init; } = [];

    /// <summary>Gets how the file was read.</summary>
    public required LoadReport Load { get; init; }

    /// <summary>Returns the column that plays a role, or null where none does.</summary>
    /// <param name="role">The role.</param>
    public Column? Find(Role role)
    {
        foreach (var assignment in Roles)
        {
            if (assignment.Role == role) return Table[assignment.Column];
        }

        return null;
    }

    /// <summary>Returns the column that plays a role.</summary>
    /// <param name="role">The role.</param>
    /// <exception cref="WorkspaceException">No column does; the message names the headers that were looked for, the columns there
    /// are, and the lines of <c>workspace.yaml</c> that give the role to one of them.</exception>
    public Column Require(Role role) => Find(role) ?? throw new WorkspaceException(
        $"no column plays the role {SnakeName.Of(role)}",
        Table.Columns.Length == 0 ? "no columns" : $"the columns {Names(Table.Columns.Select(c => c.Name))}",
        LookedFor(role),
        $"If one of the columns is it, write in workspace.yaml:\nfiles:\n  {WorkspaceProposal.Scalar(File)}:\n    roles:\n      {SnakeName.Of(role)}: <column>",
        File);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"roles in {File}",
        Column.Of("role", Roles.Select(r => SnakeName.Of(r.Role))),
        Column.Of("column", Roles.Select(r => r.Column)),
        Column.Of("confidence", Roles.Select(r => r.Confidence), NumberFormat.Share),
        Column.Of("why", Roles.Select(r => r.Reason)));

    /// <summary>Returns the headers that were looked for, in words.</summary>
    internal string LookedFor(Role role) => HeaderCatalog.HeadersFor(role, Kind).ToArray() is { Length: > 0 } headers
        ? $"a header such as {Names(headers)}"
        : $"a column named in workspace.yaml, as no header is known for it in {SnakeName.Words(Kind)}";

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToArray();
        var limit = WorkspaceOptions.Default.ListedNames;
        return string.Join(", ", all.Take(limit).Select(n => $"'{n}'")) + (all.Length > limit ? $" and {all.Length - limit} more" : string.Empty);
    }
}
