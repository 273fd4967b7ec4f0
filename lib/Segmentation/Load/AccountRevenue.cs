using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>The ARR of each account, from wherever the exports hold it.</summary>
internal static class AccountRevenue
{
    private const int MonthsInAYear = 12;

    /// <summary>
    /// Returns ARR aligned with the accounts, and where it comes from. The accounts' own ARR comes first, then 12 times their MRR, then
    /// the latest snapshot at or before the as-of date, then the subscriptions active on it. Negative amounts stay. Where the accounts
    /// repeat an id, a sum from another file stands on the id's first row only, so that a total counts it once.
    /// </summary>
    public static (NumberColumn? Arr, string? Source) Of(ImmutableArray<Export> exports, DateTime asOf)
    {
        if (exports.FirstOrDefault(e => e.Kind == EntityKind.Accounts) is not { } accounts) return (null, null);
        foreach (var (role, times) in new[] { (Role.Arr, 1), (Role.Mrr, MonthsInAYear) })
        {
            if (accounts.Find(role) is not NumberColumn own || own.NullCount == own.Length) continue;
            return (Amounts(own, times), times == 1 ? $"column '{own.Name}' of {accounts.File}" : $"12 x column '{own.Name}' of {accounts.File}");
        }

        return OfHistory(exports, asOf);
    }

    /// <summary>Returns ARR on a date as the history alone says it, aligned with the accounts, and where it comes from: what an account pays today says nothing of what it
    /// paid then. Null where no history reaches back to the date.</summary>
    public static (NumberColumn? Arr, string? Source) OfHistory(ImmutableArray<Export> exports, DateTime asOf)
    {
        if (exports.FirstOrDefault(e => e.Kind == EntityKind.Accounts) is not { } accounts) return (null, null);
        if (accounts.Find(Role.AccountId) is not { } key) return (null, null);
        foreach (var history in RevenueRows.Of(exports))
        {
            if (history.Snapshots is not null && history.SnapshotOn(RevenueRows.Day(asOf)) < 0) continue;
            return (Align(key, history, history.On([RevenueRows.Day(asOf)])), SourceOf(history, asOf));
        }

        return (null, null);
    }

    private static NumberColumn Amounts(NumberColumn own, int times)
    {
        var values = own.Values.ToArray();
        for (var i = 0; i < values.Length; i++) values[i] *= times;
        return NumberColumn.Create("arr", values, NumberFormat.Money);
    }

    private static string SourceOf(RevenueRows history, DateTime asOf) => (history.IsMonthly ? string.Create(CultureInfo.InvariantCulture, $"{MonthsInAYear} x MRR, ") : string.Empty)
        + (history.Snapshots is { } snapshots
            ? $"snapshot of {DateColumn.Show(RevenueRows.Date(snapshots[history.SnapshotOn(RevenueRows.Day(asOf))]))} in {history.Export.File}"
            : $"subscriptions active on {DateColumn.Show(asOf.Date)} in {history.Export.File}");

    /// <summary>Returns the amounts of the accounts: 0 where the history names the account and says nothing of the day, blank where it never names it.</summary>
    private static NumberColumn Align(Column key, RevenueRows history, double[] amounts)
    {
        var values = new double[key.Length];
        var seen = new bool[amounts.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = double.NaN;
            if (key.IsNull(row) || history.Find(key.Raw(row).Trim()) is not (>= 0 and var account) || seen[account]) continue;
            seen[account] = true;
            values[row] = double.IsNaN(amounts[account]) ? 0 : amounts[account];
        }

        return NumberColumn.Create("arr", values, NumberFormat.Money);
    }
}
