using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Accounts whose parent does not exist, is the account itself, or comes round to it again.</summary>
internal static class OrphanParents
{
    /// <summary>Counts them and returns the cycles as a table.</summary>
    public static Table Find(Workspace workspace, OrphanFindings found, int listed)
    {
        const string name = "parent cycles";
        if (workspace.Find(EntityKind.Accounts) is not { } accounts || accounts.Find(Role.AccountId) is not { } ids || accounts.Find(Role.ParentAccountId) is not { } parents)
        {
            found.NotChecked("parents", "accounts", "Parent accounts were not checked: it takes an export of accounts with an identifier and the parent's identifier.");
            return new Table(name);
        }

        var parentOf = AccountIndex.Of(ids).RowsOf(parents);
        var having = parents.Length - parents.NullCount;
        Count("parent-missing", Severity.Warn, "accounts whose parent does not exist", OrphanFindings.Rows(accounts, row => parentOf[row] < 0 && !parents.IsNull(row)));
        Count("parent-self", Severity.Warn, "accounts that are their own parent", OrphanFindings.Rows(accounts, row => IsItself(row)));
        var cycles = Cycles(parentOf, IsItself);
        Count("parent-cycle", Severity.Error, "accounts in a circle of parents", [.. cycles.SelectMany(c => c).Order()]);
        var title = RoleText.Of(accounts, Role.AccountName);
        return new Table(
            name,
            Column.Of("accounts", cycles.Select(c => c.Length)),
            Column.Of("path", cycles.Select(c => Path(c, ids.Raw))).AsPersonal(ids.IsPersonal),
            Column.Of("names", cycles.Select(c => Path(c, row => title(row) ?? "(none)"))).AsPersonal(),
            Column.Of("ARR", cycles.Select(c => found.Arr.Of(accounts, c)), NumberFormat.Money));

        void Count(string check, Severity severity, string what, int[] rows) =>
            found.Count(accounts, check, severity, what, rows, having, found.Arr.Of(accounts, rows), parents);

        // An identifier that occurs twice points at its first row, so identifiers are compared, not rows.
        bool IsItself(int row) => parentOf[row] == row || (parentOf[row] >= 0 && string.Equals(ids.Raw(row), ids.Raw(parentOf[row]), StringComparison.Ordinal));

        string Path(int[] cycle, Func<int, string> text)
        {
            var shown = cycle.Take(listed).Select(text);
            return string.Join(" → ", cycle.Length <= listed ? shown.Append(text(cycle[0])) : shown.Append($"and {cycle.Length - listed} more").Append(text(cycle[0])));
        }
    }

    /// <summary>Returns the cycles of two or more accounts, each from its lowest row along the parents. Every account is walked over once.</summary>
    private static List<int[]> Cycles(int[] parentOf, Func<int, bool> isItself)
    {
        var cycles = new List<int[]>();
        var walk = new int[parentOf.Length];
        for (var start = 0; start < parentOf.Length; start++)
        {
            var row = start;
            while (row >= 0 && walk[row] == 0 && !isItself(row))
            {
                walk[row] = start + 1;
                row = parentOf[row];
            }

            if (row < 0 || walk[row] != start + 1 || isItself(row)) continue;
            var cycle = new List<int>();
            for (var at = row; cycle.Count == 0 || at != row; at = parentOf[at]) cycle.Add(at);
            var lowest = cycle.IndexOf(cycle.Min());
            cycles.Add([.. cycle.Skip(lowest), .. cycle.Take(lowest)]);
        }

        return cycles;
    }
}
