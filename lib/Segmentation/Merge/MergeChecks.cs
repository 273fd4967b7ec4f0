using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Merge;

/// <summary>What a merge must not change, looked at in the workspaces before and after it.</summary>
internal static class MergeChecks
{
    /// <summary>Half a cent: amounts that differ by less are the same to the cent.</summary>
    private const double HalfACent = 0.005;

    /// <summary>Share of the amounts by which adding doubles in another order can move a total.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Returns the ARR by source and period before and after; a history counts the accounts that exist.</summary>
    /// <exception cref="MergeException">One is not the same.</exception>
    public static Table Arr(Workspace before, Workspace after)
    {
        var (was, now) = (Totals(before), Totals(after).ToDictionary(t => (t.Source, t.Period)));
        foreach (var (source, period, total, size) in was)
        {
            var found = now.TryGetValue((source, period), out var other) ? other.Total : 0;
            if (total.Equals(found) || Math.Abs(total - found) < Math.Max(HalfACent, Rounding * size)) continue;
            throw new MergeException($"the merge is refused: ARR would not be the same before and after ({source}{(period is null ? string.Empty : $", {period}")})", Invariant($"{found:0.00} after"), Invariant($"{total:0.00} as before"),
                "Add the amounts up: write 'arr: sum' and 'mrr: sum' under 'roles' in survivorship.yaml, and no other rule for their columns.");
        }

        return new Table(
            "ARR before and after",
            Column.Of("source", was.Select(t => t.Source)),
            Column.Of("period", was.Select(t => t.Period)),
            Column.Of("before", was.Select(t => t.Total), NumberFormat.Money),
            Column.Of("after", was.Select(t => now[(t.Source, t.Period)].Total), NumberFormat.Money));
    }

    /// <summary>Checks that every id leads to a record that is there, and that rows add up.</summary>
    /// <exception cref="MergeException">An id leads nowhere, or rows are missing.</exception>
    public static void Records(MergePlan plan)
    {
        foreach (var merged in plan.Merged)
        {
            var groups = merged.Groups!;
            var after = merged.Export with { Table = merged.After };
            var id = RoleText.Of(after, SurvivorshipRules.KeyOf(after.Kind));
            var there = Enumerable.Range(0, merged.After.RowCount).Select(id).OfType<string>().ToHashSet(StringComparer.Ordinal);
            if (groups.Ids.FirstOrDefault(i => !there.Contains(groups.Survivors.GetValueOrDefault(i, i))) is { } lost)
            {
                throw new MergeException($"the merge is refused: an id of {merged.Export.File} would lead nowhere", $"'{lost}', which no record after the merge stands for", "one record for every id",
                    "Report the survivorship rules and the ids of the group: this is a fault of the merge, not of the exports.");
            }

            var expected = merged.Export.Table.RowCount - groups.Groups.Sum(g => g.Rows.Length - 1);
            if (merged.After.RowCount != expected)
            {
                throw new MergeException($"the merge is refused: the rows of {merged.Export.File} do not add up", Invariant($"{merged.After.RowCount} rows after"), Invariant($"{expected}"),
                    "Report the survivorship rules and the number of records: this is a fault of the merge, not of the exports.");
            }
        }
    }

    /// <summary>Returns each total of recurring revenue, with the sum of its amounts' sizes: the accounts' own columns, the accounts' ARR, and what
    /// each history says of accounts that exist, by period.</summary>
    private static List<(string Source, string? Period, double Total, double Size)> Totals(Workspace workspace)
    {
        var totals = new List<(string, string?, double, double)>();
        if (workspace.Find(EntityKind.Accounts) is { } accounts)
        {
            foreach (var role in (ReadOnlySpan<Role>)[Role.Arr, Role.Mrr])
            {
                if (accounts.Find(role) is NumberColumn own) Add($"column '{own.Name}' of {accounts.File}", own);
            }
        }

        if (workspace.AccountArr is { } arr) Add("ARR of the accounts", arr);
        var known = Accounts(workspace);
        foreach (var history in workspace.Exports.Where(e => e.Kind == EntityKind.ArrHistory))
        {
            var account = RoleText.Of(history, Role.AccountId);
            foreach (var role in (ReadOnlySpan<Role>)[Role.Arr, Role.Mrr])
            {
                if (history.Find(role) is not NumberColumn amounts) continue;
                var period = history.Find(Role.Period);
                var sums = new SortedDictionary<string, (double Total, double Size)>(StringComparer.Ordinal);
                for (var row = 0; row < amounts.Length; row++)
                {
                    if (account(row) is not { } key || !known.Contains(key)) continue;
                    var when = period is null ? string.Empty : period.IsNull(row) ? "no period" : period.Raw(row);
                    var (total, size) = sums.GetValueOrDefault(when);
                    sums[when] = (total + (amounts[row] ?? 0), size + Math.Abs(amounts[row] ?? 0));
                }

                totals.AddRange(sums.Select(s => ($"column '{amounts.Name}' of {history.File}", s.Key.Length == 0 ? (string?)null : s.Key, s.Value.Total, s.Value.Size)));
            }
        }

        return totals;

        void Add(string source, NumberColumn amounts)
        {
            var (total, size) = (0.0, 0.0);
            for (var row = 0; row < amounts.Length; row++)
            {
                if (amounts[row] is not { } amount) continue;
                total += amount;
                size += Math.Abs(amount);
            }

            totals.Add((source, null, total, size));
        }
    }

    private static HashSet<string> Accounts(Workspace workspace)
    {
        if (workspace.Find(EntityKind.Accounts) is not { } export) return [];
        var id = RoleText.Of(export, Role.AccountId);
        return Enumerable.Range(0, export.Table.RowCount).Select(id).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
