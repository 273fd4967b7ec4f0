using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>One file of a workspace: what it holds, which column plays which role, its rows.</summary>
public sealed record Export : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"export-{Kind.ToString().ToLowerInvariant()}";

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

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"roles in {File}",
        Column.Of("role", Roles.Select(r => r.Role.ToString())),
        Column.Of("column", Roles.Select(r => r.Column)),
        Column.Of("confidence", Roles.Select(r => r.Confidence), NumberFormat.Share),
        Column.Of("why", Roles.Select(r => r.Reason)));
}
