using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>The exports as the tables that SQL cells see. <c>accounts</c> is always there with the columns that questions start from: a query then
/// runs on every workspace, and a column that no export has holds no value.</summary>
internal static class WorkspaceTables
{
    private static readonly Role[] AlwaysText = [Role.AccountId, Role.AccountName, Role.Industry, Role.Country, Role.Segment];
    private static readonly Role[] AlwaysNumber = [Role.Employees, Role.Arr];

    // A workspace never changes, so its tables are made once: who holds one can tell by reference that it is the same.
    private static readonly ConditionalWeakTable<Workspace, ImmutableSortedDictionary<string, Table>> Made = [];

    public static ImmutableSortedDictionary<string, Table> Of(Workspace workspace) => Made.GetValue(workspace, Make);

    private static ImmutableSortedDictionary<string, Table> Make(Workspace workspace)
    {
        var tables = ImmutableSortedDictionary.CreateBuilder<string, Table>(StringComparer.OrdinalIgnoreCase);
        var accounts = workspace.Find(EntityKind.Accounts);

        // The kinds' own names first, so that no file name can take one.
        foreach (var export in workspace.Exports.OrderBy(e => e.Kind is EntityKind.Other ? 2 : e.Kind is EntityKind.Enrichment ? 1 : 0))
        {
            var name = export.Kind switch
            {
                EntityKind.Other => SnakeName.OfFile(export.File),
                EntityKind.Enrichment when export.System is { } provider => SnakeName.OfFile(provider),
                EntityKind.Enrichment => SnakeName.OfFile(export.File),
                var kind when ReferenceEquals(workspace.Find(kind), export) => SnakeName.Of(kind),
                _ => SnakeName.OfFile(export.File),
            };
            if (tables.ContainsKey(name)) name = SnakeName.OfFile(export.File);
            var free = name;
            for (var i = 2; tables.ContainsKey(free); i++) free = $"{name}_{i}";
            tables[free] = With(export, ReferenceEquals(export, accounts) ? workspace.AccountArr : null).Rename(free);
        }

        var always = SnakeName.Of(EntityKind.Accounts);
        tables[always] = WithAlways(tables.TryGetValue(always, out var found) && accounts is not null ? found : new Table(always));
        return tables.ToImmutable();
    }

    private static Table With(Export export, NumberColumn? arr)
    {
        var table = export.Table;
        foreach (var assignment in export.Roles)
        {
            var name = SnakeName.Of(assignment.Role);
            if (table.Find(name) is null) table = table.With(export.Table[assignment.Column].Rename(name));
        }

        return arr is not null && table.Find(arr.Name) is null ? table.With(arr) : table;
    }

    private static Table WithAlways(Table accounts)
    {
        foreach (var name in AlwaysText.Select(SnakeName.Of).Where(n => accounts.Find(n) is null))
            accounts = accounts.With(Column.Of(name, new string?[accounts.RowCount]));
        foreach (var name in AlwaysNumber.Select(SnakeName.Of).Where(n => accounts.Find(n) is null))
            accounts = accounts.With(Column.Of(name, new double?[accounts.RowCount]));
        return accounts;
    }
}
