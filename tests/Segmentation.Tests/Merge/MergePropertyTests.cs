using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Merge;
using Segmentation.Tables;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Merge;

/// <summary>What holds for any merge, on 250 random workspaces: ids that repeat, are missing or stand between spaces, dates in the future, amounts below zero, rings of parents.</summary>
public sealed class MergePropertyTests
{
    private const int Cases = 250;

    private static readonly SurvivorshipRules Rules = SurvivorshipRulesTests.Read("roles: {industry: most_frequent, title: longest}\ncolumns: {Tags: union, Protected: never}");

    [Fact]
    public void The_order_of_the_rows_changes_nothing() => ForAll((seed, exports, merged) =>
    {
        var random = new Random(seed + 100_000);
        var shuffled = exports.Select(e => Shuffle(e, random)).ToArray();
        var again = Merge(shuffled);
        foreach (var (export, other) in merged.Workspace.Exports.Zip(again.Workspace.Exports)) Assert.Equal(Rows(export.Table).Order(StringComparer.Ordinal), Rows(other.Table).Order(StringComparer.Ordinal));
        Assert.Equal(Rows(merged.IdMap).Order(StringComparer.Ordinal), Rows(again.IdMap).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Merging_what_is_merged_changes_nothing() => ForAll((_, _, merged) =>
    {
        var done = merged.Workspace;
        var again = MergePlan.Of(done, Again(done.Accounts), Again(done.Contacts), Rules).Apply();
        Assert.Empty(again.Changes);

        static EntityAssignment Again(Export export) => MergeWorkspace.Entities(export, MergeWorkspace.Values(export.Table, "entity_id")!);
    });

    [Fact]
    public void No_id_is_lost() => ForAll((_, exports, merged) =>
    {
        foreach (var (kind, role, name) in new[] { (EntityKind.Accounts, Role.AccountId, "accounts"), (EntityKind.Contacts, Role.ContactId, "contacts") })
        {
            var before = Ids(exports.Single(e => e.Export.Kind == kind).Export.Table, role).ToHashSet();
            var after = Ids(merged.Workspace.Require(kind).Table, role).ToHashSet();
            var map = Enumerable.Range(0, merged.IdMap.RowCount).Where(r => merged.IdMap.Text("records of")[r] == name)
                .ToDictionary(r => merged.IdMap.Text("old id")[r]!, r => merged.IdMap.Text("surviving id")[r]!);
            Assert.True(before.SetEquals(map.Keys));
            Assert.True(after.SetEquals(map.Values));
        }
    });

    [Fact]
    public void ARR_stays_the_same_by_account_column_and_month() => ForAll((_, exports, merged) =>
    {
        Assert.Equal(Sum(exports[0].Export.Find(Role.Arr)!), Sum(merged.Workspace.Accounts.Find(Role.Arr)!), 0.005);
        Assert.Equal(Sum(merged.Plan.Workspace.AccountArr!), Sum(merged.Workspace.AccountArr!), 0.005);
        Assert.Equal(ByMonth(merged.Plan.Workspace), ByMonth(merged.Workspace));

        static double Sum(Column column) => Enumerable.Range(0, column.Length).Sum(r => ((NumberColumn)column)[r] ?? 0);
    });

    [Fact]
    public void Undone_every_table_is_as_it_was() => ForAll((_, exports, merged) =>
    {
        var undone = merged.Undo();
        foreach (var (was, now) in exports.Zip(undone.Exports)) MergeWorkspace.AssertSame(was.Export.Table, now.Table);
    });

    [Fact]
    public void Who_opted_out_on_one_record_has_on_the_record_that_stays() => ForAll((_, exports, merged) =>
    {
        var (export, entities) = exports[1];
        var outs = Enumerable.Range(0, export.Table.RowCount).Where(r => export.Table.Boolean("OptOut")[r] == true).Select(r => entities[r]).ToHashSet();
        var after = merged.Workspace.Contacts.Table;
        var kept = Enumerable.Range(0, after.RowCount).Where(r => after.Boolean("OptOut")[r] == true).Select(r => after.Text("entity_id")[r]!).ToHashSet();
        Assert.True(outs.SetEquals(kept));
    });

    [Fact]
    public void Protected_fields_stay_the_masters() => ForAll((_, exports, merged) =>
    {
        var (export, entities) = exports[1];
        var before = Enumerable.Range(0, export.Table.RowCount).Select(r => (entities[r], Text(export.Table, "ContactId", r), Text(export.Table, "Protected", r))).ToHashSet();
        var after = merged.Workspace.Contacts.Table;
        Assert.All(Enumerable.Range(0, after.RowCount), r => Assert.Contains((after.Text("entity_id")[r]!, Text(after, "ContactId", r), Text(after, "Protected", r)), before));
    });

    [Fact]
    public void No_value_is_lost_to_a_blank() => ForAll((_, exports, merged) =>
    {
        var (export, entities) = exports[1];
        var having = Enumerable.Range(0, export.Table.RowCount).Where(r => !string.IsNullOrWhiteSpace(Text(export.Table, "Title", r))).Select(r => entities[r]).ToHashSet();
        var after = merged.Workspace.Contacts.Table;
        var kept = Enumerable.Range(0, after.RowCount).Where(r => !string.IsNullOrWhiteSpace(Text(after, "Title", r))).Select(r => after.Text("entity_id")[r]!).ToHashSet();
        Assert.True(having.SetEquals(kept));
    });

    [Fact]
    public void No_reference_points_at_a_record_that_went() => ForAll((_, _, merged) =>
    {
        var gone = Enumerable.Range(0, merged.IdMap.RowCount).Where(r => merged.IdMap.Text("records of")[r] == "accounts" && merged.IdMap.Text("old id")[r] != merged.IdMap.Text("surviving id")[r])
            .Select(r => merged.IdMap.Text("old id")[r]!).ToHashSet();
        foreach (var export in merged.Workspace.Exports)
        {
            foreach (var name in new[] { "AccountId", "ParentAccountId" }.Where(n => export.Table.Find(n) is not null)) Assert.DoesNotContain(Ids(export.Table, Enum.Parse<Role>(name)), gone.Contains);
        }
    });

    private static void ForAll(Action<int, (Export Export, string[] Entities)[], MergeResult> claim)
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var exports = Random(seed);
            try
            {
                claim(seed, exports, Merge(exports));
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"seed {seed}: {error.Message}", error);
            }
        }
    }

