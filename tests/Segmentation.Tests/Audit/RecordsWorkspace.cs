using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Audit;

/// <summary>Workspaces built by hand: a column for a role is named after it.</summary>
internal static class RecordsWorkspace
{
    public static Workspace Of(params Export[] exports) => new()
    {
        Folder = "by hand",
        AsOf = new DateTime(2026, 1, 31),
        AsOfReason = "given",
        Exports = [.. exports],
        AccountArr = exports.FirstOrDefault(e => e.Kind == EntityKind.Accounts)?.Find(Role.Arr) as NumberColumn,
    };

    public static Export Accounts(params Column[] columns) => Export(EntityKind.Accounts, columns);

    public static Export Contacts(params Column[] columns) => Export(EntityKind.Contacts, columns);

    /// <summary>Returns an export in which each column named after a role plays it.</summary>
    public static Export Export(EntityKind kind, params Column[] columns)
    {
        var name = kind.ToString().ToLowerInvariant();
        var table = new Table(name, columns);
        return new Export
        {
            File = name + ".csv",
            Kind = kind,
            System = null,
            Confidence = 1,
            Reason = "by hand",
            Table = table,
            Roles = [.. columns.Where(c => Enum.TryParse<Role>(c.Name, out _)).Select(c => new RoleAssignment(Enum.Parse<Role>(c.Name), c.Name, 1, "by hand"))],
            Load = new LoadReport
            {
                File = name + ".csv",
                Encoding = "utf-8",
                Delimiter = ',',
                Rows = table.RowCount,
                Columns = ImmutableArray<ColumnDecision>.Empty,
                RowsAside = new Table("aside"),
                CellsAside = new Table("aside"),
                Notes = [],
            },
        };
    }

    public static Column Texts(Role role, params string?[] values) => Column.Of(role.ToString(), values);

    public static Column Numbers(Role role, params double[] values) => Column.Of(role.ToString(), values, NumberFormat.Money);
}
