using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Merge;

/// <summary>Small workspaces to merge, and assignments written by hand.</summary>
internal static class MergeWorkspace
{
    /// <summary>Returns a workspace whose ARR is taken from its exports, as after loading.</summary>
    public static Workspace Of(params Export[] exports)
    {
        var workspace = RecordsWorkspace.Of(exports);
        return workspace.With(workspace.Exports[0], workspace.Exports[0].Table);
    }

    /// <summary>Returns the entities of an export: one name a row, rows of one name are one entity.</summary>
    public static EntityAssignment Entities(Export export, params string[] entities)
    {
        var ids = entities.Distinct().ToList();
        var key = export.Find(export.Kind == EntityKind.Contacts ? Role.ContactId : Role.AccountId);
        return new EntityAssignment
        {
            Kind = export.Kind,
            RecordIds = [.. entities.Select((_, row) => key is null || key.IsNull(row) || key.Raw(row).Trim().Length == 0 ? FormattableString.Invariant($"row {row + 1}") : key.Raw(row).Trim())],
            Entity = [.. entities.Select(e => ids.IndexOf(e))],
            EntityIds = [.. ids],
        };
    }

    public static Column Dates(Role role, params string?[] days) => Column.Of(role.ToString(), days.Select(d => d is null ? (DateTime?)null : DateTime.ParseExact(d, "yyyy-MM-dd", null)));

    /// <summary>Returns the values of a column as text; null where there is none.</summary>
    public static string?[] Values(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(r => table[column].IsNull(r) ? null : table[column].Raw(r))];

    /// <summary>Tells whether two tables hold the same: names, types, formats, markings and values.</summary>
    public static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.Columns.Select(c => (c.Name, c.Type, c.IsPersonal, c.Length)), actual.Columns.Select(c => (c.Name, c.Type, c.IsPersonal, c.Length)));
        foreach (var column in expected.Columns) Assert.Equal(Values(expected, column.Name), Values(actual, column.Name));
    }
}
