using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Writes what a search for duplicates found as tables.</summary>
internal static class DuplicateTables
{
    public static DuplicateClusters Of(DuplicateSearch search, ArrAtStake arr, double limit, int listed)
    {
        var export = search.Export;
        var clusters = search.Entities.Clusters()
            .Select(rows => (Rows: rows, Arr: arr.Of(export, rows)))
            .OrderByDescending(c => c.Rows.Length).ThenByDescending(c => c.Arr).ThenBy(c => c.Rows[0]).ToList();
        var kind = export.Kind.ToString().ToLowerInvariant();
        int[] members = [.. clusters.SelectMany(c => c.Rows)];
        var (id, name, personalId) = Identity(export);
        var sizes = clusters.GroupBy(c => c.Rows.Length).OrderBy(g => g.Key).ToList();
        return new DuplicateClusters
        {
            Kind = export.Kind,
            Records = export.Table.RowCount,
            WithoutKey = search.WithoutKey,
            Entities = export.Table.RowCount - members.Length + clusters.Count,
            InClusters = members.Length,
            Limit = limit,
            Clusters = WithArr(new Table(
                $"duplicate {kind}",
                Column.Of("cluster", Enumerable.Range(1, clusters.Count).Select(n => (double)n)),
                Column.Of("records", clusters.Select(c => c.Rows.Length)),
                Column.Of("joined by", clusters.Select(c => Rules(search, c.Rows))),
                Column.Of("ids", clusters.Select(c => List(c.Rows, id, listed))).AsPersonal(personalId),
                Column.Of("names", clusters.Select(c => List(c.Rows, name, listed))).AsPersonal()), clusters.Select(c => c.Arr)),
            Sizes = new Table(
                $"{kind} by size of their cluster",
                Column.Of("records in cluster", sizes.Select(g => (double)g.Key)),
                Column.Of("clusters", sizes.Select(g => g.Count())),
                Column.Of("records", sizes.Select(g => g.Key * g.Count()))),
            Members = Members(search, arr, clusters.Select(c => c.Rows), members, $"{kind} in clusters"),
            Possible = Groups(search, arr, search.Possible, $"possible duplicates among {kind}", "why", listed),
            GenericKeys = Groups(search, arr, search.Generic, $"keys too common to join {kind}", "key of", listed),
        };
    }

    private static Table Members(DuplicateSearch search, ArrAtStake arr, IEnumerable<int[]> clusters, int[] members, string name)
    {
        var export = search.Export;
        var rows = OffendingRows.Of(export, name, members, arr, new[] { Role.Website, Role.Domain, Role.Email, Role.CompanyName, Role.Country }.Select(export.Find));
        var number = Column.Of("cluster", clusters.SelectMany((rows, i) => Enumerable.Repeat(i + 1.0, rows.Length)));
        var by = Column.Of("joined by", members.Select(row => Rules(search, [row])));
        return new Table(name, new Column[] { number, by }.Concat(rows.Columns.Where(c => !Same(c, number) && !Same(c, by))));

        static bool Same(Column a, Column b) => a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase);
    }

    private static Table Groups(DuplicateSearch search, ArrAtStake arr, List<(string Why, string Key, int[] Rows)> groups, string name, string what, int listed)
    {
        var sorted = groups.Select(g => (g.Why, g.Key, g.Rows, Arr: arr.Of(search.Export, g.Rows)))
            .OrderByDescending(g => g.Rows.Length).ThenByDescending(g => g.Arr).ThenBy(g => g.Rows[0]).ToList();
        var (id, names, personalId) = Identity(search.Export);
        var country = RoleText.Of(search.Export, Role.Country);
        return WithArr(new Table(
            name,
            Column.Of(what, sorted.Select(g => g.Why)),
            Column.Of("key", sorted.Select(g => g.Key)).AsPersonal(),
            Column.Of("records", sorted.Select(g => g.Rows.Length)),
            Column.Of("ids", sorted.Select(g => List(g.Rows, id, listed))).AsPersonal(personalId),
            Column.Of("names", sorted.Select(g => List(g.Rows, names, listed))).AsPersonal(),
            Column.Of("countries", sorted.Select(g => string.Join("; ", g.Rows.Select(country).OfType<string>().Distinct())))), sorted.Select(g => g.Arr));
    }

    private static Table WithArr(Table table, IEnumerable<double?> arr)
    {
        var money = Column.Of("ARR", arr, NumberFormat.Money);
        // A column of nulls would say that the ARR is unknown row by row; it is unknown altogether.
        return money.Length > 0 && money.NullCount == money.Length ? table : table.With(money);
    }

    private static (Func<int, string?> Id, Func<int, string?> Name, bool PersonalId) Identity(Export export)
    {
        var role = export.Kind == EntityKind.Contacts ? Role.ContactId : Role.AccountId;
        var id = RoleText.Of(export, role);
        if (export.Kind != EntityKind.Contacts) return (id, RoleText.Of(export, Role.AccountName), export.Find(role)?.IsPersonal ?? false);
        var (first, last, full) = (RoleText.Of(export, Role.FirstName), RoleText.Of(export, Role.LastName), RoleText.Of(export, Role.FullName));
        return (id, row => full(row) ?? ($"{first(row)} {last(row)}".Trim() is { Length: > 0 } name ? name : null), export.Find(role)?.IsPersonal ?? false);
    }

    private static string Rules(DuplicateSearch search, int[] rows)
    {
        var bits = rows.Aggregate(0, (all, row) => all | search.Entities.Rules(row));
        return string.Join(", ", search.Rules.Where((_, rule) => (bits & (1 << rule)) != 0));
    }

    private static string List(int[] rows, Func<int, string?> text, int listed)
    {
        var shown = string.Join("; ", rows.Take(listed).Select(row => text(row) ?? "(none)"));
        return rows.Length <= listed ? shown : $"{shown}; and {rows.Length - listed} more";
    }
}
