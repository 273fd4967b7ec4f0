using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Audit;

/// <summary>Workspaces made by hand, so that a test of the audit depends on no reader.</summary>
internal static class AuditWorkspace
{
    public static readonly DateTime AsOf = new(2026, 6, 30);

    /// <summary>Each column plays the role given with it.</summary>
    public static Export Export(EntityKind kind, params (Role Role, Column Column)[] columns) => new()
    {
        File = $"{kind.ToString().ToLowerInvariant()}.csv",
        Kind = kind,
        System = null,
        Confidence = 1,
        Reason = "made for a test",
        Table = new Table(kind.ToString().ToLowerInvariant(), columns.Select(c => c.Column)),
        Roles = [.. columns.Select(c => new RoleAssignment(c.Role, c.Column.Name, 1, "made for a test"))],
        Load = new LoadReport
        {
            File = $"{kind.ToString().ToLowerInvariant()}.csv",
            Encoding = "utf-8",
            Delimiter = ',',
            Rows = columns.Length == 0 ? 0 : columns[0].Column.Length,
            Columns = ImmutableArray<ColumnDecision>.Empty,
            RowsAside = new Table("rows aside"),
            CellsAside = new Table("cells aside"),
            Notes = [],
        },
    };

    /// <summary>A workspace over the exports; the accounts' ARR role, where there is one, is their ARR.</summary>
    public static Workspace Of(params Export[] exports) => new()
    {
        Folder = "exports",
        AsOf = AsOf,
        AsOfReason = "made for a test",
        Exports = [.. exports],
        AccountArr = exports.FirstOrDefault(e => e.Kind == EntityKind.Accounts)?.Find(Role.Arr) as NumberColumn,
    };
}