    private static MergeResult Merge((Export Export, string[] Entities)[] exports) => MergePlan.Of(
        MergeWorkspace.Of([.. exports.Select(e => e.Export)]),
        MergeWorkspace.Entities(exports[0].Export, exports[0].Entities),
        MergeWorkspace.Entities(exports[1].Export, exports[1].Entities),
        Rules).Apply();

    /// <summary>Accounts, contacts and ARR history; the history has no entities.</summary>
    private static (Export Export, string[] Entities)[] Random(int seed)
    {
        var random = new Random(seed);
        var (n, m) = (random.Next(1, 25), random.Next(1, 30));
        string? Maybe(string? value, double missing = 0.3) => random.NextDouble() < missing ? null : value;
        string Of(params string[] values) => values[random.Next(values.Length)];
        string?[] Many(int count, Func<string?> value) => [.. Enumerable.Range(0, count).Select(_ => value())];
        string? Day() => Maybe($"20{random.Next(20, 28)}-0{random.Next(1, 3)}-01");
        string? Account() => Maybe(Of("", "", " ") + "A" + random.Next(1, n + 3));
        var keys = Enumerable.Range(1, n).Select(i => (string?)("A" + i)).ToArray();
        for (var i = 0; i < n; i++)
        {
            if (random.NextDouble() < 0.1) keys[i] = Maybe(keys[random.Next(n)], 0.5);
            else if (random.NextDouble() < 0.1) keys[i] = $" {keys[i]} ";
        }

        var ownArr = random.NextDouble() < 0.7;
        var accounts = RecordsWorkspace.Accounts(
            RecordsWorkspace.Texts(Role.AccountId, keys),
            RecordsWorkspace.Texts(Role.ParentAccountId, Many(n, Account)),
            RecordsWorkspace.Texts(Role.Industry, Many(n, () => Maybe(Of("Retail", "retail", " ", "Energy")))),
            Column.Of(nameof(Role.Arr), Enumerable.Range(0, n).Select(_ => ownArr && random.NextDouble() < 0.6 ? Math.Round((random.NextDouble() - 0.1) * 10000, 2) : (double?)null), NumberFormat.Money),
            MergeWorkspace.Dates(Role.LastActivityDate, Many(n, Day)),
            MergeWorkspace.Dates(Role.ModifiedDate, Many(n, Day)),
            MergeWorkspace.Dates(Role.CreatedDate, Many(n, Day)),
            Column.Of("Tags", Many(n, () => Maybe(Of("a; b", "B", "c;a", "")))).AsPersonal());
        var contacts = RecordsWorkspace.Contacts(
            RecordsWorkspace.Texts(Role.ContactId, [.. Enumerable.Range(1, m).Select(i => Maybe(random.NextDouble() < 0.1 ? "1" : i.ToString(System.Globalization.CultureInfo.InvariantCulture), 0.05))]),
            RecordsWorkspace.Texts(Role.AccountId, Many(m, Account)),
            Column.Of(nameof(Role.OptOut), Enumerable.Range(0, m).Select(_ => random.NextDouble() < 0.4 ? null : (bool?)(random.NextDouble() < 0.3))),
            RecordsWorkspace.Texts(Role.Title, Many(m, () => Maybe(Of("VP", "CEO", "Head of Sales", " ")))),
            MergeWorkspace.Dates(Role.LastActivityDate, Many(m, Day)),
            Column.Of("Protected", Many(m, () => Maybe(Of("x", "y", "z")))));
        var rows = random.Next(1, 60);
        var history = RecordsWorkspace.Export(
            EntityKind.ArrHistory,
            RecordsWorkspace.Texts(Role.AccountId, Many(rows, Account)),
            MergeWorkspace.Dates(Role.Period, Many(rows, () => $"2025-0{random.Next(1, 5)}-01")),
            Column.Of(nameof(Role.Arr), Enumerable.Range(0, rows).Select(_ => Math.Round((random.NextDouble() - 0.05) * 1000, 2)), NumberFormat.Money));
        return
        [
            (accounts, [.. Enumerable.Range(0, n).Select(_ => "E" + random.Next(1, Math.Max(2, n / 2)))]),
            (contacts, [.. Enumerable.Range(0, m).Select(_ => "P" + random.Next(1, Math.Max(2, m / 2)))]),
            (history, [.. Enumerable.Repeat(string.Empty, rows)]),
        ];
    }

