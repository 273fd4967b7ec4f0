using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Which accounts are customers today, and the rule that says so.</summary>
internal sealed record ActiveAccounts(int Count, string Rule)
{
    /// <summary>
    /// Counts the active accounts by the first rule that the exports allow: ARR above 0 on the as-of date; the active flag; no churn
    /// date on or before the as-of date; else every account.
    /// </summary>
    public static ActiveAccounts Of(Workspace workspace)
    {
        if (workspace.Find(EntityKind.Accounts) is not { } accounts) return new ActiveAccounts(0, "there is no accounts export");
        var count = 0;
        if (workspace.AccountArr is { } arr)
        {
            foreach (var value in arr.Values)
            {
                if (value > 0) count++;
            }

            return new ActiveAccounts(count, "ARR above 0");
        }

        if (accounts.Find(Role.IsActive) is BooleanColumn active)
        {
            foreach (var flag in active.Values)
            {
                if (flag) count++;
            }

            return new ActiveAccounts(count, $"'{active.Name}' is yes");
        }

        if (accounts.Find(Role.ChurnDate) is DateColumn churned)
        {
            for (var row = 0; row < churned.Length; row++)
            {
                if (churned.IsNull(row) || churned.Values[row].Date > workspace.AsOf.Date) count++;
            }

            return new ActiveAccounts(count, $"no '{churned.Name}' up to {DateColumn.Show(workspace.AsOf.Date)}");
        }

        return new ActiveAccounts(accounts.Table.RowCount, "every account: the exports hold no ARR, active flag or churn date");
    }
}