    private static (Export Export, string[] Entities) Shuffle((Export Export, string[] Entities) of, Random random)
    {
        var rows = Enumerable.Range(0, of.Export.Table.RowCount).ToArray();
        random.Shuffle(rows);
        return (of.Export with { Table = of.Export.Table.Take(rows) }, [.. rows.Select(r => of.Entities[r])]);
    }

    private static IEnumerable<string> Rows(Table table) => Enumerable.Range(0, table.RowCount).Select(r => string.Join(" | ", table.Columns.Select(c => c.IsNull(r) ? "∅" : c.Raw(r))));

    private static IEnumerable<string> Ids(Table table, Role role) => MergeWorkspace.Values(table, role.ToString()).OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0);

    private static string? Text(Table table, string column, int row) => table.Text(column)[row];

    /// <summary>ARR of accounts that exist, by month, in cents.</summary>
    private static SortedDictionary<string, long> ByMonth(Workspace workspace)
    {
        var there = Ids(workspace.Accounts.Table, Role.AccountId).ToHashSet();
        var history = workspace.Exports[2].Table;
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var row = 0; row < history.RowCount; row++)
        {
            if (Text(history, "AccountId", row)?.Trim() is not { } id || !there.Contains(id)) continue;
            var month = history["Period"].Raw(row);
            sums[month] = sums.GetValueOrDefault(month) + (long)Math.Round(history.Number("Arr")[row]!.Value * 100);
        }

        return sums;
    }
}
